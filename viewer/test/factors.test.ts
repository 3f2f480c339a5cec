// Factors, times and weights: products equal those of the matrices that they stand for.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  alongNormals,
  columnPower,
  combineColumns,
  lengths,
  rowOf,
  timesCourses,
} from "../src/maths/factors";
import {
  allTimes,
  clampTime,
  columnAt,
  courseAt,
  playOn,
  sampleAt,
  stepTime,
  writeTime,
} from "../src/maths/time";
import { Weights } from "../src/maths/weights";
import { quantise, randomNumbers } from "./made_up";

const [ROWS, RANK] = [50, 11];
const MATRIX = randomNumbers(ROWS * RANK);

for (const nFine of [0, 1, 4, 7, 11]) {
  test(`${nFine} fine and ${RANK - nFine} coarse columns combine to the matrix's product`, () => {
    const columns = quantise(MATRIX, ROWS, RANK, nFine);
    const coefficients = randomNumbers(RANK, 2);
    const out = new Float32Array(ROWS);
    combineColumns(columns, coefficients, out);
    for (let i = 0; i < ROWS; i++) {
      const row = rowOf(columns, i);
      const exact = row.reduce((sum, value, r) => sum + value * coefficients[r], 0);
      assert.ok(Math.abs(out[i] - exact) < 1e-5);
      row.forEach((value, r) => {
        assert.ok(Math.abs(value - MATRIX[i * RANK + r]) <= 0.51 * columns.scales[r]);
      });
    }
  });
}

test("the power of columns is the sum of their squares", () => {
  const columns = quantise(MATRIX, ROWS, RANK, 6);
  columnPower(columns).forEach((power, r) => {
    let sum = 0;
    for (let i = 0; i < ROWS; i++) sum += rowOf(columns, i)[r] ** 2;
    assert.ok(Math.abs(power - sum) < 1e-6 * sum);
  });
});

test("a course is a row times V, and its value between samples is between theirs", () => {
  const courses = Float32Array.from(randomNumbers(RANK * 9, 3));
  const row = randomNumbers(RANK, 4);
  const course = timesCourses(row, courses, 9);
  const column = new Float64Array(RANK);
  columnAt(courses, 9, 3.25, column);
  const exact = row.reduce((sum, value, r) => sum + value * column[r], 0);
  assert.ok(Math.abs(courseAt(course, 3.25) - exact) < 1e-9);
  assert.equal(courseAt(course, 8), course[8]);
});

test("lengths and normal components of vectors", () => {
  const vectors = Float32Array.of(3, 4, 0, 1, 2, 2);
  const out = new Float32Array(2);
  lengths(vectors, out);
  assert.deepEqual(out, Float32Array.of(5, 3));
  alongNormals(vectors, Float32Array.of(0, 1, 0, 0, 0, -1), out);
  assert.deepEqual(out, Float32Array.of(4, -2));
});

const TIMES = { tmin: -0.2, tstep: 0.1 / 3, n: 22 };

test("a time made of a sample is that sample, and times outside are those at the ends", () => {
  allTimes(TIMES).forEach((time, sample) => {
    assert.equal(sampleAt(TIMES, time), sample);
  });
  assert.equal(sampleAt(TIMES, -5), 0);
  assert.equal(sampleAt(TIMES, 5), 21);
  assert.equal(clampTime(TIMES, 5), TIMES.tmin + 21 * TIMES.tstep);
});

test("steps go from sample to sample, also from between two", () => {
  const at = (sample: number) => TIMES.tmin + TIMES.tstep * sample;
  assert.equal(sampleAt(TIMES, stepTime(TIMES, at(4), 1)), 5);
  assert.equal(sampleAt(TIMES, stepTime(TIMES, at(4.5), 1)), 5);
  assert.equal(sampleAt(TIMES, stepTime(TIMES, at(4.5), -1)), 4);
  assert.equal(sampleAt(TIMES, stepTime(TIMES, at(0), -1)), 0);
});

test("playing starts again after the end, and one sample stands still", () => {
  const end = TIMES.tmin + 21 * TIMES.tstep;
  assert.ok(Math.abs(playOn(TIMES, end - 0.01, 0.03) - (TIMES.tmin + 0.02)) < 1e-12);
  assert.equal(playOn({ tmin: 0.1, tstep: 1, n: 1 }, 0.1, 3), 0.1);
});

test("times are written in their unit, without a negative zero", () => {
  assert.equal(writeTime(0.0933, "ms"), "93.3 ms");
  assert.equal(writeTime(-0.00001, "ms"), "0.0 ms");
  assert.equal(writeTime(-0.2, "s"), "−0.2000 s");
});

test("weights average the sources of each vertex, and know those that none reaches", () => {
  const weights = new Weights(
    Uint8Array.of(2, 0, 1),
    Uint16Array.of(0, 2, 1),
    Uint8Array.of(3, 1, 9),
  );
  const values = Float32Array.of(99, 4, 10, 8);
  const out = new Float32Array(3);
  weights.apply(values, 1, out);
  assert.deepEqual(out, Float32Array.of(5, 0, 10));
  assert.equal(weights.at(0, values, 1), 5);
  assert.ok(Number.isNaN(weights.at(1, values, 1)));
  assert.deepEqual(
    [0, 1, 2].map((v) => weights.strongest(v)),
    [0, -1, 1],
  );
});
