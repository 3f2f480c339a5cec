// Space: cameras, picking, meshes and the places of panels.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  cross,
  dot,
  extentAlong,
  fitScale,
  mixAxes,
  turnAxes,
  VIEWS,
  viewAxes,
} from "../src/maths/camera";
import {
  inflatedOffset,
  morphBetween,
  regionBorders,
  spacedPlaces,
  vertexNormals,
} from "../src/maths/mesh";
import { panelAt, panelPlaces } from "../src/maths/panels";
import { pickTriangle, projectPoints } from "../src/maths/picking";
import { sphere } from "./made_up";

const near = (a: ArrayLike<number>, b: ArrayLike<number>, by = 1e-9) =>
  Array.from(a).every((x, i) => Math.abs(x - b[i]) < by);

test("views look from where their names say", () => {
  assert.ok(near(viewAxes("lateral", "lh")[2], [-1, 0, 0]));
  assert.ok(near(viewAxes("lateral", "rh")[2], [1, 0, 0]));
  assert.ok(near(viewAxes("lateral", "both")[2], [-1, 0, 0]));
  assert.ok(near(viewAxes("medial", "rh")[2], [-1, 0, 0]));
  assert.ok(near(viewAxes("dorsal", "lh")[2], [0, 0, 1]));
  assert.ok(near(viewAxes("ventral", "lh")[2], [0, 0, -1]));
  assert.ok(near(viewAxes("rostral", "lh")[2], [0, 1, 0]));
  assert.ok(near(viewAxes("caudal", "lh")[2], [0, -1, 0]));
  assert.ok(near(viewAxes("dorsal", "lh")[1], [0, 1, 0]));
  assert.ok(near(viewAxes("lateral", "lh")[1], [0, 0, 1]));
});

test("axes stay at right angles and of length 1, in every view and after many turns", () => {
  for (const view of VIEWS) {
    let axes = viewAxes(view, "rh");
    for (let i = 0; i < 200; i++) axes = turnAxes(axes, 0.11, -0.07);
    const [right, up, towards] = axes;
    for (const axis of axes) assert.ok(Math.abs(dot(axis, axis) - 1) < 1e-9);
    assert.ok(near(cross(right, up), towards));
  }
});

test("what is dragged to the right or up goes there", () => {
  const axes = viewAxes("lateral", "rh");
  const front = axes[2];
  assert.ok(dot(turnAxes(axes, 0.2, 0)[0], front) > 0.1);
  assert.ok(dot(turnAxes(axes, 0, 0.2)[1], front) > 0.1);
});

test("between two views the axes start and end at theirs", () => {
  const [from, to] = [viewAxes("lateral", "lh"), viewAxes("rostral", "lh")];
  assert.ok(near(mixAxes(from, to, 0)[2], from[2]));
  assert.ok(near(mixAxes(from, to, 1)[0], to[0]));
  const opposite = viewAxes("medial", "lh");
  assert.ok(mixAxes(from, opposite, 0.5).flat().every(Number.isFinite));
});

test("a picture fits what is seen, with a margin", () => {
  const { points } = sphere(3);
  const { middle, half } = extentAlong(viewAxes("frontal", "lh"), points);
  assert.ok(near(middle, [0, 0, 0], 1));
  assert.ok(half.every((x) => x > 49 && x <= 50.001));
  const scale = fitScale(half, 800, 400);
  assert.ok(2 * half[1] < 400 * scale && 2 * half[1] > 300 * scale);
});

test("the vertex picked is the nearest corner of the front triangle", () => {
  const { points, triangles } = sphere(3);
  const axes = viewAxes("lateral", "rh");
  const projected = new Float32Array(points.length);
  projectPoints(points, axes, projected);
  for (let v = 0; v < points.length / 3; v += 7) {
    if (projected[3 * v + 2] < 10) continue;
    const hit = pickTriangle(projected, triangles, projected[3 * v] + 0.05, projected[3 * v + 1]);
    assert.equal(hit?.vertex, v);
  }
  assert.equal(pickTriangle(projected, triangles, 60, 60), null);
});

test("normals of a sphere point outwards", () => {
  const { points, triangles } = sphere(3);
  const normals = vertexNormals(points, triangles);
  for (let i = 0; i < points.length; i++) assert.ok(Math.abs(normals[i] - points[i] / 50) < 0.05);
});

test("a morph lies between two surfaces", () => {
  assert.deepEqual(morphBetween(0), { from: 0, share: 0 });
  assert.deepEqual(morphBetween(1), { from: 0, share: 1 });
  assert.deepEqual(morphBetween(1.5), { from: 1, share: 0.5 });
  assert.deepEqual(morphBetween(2), { from: 1, share: 1 });
});

test("an inflated hemisphere is moved away from the middle", () => {
  const inflated = Float32Array.of(-60, 0, 0, 10, 0, 0);
  assert.equal(inflatedOffset("lh", inflated), -12);
  assert.equal(inflatedOffset("rh", inflated), 62);
});

test("borders join the middles of edges between regions, three ways where three meet", () => {
  const triangles = Uint32Array.of(0, 1, 2, 1, 3, 2, 2, 3, 4);
  assert.deepEqual(
    Array.from(regionBorders(Int16Array.of(0, 0, 1, 1, 1), triangles)),
    [1, 2, 2, 0, 1, 3, 2, 1],
  );
  assert.equal(regionBorders(Int16Array.of(0, 1, 2, 0, 0), triangles.slice(0, 3)).length, 8);
  assert.equal(regionBorders(Int16Array.of(3, 3, 3, 3, 3), triangles).length, 0);
});

test("of points in one cube the one nearest its middle stays", () => {
  const points = Float32Array.of(1, 1, 1, 3, 3, 3, 12, 1, 1);
  assert.deepEqual(spacedPlaces(points, 7), [1, 2]);
});

test("panels fill the picture without overlap", () => {
  for (const [maps, views] of [
    [1, 1],
    [1, 4],
    [2, 1],
    [3, 1],
    [4, 4],
  ] as [number, 1 | 4][]) {
    const places = panelPlaces(maps, views, 900, 600);
    assert.equal(places.length, maps * views);
    const area = places.reduce((sum, { rectangle: r }) => sum + r.width * r.height, 0);
    assert.ok(area <= 900 * 600 + 1e-6);
    for (const place of places) {
      const { x, y, width, height } = place.rectangle;
      assert.equal(panelAt(places, x + width / 2, y + height / 2), place);
    }
  }
});

test("two maps stand beside each other in a wide picture, above each other in a tall one", () => {
  assert.equal(panelPlaces(2, 1, 900, 600)[1].rectangle.y, 0);
  assert.equal(panelPlaces(2, 1, 400, 900)[1].rectangle.x, 0);
});
