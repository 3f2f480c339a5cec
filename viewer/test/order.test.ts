// Order: rows of tables by one of their columns.

import assert from "node:assert/strict";
import { test } from "node:test";
import { sortedPlaces } from "../src/maths/order";

test("numbers go by their size, and what is not known stays last in both directions", () => {
  const keys = [3e-11, null, -2, 10, 9];
  assert.deepEqual(sortedPlaces(keys, false), [2, 0, 4, 3, 1]);
  assert.deepEqual(sortedPlaces(keys, true), [3, 4, 0, 2, 1]);
});

test("numbers in texts count as numbers", () => {
  assert.deepEqual(sortedPlaces(["sub-10", "sub-9", "sub-010b"], false), [1, 0, 2]);
});

test("equal ones stay as they were, in both directions", () => {
  const keys = ["b", "a", "b", "a"];
  assert.deepEqual(sortedPlaces(keys, false), [1, 3, 0, 2]);
  assert.deepEqual(sortedPlaces(keys, true), [0, 2, 1, 3]);
});
