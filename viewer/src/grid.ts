// Grid: sources at the points of a grid in a volume, and the image behind them.

import { transformPoint } from "./maths/numbers";
import type { Box, GreyVoxels, GridPoints, Point } from "./maths/slices";
import { invertAffine } from "./maths/slices";
import type { VolumeData } from "./page_data";
import type { Integers, Payload } from "./payload";

export class Grid implements GridPoints {
  readonly shape: Point;
  readonly toGrid: number[];
  readonly rows: Int32Array;
  /** Number of the point of each source. */
  readonly sources: Integers;
  readonly box: Box;
  readonly image: GreyVoxels | null;
  /** Largest distance of neighbouring points along an axis of the grid, in mm. */
  readonly spacing: number;
  /** Coordinates in mm, (n_sources, 3). */
  readonly #points: Float64Array;

  constructor(payload: Payload, data: VolumeData) {
    this.shape = data.shape;
    this.toGrid = invertAffine(data.affine);
    this.sources = payload.integers(data.sources);
    this.box = { low: data.low, high: data.high };
    const [nx, ny, nz] = data.shape;
    this.rows = new Int32Array(nx * ny * nz).fill(-1);
    this.#points = new Float64Array(3 * this.sources.length);
    for (let s = 0; s < this.sources.length; s++) {
      const number = this.sources[s];
      this.rows[number] = s;
      const place: Point = [
        number % nx,
        Math.floor(number / nx) % ny,
        Math.floor(number / nx / ny),
      ];
      this.#points.set(transformPoint(data.affine, place), 3 * s);
    }
    this.spacing = Math.max(
      ...[0, 1, 2].map((c) => Math.hypot(...[0, 4, 8].map((row) => data.affine[row + c]))),
    );
    this.image = data.image && {
      values: payload.integers(data.image.values) as Uint8Array,
      shape: payload.shape(data.image.values).slice().reverse() as Point,
      first: data.image.first,
      step: data.image.step,
    };
  }

  /** Where a source is, in mm. */
  pointOf(source: number): Point {
    return [...this.#points.subarray(3 * source, 3 * source + 3)] as Point;
  }

  /** The source at a point of the grid, -1 if there is none. */
  sourceAt(number: number): number {
    return this.rows[number] ?? -1;
  }

  /** The source at the point of the grid nearest to a place, -1 if there is none. */
  rowAt(place: Point): number {
    const point = transformPoint(this.toGrid, place).map(Math.round);
    if (point.some((x, axis) => x < 0 || x >= this.shape[axis])) return -1;
    return this.rows[point[0] + this.shape[0] * (point[1] + this.shape[1] * point[2])];
  }

  /** The source nearest to a place. */
  nearest([x, y, z]: Point): number {
    const points = this.#points;
    let [best, least] = [-1, Number.POSITIVE_INFINITY];
    for (let s = 0, i = 0; i < points.length; s++, i += 3) {
      const distance = (points[i] - x) ** 2 + (points[i + 1] - y) ** 2 + (points[i + 2] - z) ** 2;
      if (distance < least) [best, least] = [s, distance];
    }
    return best;
  }
}
