// Head map: values of sensors spread over the head by one fixed matrix, and its contour lines.

import type { Integers } from "../payload";

/** One number for each column: a channel, or the root mean square of two. */
export function columnValues(channels: Integers, width: number, values: ArrayLike<number>) {
  const out = new Float32Array(channels.length / width);
  for (let i = 0; i < out.length; i++) {
    if (width === 1) out[i] = values[channels[i]];
    else out[i] = Math.sqrt((values[channels[2 * i]] ** 2 + values[channels[2 * i + 1]] ** 2) / 2);
  }
  return out;
}

/** Picture (size * size,): NaN outside the pixels. */
export function fillPixels(
  matrix: Float32Array,
  columns: Float32Array,
  pixels: Integers,
  out: Float32Array,
): void {
  out.fill(Number.NaN);
  const n = columns.length;
  for (let p = 0; p < pixels.length; p++) {
    let sum = 0;
    for (let c = 0, at = p * n; c < n; c++, at++) sum += matrix[at] * columns[c];
    out[pixels[p]] = sum;
  }
}

/** Segments of the line where a picture (size, size) has a value: x, y, x, y in pixels. */
export function contour(picture: Float32Array, size: number, level: number): number[] {
  const out: number[] = [];
  for (let y = 0; y + 1 < size; y++) {
    for (let x = 0; x + 1 < size; x++) {
      const at = y * size + x;
      const corners = [picture[at], picture[at + 1], picture[at + size + 1], picture[at + size]];
      if (corners.some(Number.isNaN)) continue;
      const cuts = cutsOf(corners, level, x, y);
      for (let i = 0; i + 3 < cuts.length; i += 4) out.push(...cuts.slice(i, i + 4));
    }
  }
  return out;
}

const STEPS = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
];

function cutsOf(corners: number[], level: number, x: number, y: number): number[] {
  const cuts: number[] = [];
  for (let k = 0; k < 4; k++) {
    const [a, b] = [corners[k], corners[(k + 1) % 4]];
    if (a < level === b < level) continue;
    const share = (level - a) / (b - a);
    const [from, to] = [STEPS[k], STEPS[(k + 1) % 4]];
    cuts.push(x + from[0] + share * (to[0] - from[0]), y + from[1] + share * (to[1] - from[1]));
  }
  return cuts;
}
