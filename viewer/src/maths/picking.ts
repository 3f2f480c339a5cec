// Picking: the vertex in front at a point of the picture, found by looking at every triangle.

import type { Integers } from "../payload";
import type { Axes } from "./camera";

/** Points (n, 3) along right, up and towards the eye. */
export function projectPoints(points: Float32Array, axes: Axes, out: Float32Array): void {
  const [[a, b, c], [d, e, f], [g, h, k]] = axes;
  for (let i = 0; i < points.length; i += 3) {
    const x = points[i];
    const y = points[i + 1];
    const z = points[i + 2];
    out[i] = a * x + b * y + c * z;
    out[i + 1] = d * x + e * y + f * z;
    out[i + 2] = g * x + h * y + k * z;
  }
}

export interface Hit {
  /** The corner that is nearest. */
  vertex: number;
  /** Towards the eye, in mm. */
  depth: number;
}

/** The front triangle of projected points that faces the eye and holds (x, y). */
export function pickTriangle(
  projected: Float32Array,
  triangles: Integers,
  x: number,
  y: number,
): Hit | null {
  let best: Hit | null = null;
  for (let t = 0; t < triangles.length; t += 3) {
    const i = 3 * triangles[t];
    const j = 3 * triangles[t + 1];
    const k = 3 * triangles[t + 2];
    const ax = projected[i] - x;
    const bx = projected[j] - x;
    const cx = projected[k] - x;
    if ((ax > 0 && bx > 0 && cx > 0) || (ax < 0 && bx < 0 && cx < 0)) continue;
    const ay = projected[i + 1] - y;
    const by = projected[j + 1] - y;
    const cy = projected[k + 1] - y;
    // Twice the areas opposite to each corner: all positive inside a triangle that faces the eye.
    const u = bx * cy - cx * by;
    const v = cx * ay - ax * cy;
    const w = ax * by - bx * ay;
    if (u < 0 || v < 0 || w < 0) continue;
    const area = u + v + w;
    if (area <= 0) continue;
    const depth = (u * projected[i + 2] + v * projected[j + 2] + w * projected[k + 2]) / area;
    if (best && depth <= best.depth) continue;
    const corner = u >= v && u >= w ? 0 : v >= w ? 1 : 2;
    best = { vertex: triangles[t + corner], depth };
  }
  return best;
}
