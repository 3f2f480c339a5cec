// Slices: places of panels, what they show of space, values on their pixels, and the crosshair.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Context } from "../src/context";
import { Grid } from "../src/grid";
import { transformPoint } from "../src/maths/numbers";
import {
  type Box,
  greySlice,
  insideBox,
  invertAffine,
  middleOf,
  type Point,
  pixelOf,
  pointAtPixel,
  rasterOf,
  sampleGrid,
  slicePlaces,
  zoomedAt,
} from "../src/maths/slices";
import { Payload } from "../src/payload";
import { goTo, keepHere } from "../src/slice_actions";
import { type State, Store } from "../src/store";
import { PayloadWriter, volumePage } from "./made_up";

const BOX: Box = { low: [-70, -105, -50], high: [70, 75, 80] };
const WHOLE = { zoom: 1, centre: middleOf(BOX) };
const near = (a: ArrayLike<number>, b: ArrayLike<number>, by = 1e-9) =>
  Array.from(a).every((x, i) => Math.abs(x - b[i]) < by);

function makeGrid(): Grid {
  const writer = new PayloadWriter();
  const payload = new Payload(writer.finish(volumePage(writer)));
  return new Grid(payload, payload.header.volume as NonNullable<typeof payload.header.volume>);
}

test("panels are in the room, do not overlap, and have one scale", () => {
  for (const [width, height] of [
    [1200, 400],
    [700, 700],
    [300, 900],
  ]) {
    const places = slicePlaces(0, { x: 10, y: 20, width, height }, BOX, WHOLE);
    assert.deepEqual(places.map(({ axis }) => axis).sort(), [0, 1, 2]);
    assert.equal(new Set(places.map(({ scale }) => scale)).size, 1);
    for (const { rectangle: r } of places) {
      assert.ok(r.x >= 10 - 1e-9 && r.x + r.width <= 10 + width + 1e-9);
      assert.ok(r.y >= 20 - 1e-9 && r.y + r.height <= 20 + height + 1e-9);
      const apart = places.every(({ rectangle: o }) => {
        const beside = o.x + o.width <= r.x || r.x + r.width <= o.x;
        return o === r || beside || o.y + o.height <= r.y || r.y + r.height <= o.y;
      });
      assert.ok(apart);
    }
  }
});

test("panels stand side by side, in a square or above each other, as the room is", () => {
  const columns = (width: number, height: number) =>
    new Set(
      slicePlaces(0, { x: 0, y: 0, width, height }, BOX, WHOLE).map(({ rectangle }) =>
        Math.round(rectangle.x),
      ),
    ).size;
  assert.deepEqual([columns(1500, 400), columns(700, 700), columns(250, 900)], [3, 2, 1]);
});

test("right and up in a panel are right, front and up of the head", () => {
  const [sagittal, coronal, axial] = slicePlaces(
    0,
    { x: 0, y: 0, width: 1500, height: 400 },
    BOX,
    WHOLE,
  );
  const place: Point = [10, -20, 30];
  const change = (slice: typeof sagittal, dx: number, dy: number) => {
    const { x, y } = pixelOf(slice, place);
    const [a, b] = [pointAtPixel(slice, place, x, y), pointAtPixel(slice, place, x + dx, y + dy)];
    assert.ok(near(a, place));
    return b.map((value, c) => Math.sign(Math.round((value - a[c]) * 1e6)));
  };
  assert.deepEqual(change(sagittal, 5, -5), [0, 1, 1]);
  assert.deepEqual(change(coronal, 5, -5), [1, 0, 1]);
  assert.deepEqual(change(axial, 5, -5), [1, 1, 0]);
});

test("a zoom leaves its point where it is, and none shows the whole", () => {
  const point: Point = [30, 10, -5];
  const zoomed = zoomedAt(WHOLE, BOX, 2, point);
  const room = { x: 0, y: 0, width: 900, height: 500 };
  const before = slicePlaces(0, room, BOX, WHOLE).map((slice) => pixelOf(slice, point));
  const after = slicePlaces(0, room, BOX, zoomed).map((slice) => pixelOf(slice, point));
  before.forEach(({ x, y }, i) => {
    assert.ok(near([x, y], [after[i].x, after[i].y], 1e-6));
  });
  assert.deepEqual(zoomedAt(zoomed, BOX, 0.1, point), WHOLE);
});

test("an inverse takes points back", () => {
  const affine = [0, -7, 1, 60, 6.9, 0, 0.5, -100, 0.3, 0, 7, -40, 0, 0, 0, 1];
  const point = transformPoint(affine, [3, 4, 5]);
  assert.ok(near(transformPoint(invertAffine(affine), point), [3, 4, 5]));
  assert.throws(() => invertAffine([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]), /plane/);
});

test("a grid knows where its sources are, and which is nearest", () => {
  const grid = makeGrid();
  assert.deepEqual(grid.pointOf(4), [10, 10, 10]);
  assert.deepEqual([grid.sourceAt(4), grid.sourceAt(3), grid.sourceAt(99)], [3, -1, -1]);
  assert.deepEqual(
    [grid.rowAt([1, 9, -2]), grid.rowAt([-9, 9, 0]), grid.rowAt([40, 0, 0])],
    [3, -1, -1],
  );
  assert.equal(grid.nearest([30, 30, 30]), 4);
  assert.equal(grid.spacing, 10);
});

test("pixels have the value of the nearest source, or one between those around", () => {
  const grid = makeGrid();
  const values = Float32Array.of(1, 3, 5, 7, 9);
  // Ten pixels along x, 2.5 mm apart, from a source at -10 to where there is none.
  const raster = {
    start: [-10, 0, 0] as Point,
    right: [2.5, 0, 0] as Point,
    down: [0, 0, 10] as Point,
    width: 12,
    height: 2,
  };
  const out = new Float32Array(24);
  sampleGrid(grid, values, raster, false, out);
  assert.deepEqual([...out.slice(0, 10)], [1, 1, 3, 3, 3, 3, 5, 5, 5, 5]);
  assert.ok(out.slice(10).every(Number.isNaN));
  sampleGrid(grid, values, raster, true, out);
  assert.ok(near(out.slice(0, 9), [1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5], 1e-6));
});

test("a corner without a source does not count between others", () => {
  const grid = makeGrid();
  const raster = {
    start: [5, 2, 0] as Point,
    right: [1, 0, 0] as Point,
    down: [0, 1, 0] as Point,
    width: 1,
    height: 1,
  };
  const out = new Float32Array(1);
  sampleGrid(grid, Float32Array.of(0, 2, 4, 8, 0), raster, true, out);
  // Half-way between 2 and 4, and a fifth of the way to 8 behind the first of them.
  assert.ok(near(out, [(0.4 * 2 + 0.4 * 4 + 0.1 * 8) / 0.9], 1e-6));
});

test("a raster covers its slice", () => {
  const [slice] = slicePlaces(0, { x: 0, y: 0, width: 900, height: 300 }, BOX, WHOLE);
  const { start, right, down, width, height } = rasterOf(slice, [5, 0, 0], 2);
  assert.equal(start[0], 5);
  assert.ok(width * right[1] >= BOX.high[1] - BOX.low[1] - 1e-9);
  assert.ok(-height * down[2] >= BOX.high[2] - BOX.low[2] - 1e-9);
});

test("slices of an image have their highest row on top", () => {
  const image = {
    values: Uint8Array.from({ length: 24 }, (_, i) => i),
    shape: [2, 3, 4] as Point,
    first: [0, 0, 0] as Point,
    step: 5,
  };
  assert.deepEqual([...greySlice(image, 2, 5.4).values], [10, 11, 8, 9, 6, 7]);
  assert.deepEqual([...greySlice(image, 0, 5).values].slice(0, 3), [19, 21, 23]);
  assert.deepEqual([...greySlice(image, 1, 10).values].slice(0, 2), [22, 23]);
  assert.ok(greySlice(image, 1, 100).values.every((value) => value === 0));
});

test("a place outside is cut to the box", () => {
  assert.deepEqual(insideBox(BOX, [100, -200, 3]), [70, -105, 3]);
});

function makeContext(): Context {
  const start = { place: [0, 0, 0], picks: [], lens: WHOLE } as unknown as State;
  const brain = { grid: makeGrid() };
  return { store: new Store(start), brain, say: () => {} } as unknown as Context;
}

const picked = ({ store }: Context) =>
  store.state.picks.map(({ vertex, here }) => (here ? `here ${vertex}` : `${vertex}`));

test("the crosshair's source follows it", () => {
  const context = makeContext();
  goTo(context, [-9, 1, 1]);
  const [{ colour }] = context.store.state.picks;
  goTo(context, [8, 1, 1]);
  assert.deepEqual(picked(context), ["here 2"]);
  assert.equal(context.store.state.picks[0].colour, colour);
  assert.deepEqual(context.store.state.place, [8, 1, 1]);
});

test("what is kept stays when the crosshair goes over it", () => {
  const context = makeContext();
  goTo(context, [-9, 1, 1]);
  keepHere(context);
  goTo(context, [0, 0, 0]);
  assert.deepEqual(picked(context), ["0", "here 1"]);
  goTo(context, [-10, 0, 0]);
  assert.deepEqual(picked(context), ["0"]);
  goTo(context, [10, 0, 0]);
  goTo(context, [0, 10, 0], true);
  assert.deepEqual(picked(context), ["0", "2", "here 4"]);
  assert.equal(new Set(context.store.state.picks.map(({ colour }) => colour)).size, 3);
});

test("a place that is no number is left out", () => {
  const context = makeContext();
  goTo(context, [1, Number.NaN, 1]);
  assert.deepEqual(context.store.state.place, [0, 0, 0]);
});
