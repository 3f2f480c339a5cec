// Colours, limits, numbers as text, and head maps.

import assert from "node:assert/strict";
import { test } from "node:test";
import { colourOf, cssColour, positionOf, shareOf, signedTable } from "../src/maths/colours";
import { columnValues, contour, fillPixels } from "../src/maths/head_map";
import { barDomain, moveLimit, refuseLimits, scaleLimits } from "../src/maths/limits";
import { roundDown, transformPoint, writeNumber, writePoint } from "../src/maths/numbers";
import { spreadOut } from "../src/panels/colour_bar";

const LIMITS = { fmin: 2, fmid: 3, fmax: 8, signed: false };
const SIGNED = { ...LIMITS, signed: true };
const RAMP = new Uint8Array(1024).map((_, i) => (i % 4 === 3 ? 255 : Math.floor(i / 4)));

test("fmin, fmid and fmax are at the beginning, the middle and the end of the colours", () => {
  assert.deepEqual(
    [1, 2, 2.5, 3, 5.5, 8, 99].map((v) => shareOf(LIMITS, v)),
    [0, 0, 0.25, 0.5, 0.75, 1, 1],
  );
  assert.deepEqual(
    [-99, -8, -3, 0, 3, 8].map((v) => positionOf(SIGNED, v)),
    [0, 0, 0.25, 0.5, 0.75, 1],
  );
});

test("colours fade in from fmin to fmid, or do not", () => {
  assert.equal(colourOf(LIMITS, RAMP, true, 2.5)[3], 127.5);
  assert.equal(colourOf(LIMITS, RAMP, true, 1)[3], 0);
  assert.equal(colourOf(LIMITS, RAMP, false, 1)[3], 255);
  assert.equal(colourOf(SIGNED, RAMP, true, -8)[0], 0);
  assert.equal(colourOf(SIGNED, RAMP, true, 8)[0], 255);
});

test("limits that are equal still have a colour for every value", () => {
  const equal = { fmin: 2, fmid: 2, fmax: 2.5, signed: false };
  for (const value of [1, 2, 2.2, 3]) assert.ok(shareOf(equal, value) >= 0);
});

test("the table of both signs is cyan, blue, grey, red, yellow", () => {
  const table = signedTable();
  assert.deepEqual(Array.from(table.slice(0, 4)), [0, 255, 255, 255]);
  assert.deepEqual(Array.from(table.slice(-4)), [255, 255, 0, 255]);
  assert.equal(cssColour(0x0a0b0c), "#0a0b0c");
});

test("a limit that is moved stops at its neighbours and at the ends", () => {
  assert.equal(moveLimit(LIMITS, "fmid", 5, [0, 10]).fmid, 5);
  assert.ok(moveLimit(LIMITS, "fmid", 99, [0, 10]).fmid < 8);
  assert.ok(moveLimit(LIMITS, "fmin", 99, [0, 10]).fmin < 3);
  assert.equal(moveLimit(LIMITS, "fmax", 99, [0, 10]).fmax, 10);
  assert.equal(moveLimit(SIGNED, "fmin", -5, [-10, 10]).fmin, 0);
});

test("the bar spans values and limits, symmetric for both signs", () => {
  assert.deepEqual(barDomain(LIMITS, [0.5, 18]), [0, 18]);
  assert.deepEqual(barDomain(LIMITS, [0.5, 4]), [0, 8]);
  assert.deepEqual(barDomain(SIGNED, [-12, 3]), [-12, 12]);
});

test("limits that do not grow are refused with words", () => {
  assert.equal(refuseLimits(LIMITS), null);
  assert.match(refuseLimits({ ...LIMITS, fmid: 9 }) ?? "", /grow/);
  assert.match(refuseLimits({ ...LIMITS, fmax: Number.NaN }) ?? "", /finite/);
  assert.match(refuseLimits({ ...SIGNED, fmin: -1 }) ?? "", /0 or more/);
  assert.deepEqual(scaleLimits(LIMITS, 2), { fmin: 4, fmid: 6, fmax: 16, signed: false });
});

test("numbers have three digits and a true minus sign", () => {
  assert.deepEqual(
    [0, 18.264, -0.4567, 1234.5, 1e-12, 2.5e6].map((x) => writeNumber(x)),
    ["0", "18.3", "−0.457", "1235", "1.00e−12", "2.50e+6"],
  );
  assert.equal(writePoint([1, -2.04, -0.04]), "1.0  −2.0  0.0");
  assert.deepEqual([0.7, 1, 4.9, 70, 0].map(roundDown), [0.5, 1, 2, 50, 0]);
});

test("points are transformed by the rows of a matrix", () => {
  const matrix = [2, 0, 0, 1, 0, 1, 0, -5, 0, 0, -1, 0, 0, 0, 0, 1];
  assert.deepEqual(transformPoint(matrix, [1, 2, 3]), [3, -3, -3]);
});

test("values beside the bar keep apart, in their order and inside", () => {
  assert.deepEqual(spreadOut([10, 100, 200], 17, 300), [10, 100, 200]);
  assert.deepEqual(spreadOut([10, 12, 14], 17, 300), [10, 27, 44]);
  assert.deepEqual(spreadOut([280, 290, 299], 17, 300), [266, 283, 300]);
});

test("a head map's columns are channels, or the root mean square of two", () => {
  assert.deepEqual(columnValues(Uint16Array.of(2, 0), 1, [5, 6, 7]), Float32Array.of(7, 5));
  assert.deepEqual(columnValues(Uint16Array.of(0, 1), 2, [3, 3]), Float32Array.of(3));
});

test("pixels are the matrix times the columns, and nothing elsewhere", () => {
  const out = new Float32Array(4);
  fillPixels(Float32Array.of(1, 2, 0, -1), Float32Array.of(10, 1), Uint16Array.of(3, 0), out);
  assert.deepEqual(Array.from(out), [-1, Number.NaN, Number.NaN, 12]);
});

test("a contour of a ramp is a straight line where the ramp has the value", () => {
  const ramp = new Float32Array(25).map((_, i) => i % 5);
  const ends = contour(ramp, 5, 1.5);
  assert.equal(ends.length, 4 * 4);
  for (let i = 0; i < ends.length; i += 2) assert.equal(ends[i], 1.5);
  ramp[7] = Number.NaN;
  assert.ok(contour(ramp, 5, 1.5).length < 16);
});
