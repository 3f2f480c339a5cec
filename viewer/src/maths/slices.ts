// Slices: three panels through a place, what of space they show, and values on their pixels.

export type Point = [number, number, number];

export const AXIS_NAMES = ["sagittal", "coronal", "axial"];
/** Coordinates to the right and upwards in the panel seen along x, y and z. */
export const IN_PLANE = [
  [1, 2],
  [0, 2],
  [0, 1],
];

/** What panels look at: `zoom` times as large as it fits, `centre` in their middle. */
export interface Lens {
  zoom: number;
  centre: Point;
}

export interface Box {
  low: Point;
  high: Point;
}

export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A slice of one map: where it is drawn in CSS pixels, and what of space in mm. */
export interface SlicePlace {
  lane: number;
  axis: number;
  rectangle: Rectangle;
  /** Mm a pixel. */
  scale: number;
  /** Coordinates in mm at the left and the upper edge. */
  left: number;
  top: number;
}

export function sizeOf({ low, high }: Box): Point {
  return [high[0] - low[0], high[1] - low[1], high[2] - low[2]];
}

export function middleOf({ low, high }: Box): Point {
  return [(low[0] + high[0]) / 2, (low[1] + high[1]) / 2, (low[2] + high[2]) / 2];
}

export function insideBox({ low, high }: Box, place: Point): Point {
  return place.map((x, c) => Math.min(Math.max(x, low[c]), high[c])) as Point;
}

const GAP = 6;
/** Panels in rows, by their axes. */
const LAYOUTS = [[[0, 1, 2]], [[1, 0], [2]], [[0], [1], [2]]];

/** Panels of a map in a rectangle, side by side, in a square or above each other: the largest. */
export function slicePlaces(lane: number, room: Rectangle, box: Box, lens: Lens): SlicePlace[] {
  const size = sizeOf(box);
  const layouts = LAYOUTS.map((rows) => {
    const columns = rows[0].map((_, c) =>
      Math.max(...rows.map((row) => (c < row.length ? size[IN_PLANE[row[c]][0]] : 0))),
    );
    const heights = rows.map((row) => Math.max(...row.map((axis) => size[IN_PLANE[axis][1]])));
    const scale = Math.max(
      sum(columns) / (room.width - GAP * (columns.length - 1)),
      sum(heights) / (room.height - GAP * (heights.length - 1)),
    );
    return { rows, columns, heights, scale: scale > 0 ? scale : Number.POSITIVE_INFINITY };
  });
  const best = layouts.reduce((a, b) => (b.scale < a.scale ? b : a));
  const { rows, columns, heights, scale } = best;
  const spare = (n: number[], all: number) => all - sum(n) / scale - GAP * (n.length - 1);
  const [x0, y0] = [
    room.x + spare(columns, room.width) / 2,
    room.y + spare(heights, room.height) / 2,
  ];
  return rows.flatMap((row, r) =>
    row.map((axis, c) => {
      const [right, up] = IN_PLANE[axis];
      const rectangle = {
        x: x0 + sum(columns.slice(0, c)) / scale + GAP * c,
        y: y0 + sum(heights.slice(0, r)) / scale + GAP * r,
        width: size[right] / scale,
        height: size[up] / scale,
      };
      const zoomed = scale / lens.zoom;
      return {
        lane,
        axis,
        rectangle,
        scale: zoomed,
        left: lens.centre[right] - (rectangle.width / 2) * zoomed,
        top: lens.centre[up] + (rectangle.height / 2) * zoomed,
      };
    }),
  );
}

function sum(numbers: number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}

export function sliceAt(places: SlicePlace[], x: number, y: number): SlicePlace | undefined {
  return places.find(({ rectangle: r }) => {
    return x >= r.x && x < r.x + r.width && y >= r.y && y < r.y + r.height;
  });
}

/** The point at a pixel of a slice through a place. */
export function pointAtPixel(slice: SlicePlace, through: Point, x: number, y: number): Point {
  const [right, up] = IN_PLANE[slice.axis];
  const out: Point = [...through];
  out[right] = slice.left + (x - slice.rectangle.x) * slice.scale;
  out[up] = slice.top - (y - slice.rectangle.y) * slice.scale;
  return out;
}

/** Where in the picture a point is, or its shadow on the slice. */
export function pixelOf(slice: SlicePlace, point: ArrayLike<number>): { x: number; y: number } {
  const [right, up] = IN_PLANE[slice.axis];
  return {
    x: slice.rectangle.x + (point[right] - slice.left) / slice.scale,
    y: slice.rectangle.y + (slice.top - point[up]) / slice.scale,
  };
}

/** The lens after a zoom that leaves a point where it is; whole views are in the middle. */
export function zoomedAt(lens: Lens, box: Box, factor: number, point: Point): Lens {
  const zoom = Math.min(Math.max(lens.zoom * factor, 1), 12);
  if (zoom === 1) return { zoom, centre: middleOf(box) };
  const ratio = lens.zoom / zoom;
  const centre = lens.centre.map((c, i) => point[i] + (c - point[i]) * ratio) as Point;
  return { zoom, centre: insideBox(box, centre) };
}

/** Sources at points of a grid: `rows` has the source of each point, -1 where there is none. */
export interface GridPoints {
  shape: Point;
  /** 4 x 4 by rows, from mm to places on the grid. */
  toGrid: number[];
  rows: Int32Array;
}

/** Pixels of a slice: the middle of the first in mm, and the way to the next one and row. */
export interface Raster {
  start: Point;
  right: Point;
  down: Point;
  width: number;
  height: number;
}

export function rasterOf(slice: SlicePlace, through: Point, step: number): Raster {
  const [right, up] = IN_PLANE[slice.axis];
  const { x, y, width, height } = slice.rectangle;
  const along = (axis: number, length: number): Point => {
    const out: Point = [0, 0, 0];
    out[axis] = length;
    return out;
  };
  return {
    start: pointAtPixel(slice, through, x + step / 2, y + step / 2),
    right: along(right, step * slice.scale),
    down: along(up, -step * slice.scale),
    width: Math.ceil(width / step),
    height: Math.ceil(height / step),
  };
}

/**
 * Values on the pixels of a raster, NaN where the nearest point has no source: that of the nearest
 * one, or between those around, by how near they are along each axis.
 */
export function sampleGrid(
  grid: GridPoints,
  values: ArrayLike<number>,
  raster: Raster,
  smooth: boolean,
  out: Float32Array,
): void {
  const { shape, rows, toGrid } = grid;
  const [nx, ny, nz] = shape;
  const turned = (v: Point, r: number) =>
    toGrid[4 * r] * v[0] + toGrid[4 * r + 1] * v[1] + toGrid[4 * r + 2] * v[2];
  const vector = (v: Point) => [turned(v, 0), turned(v, 1), turned(v, 2)];
  const [a, b] = [vector(raster.right), vector(raster.down)];
  const first = vector(raster.start).map((x, r) => x + toGrid[4 * r + 3]);
  for (let j = 0, at = 0; j < raster.height; j++) {
    for (let i = 0; i < raster.width; i++, at++) {
      const x = first[0] + i * a[0] + j * b[0];
      const y = first[1] + i * a[1] + j * b[1];
      const z = first[2] + i * a[2] + j * b[2];
      const [p, q, r] = [Math.round(x), Math.round(y), Math.round(z)];
      const inside = p >= 0 && q >= 0 && r >= 0 && p < nx && q < ny && r < nz;
      const row = inside ? rows[p + nx * (q + ny * r)] : -1;
      if (row < 0) out[at] = Number.NaN;
      else out[at] = smooth ? between(grid, values, x, y, z) : values[row];
    }
  }
}

/** The mean of the sources at the corners around, each by how near it is. */
function between(
  { shape: [nx, ny, nz], rows }: GridPoints,
  values: ArrayLike<number>,
  x: number,
  y: number,
  z: number,
): number {
  const [p, q, r] = [Math.floor(x), Math.floor(y), Math.floor(z)];
  const [u, v, w] = [x - p, y - q, z - r];
  let total = 0;
  let weights = 0;
  for (let k = 0; k < 2; k++) {
    if (r + k < 0 || r + k >= nz) continue;
    for (let j = 0; j < 2; j++) {
      if (q + j < 0 || q + j >= ny) continue;
      const face = (k ? w : 1 - w) * (j ? v : 1 - v);
      for (let i = 0; i < 2; i++) {
        if (p + i < 0 || p + i >= nx) continue;
        const row = rows[p + i + nx * (q + j + ny * (r + k))];
        if (row < 0) continue;
        const weight = face * (i ? u : 1 - u);
        total += weight * values[row];
        weights += weight;
      }
    }
  }
  return total / weights;
}

/** Brightness (z, y, x) of voxels along the axes, `step` mm apart. */
export interface GreyVoxels {
  values: Uint8Array;
  /** Voxels along x, y and z. */
  shape: Point;
  first: Point;
  step: number;
}

/** The voxels nearest to a slice, its uppermost row first. */
export function greySlice(
  image: GreyVoxels,
  axis: number,
  cut: number,
): { width: number; height: number; values: Uint8Array } {
  const { shape, values, first, step } = image;
  const [right, up] = IN_PLANE[axis];
  const [width, height] = [shape[right], shape[up]];
  const out = new Uint8Array(width * height);
  const place = Math.round((cut - first[axis]) / step);
  if (place < 0 || place >= shape[axis]) return { width, height, values: out };
  const strides = [1, shape[0], shape[0] * shape[1]];
  for (let j = 0, at = 0; j < height; j++) {
    let from = place * strides[axis] + (height - 1 - j) * strides[up];
    for (let i = 0; i < width; i++, at++, from += strides[right]) out[at] = values[from];
  }
  return { width, height, values: out };
}

/** The inverse of an affine transform, 4 x 4 by rows. */
export function invertAffine(m: number[]): number[] {
  const [a, b, c, x, d, e, f, y, g, h, i, z] = m;
  const [p, q, r] = [e * i - f * h, f * g - d * i, d * h - e * g];
  const det = a * p + b * q + c * r;
  if (!det) throw new Error("the grid of this page lies in a plane");
  const n = [p, c * h - b * i, b * f - c * e, q, a * i - c * g, c * d - a * f];
  n.push(r, b * g - a * h, a * e - b * d);
  const s = n.map((value) => value / det);
  const row = (k: number) => [
    s[3 * k],
    s[3 * k + 1],
    s[3 * k + 2],
    -(s[3 * k] * x + s[3 * k + 1] * y + s[3 * k + 2] * z),
  ];
  return [...row(0), ...row(1), ...row(2), 0, 0, 0, 1];
}
