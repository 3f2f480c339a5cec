// Payload: what is written comes back, and what cannot be read is refused with words.

import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { Activity } from "../src/activity";
import { Brain } from "../src/brain_model";
import { initialPicks, initialState } from "../src/initial_state";
import { decodeBase64, gunzip, Payload } from "../src/payload";
import { PayloadWriter, smallPage } from "./made_up";

function written() {
  const writer = new PayloadWriter();
  const signed = Int16Array.of(5, -7, 32767, -32768, 0, 9);
  const whole = Uint32Array.of(1, 70000, 3, 4_000_000_000, 2, 6);
  writer.add("packed", signed, [3, 2], { delta: true, planes: true });
  writer.add("deltas", whole, [6], { delta: true });
  writer.add("planes", whole, [2, 3], { planes: true });
  writer.add("floats", Float32Array.of(1.5, -2), [2]);
  return { bytes: writer.finish(smallPage(writer)), signed, whole };
}

test("packed arrays come back as they were, also when asked for twice", () => {
  const { bytes, signed, whole } = written();
  const payload = new Payload(bytes);
  for (let i = 0; i < 2; i++) {
    assert.deepEqual(payload.array("packed"), signed);
    assert.deepEqual(payload.array("deltas"), whole);
    assert.deepEqual(payload.array("planes"), whole);
    assert.deepEqual(payload.array("floats"), Float32Array.of(1.5, -2));
  }
});

test("rows of integers are multiplied by their scales", () => {
  const writer = new PayloadWriter();
  writer.add("data", Int16Array.of(1, 2, 3, 4), [2, 2]);
  writer.add("scales of data", Float32Array.of(0.5, 10), [2]);
  const payload = new Payload(writer.finish(smallPage(writer)));
  assert.deepEqual(payload.scaled("data", "scales of data"), Float32Array.of(0.5, 1, 30, 40));
});

test("base64 and gzip are undone", async () => {
  const { bytes } = written();
  const text = gzipSync(new Uint8Array(bytes)).toString("base64");
  assert.deepEqual(await gunzip(decodeBase64(`\n${text}\n`)), bytes);
});

test("another version is refused with both numbers", () => {
  const writer = new PayloadWriter();
  const page = { ...smallPage(writer), version: 2 as 1 };
  assert.throws(
    () => new Payload(writer.finish(page)),
    /reads leadfield-viewer 1, .* leadfield-viewer 2/,
  );
});

test("cut data are refused", () => {
  const { bytes } = written();
  assert.throws(() => new Payload(bytes.slice(0, 100)), /cut off/);
  const payload = new Payload(bytes.slice(0, bytes.byteLength - 64));
  assert.throws(() => payload.array("table"), /cut off/);
});

test("an array that is not there is named", () => {
  assert.throws(() => new Payload(written().bytes).array("nothing"), /no array nothing/);
});

test("a page starts at its map's peak, with the values that were written", () => {
  const payload = new Payload(written().bytes);
  const brain = new Brain(payload);
  const activity = new Activity(payload, brain);
  const state = initialState(payload.header, brain, activity);
  assert.equal(state.time, 0.1);
  const picks = initialPicks(payload.header, brain, activity, state);
  assert.deepEqual(picks, [{ hemisphere: "rh", vertex: 40, time: 0.1 }]);
  const { values } = activity.frame(0, state);
  values.forEach((value, row) => {
    assert.ok(Math.abs(value - 3 * row) < 1e-3);
  });
  const halfway = activity.frame(0, { ...state, time: 0.05 }).values;
  assert.ok(Math.abs(halfway[9] - 2.5 * 9) < 1e-3);
  assert.equal(activity.paintedAt(0, "rh", 1, { ...state, time: 0 }).toFixed(3), "12.000");
  assert.ok(Number.isNaN(activity.paintedAt(0, "rh", brain.hemispheres[1].nVertices - 1, state)));
});

test("a missing pial surface lies halfway between white and inflated", () => {
  const brain = new Brain(new Payload(written().bytes));
  assert.deepEqual(brain.morphs, [0, 2]);
  const [white, pial] = [brain.hemispheres[0].pointAt(5, 0), brain.hemispheres[0].pointAt(5, 1)];
  white.forEach((x, c) => {
    assert.ok(Math.abs(x - pial[c]) < 1e-4);
  });
});

test("inflated hemispheres lie 4 mm apart, white ones where their files have them", () => {
  const brain = new Brain(new Payload(written().bytes));
  const [left, right] = brain.hemispheres;
  const reach = (morph: number, hemisphere: typeof left, pick: (...x: number[]) => number) =>
    pick(...hemisphere.drawnPoints(morph).filter((_, i) => i % 3 === 0));
  const gap = reach(2, right, Math.min) - reach(2, left, Math.max);
  assert.ok(Math.abs(gap - 4) < 0.01);
  assert.equal(Math.abs(left.shift(0)), 0);
});
