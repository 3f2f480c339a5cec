// Live inverse: equal to the kernel written out in full, for each method, output and snr.

import assert from "node:assert/strict";
import { test } from "node:test";
import { explain, LiveKernel, type LiveOperator } from "../src/maths/inverse";
import type { LiveMethodName } from "../src/page_data";
import { quantise, randomNumbers } from "./made_up";

const [SOURCES, RANK, TIMES] = [14, 8, 6];
const S = Float32Array.from({ length: RANK }, (_, r) => 3 / (r + 1));
const COMPONENTS = Float32Array.from(randomNumbers(RANK * TIMES, 5));
const [NAVE, OPERATOR_NAVE] = [57, 1];

function operatorOf(perSource: 1 | 3, output: LiveOperator["output"]): LiveOperator {
  const rows = SOURCES * perSource;
  const nOut = output === "vector" ? 3 : 1;
  return {
    perSource,
    leads: quantise(randomNumbers(rows * RANK, 7), rows, RANK, RANK),
    weights: Float32Array.from(randomNumbers(rows, 8), (x) => Math.abs(x) + 0.1),
    singularValues: S,
    operatorNave: OPERATOR_NAVE,
    output,
    turns:
      output === "norm" || perSource === 1
        ? null
        : Float32Array.from(randomNumbers(SOURCES * nOut * perSource, 9)),
  };
}

/** R^1/2 V Γ x, divided and turned, one multiplication at a time. */
function inFull(operator: LiveOperator, method: LiveMethodName, snr: number, t: number) {
  const { perSource, leads, weights, turns, output } = operator;
  const lambda2 = 1 / snr ** 2;
  const lead = (row: number, r: number) =>
    (weights?.[row] ?? 1) * leads.scales[r] * leads.fine[r * leads.rows + row];
  return Array.from({ length: SOURCES }, (_, s) => {
    const columns: number[] = [];
    let noise = 0;
    for (let c = 0; c < perSource; c++) {
      let sum = 0;
      for (let r = 0; r < RANK; r++) {
        const entry = lead(perSource * s + c, r) * (S[r] / (S[r] ** 2 + lambda2));
        sum += entry * COMPONENTS[r * TIMES + t];
        noise += entry ** 2 * (method === "sLORETA" ? 1 + S[r] ** 2 / lambda2 : 1);
      }
      columns.push(sum);
    }
    const norm = method === "MNE" ? 1 : Math.sqrt(NAVE / OPERATOR_NAVE / noise);
    const map = columns.map((value) => value * norm);
    if (output === "norm") return [Math.hypot(...map)];
    if (!turns) return map;
    const nOut = output === "vector" ? 3 : 1;
    return Array.from({ length: nOut }, (_, o) =>
      map.reduce((sum, v, c) => sum + v * turns[(s * nOut + o) * perSource + c], 0),
    );
  }).flat();
}

const CASES: [1 | 3, LiveOperator["output"]][] = [
  [3, "norm"],
  [3, "signed"],
  [3, "vector"],
  [1, "signed"],
];

for (const [perSource, output] of CASES) {
  for (const method of ["MNE", "dSPM", "sLORETA"] as const) {
    test(`${method} of ${perSource} columns a source to ${output} is the full product`, () => {
      const operator = operatorOf(perSource, output);
      for (const snr of [0.5, 3, 12]) {
        const kernel = new LiveKernel(operator, method, snr, NAVE);
        const nOut = output === "vector" ? 3 : 1;
        const out = new Float32Array(SOURCES * nOut);
        const courses = kernel.course(4, COMPONENTS, TIMES);
        for (let t = 0; t < TIMES; t++) {
          const now = Array.from({ length: RANK }, (_, r) => COMPONENTS[r * TIMES + t]);
          kernel.apply(now, out);
          const exact = inFull(operator, method, snr, t);
          const peak = Math.max(...exact.map(Math.abs));
          exact.forEach((value, i) => {
            assert.ok(Math.abs(out[i] - value) < 1e-5 * peak);
          });
          courses.forEach((course, o) => {
            assert.ok(Math.abs(course[t] - exact[4 * nOut + o]) < 1e-5 * peak);
          });
        }
      }
    });
  }
}

test("explained variance is 1 less the residual's share, components and what lies outside", () => {
  const outside = Float32Array.from({ length: TIMES }, (_, t) => 0.1 * (t + 1));
  const { total, share, measured, left } = explain(
    S,
    { components: COMPONENTS, outside, nTimes: TIMES },
    2,
  );
  let [all, rest] = [0, 0];
  for (let t = 0; t < TIMES; t++) {
    let [power, residual] = [outside[t], outside[t]];
    for (let r = 0; r < RANK; r++) {
      const value = COMPONENTS[r * TIMES + t];
      power += value ** 2;
      residual += (value - (S[r] ** 2 / (S[r] ** 2 + 0.25)) * value) ** 2;
    }
    all += power;
    rest += residual;
    assert.ok(Math.abs(share[t] - (1 - residual / power)) < 1e-6);
    assert.ok(Math.abs(measured[t] - Math.sqrt(power / RANK)) < 1e-6);
    assert.ok(Math.abs(left[t] - Math.sqrt(residual / RANK)) < 1e-6);
  }
  assert.ok(Math.abs(total - (1 - rest / all)) < 1e-6);
});

test("a higher snr explains more", () => {
  const response = { components: COMPONENTS, outside: null, nTimes: TIMES };
  const shares = [0.5, 1, 3, 9].map((snr) => explain(S, response, snr).total);
  assert.deepEqual(
    [...shares].sort((a, b) => a - b),
    shares,
  );
});
