// Meshes: positions from their integers, normals, surfaces between two surfaces, borders of regions.

import type { SurfaceData, SurfaceName } from "../page_data";
import type { Integers } from "../payload";

/** Between two inflated hemispheres, in mm. */
const GAP = 4;
export const SURFACES: SurfaceName[] = ["white", "pial", "inflated"];

export function unpackPositions(integers: Integers, surface: SurfaceData): Float32Array {
  const out = new Float32Array(integers.length);
  const { low, high } = surface;
  const steps = [0, 1, 2].map((c) => (high[c] - low[c]) / 65535);
  for (let i = 0; i < out.length; i += 3) {
    for (let c = 0; c < 3; c++) out[i + c] = low[c] + integers[i + c] * steps[c];
  }
  return out;
}

/** Unit normals (n, 3) out of a surface. */
export function vertexNormals(points: Float32Array, triangles: Integers): Float32Array {
  const p = points;
  const normals = new Float32Array(p.length);
  for (let t = 0; t < triangles.length; t += 3) {
    const a = 3 * triangles[t];
    const b = 3 * triangles[t + 1];
    const c = 3 * triangles[t + 2];
    const ux = p[b] - p[a];
    const uy = p[b + 1] - p[a + 1];
    const uz = p[b + 2] - p[a + 2];
    const vx = p[c] - p[a];
    const vy = p[c + 1] - p[a + 1];
    const vz = p[c + 2] - p[a + 2];
    const x = uy * vz - uz * vy;
    const y = uz * vx - ux * vz;
    const z = ux * vy - uy * vx;
    normals[a] += x;
    normals[a + 1] += y;
    normals[a + 2] += z;
    normals[b] += x;
    normals[b + 1] += y;
    normals[b + 2] += z;
    normals[c] += x;
    normals[c + 1] += y;
    normals[c + 2] += z;
  }
  for (let i = 0; i < normals.length; i += 3) {
    const x = normals[i];
    const y = normals[i + 1];
    const z = normals[i + 2];
    const length = Math.sqrt(x * x + y * y + z * z) || 1;
    normals[i] = x / length;
    normals[i + 1] = y / length;
    normals[i + 2] = z / length;
  }
  return normals;
}

/** Which two surfaces a morph (0 white, 1 pial, 2 inflated) lies between, and how far. */
export function morphBetween(morph: number): { from: 0 | 1; share: number } {
  return morph <= 1 ? { from: 0, share: Math.max(0, morph) } : { from: 1, share: morph - 1 };
}

/** How far to the right a hemisphere is moved on its inflated surface so that both lie apart. */
export function inflatedOffset(name: "lh" | "rh", inflated: Float32Array): number {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < inflated.length; i += 3) {
    if (inflated[i] < low) low = inflated[i];
    if (inflated[i] > high) high = inflated[i];
  }
  return name === "lh" ? -high - GAP / 2 : -low + GAP / 2;
}

/**
 * Borders between regions as segments across triangles: each end is halfway between two vertices
 * of different regions. Pairs of vertices, four numbers a segment.
 */
export function regionBorders(regions: Integers, triangles: Integers): Uint32Array {
  const ends: number[] = [];
  for (let t = 0; t < triangles.length; t += 3) {
    const [a, b, c] = [triangles[t], triangles[t + 1], triangles[t + 2]];
    const [p, q, r] = [regions[a], regions[b], regions[c]];
    if (p === q && q === r) continue;
    const cut: number[] = [];
    if (p !== q) cut.push(a, b);
    if (q !== r) cut.push(b, c);
    if (r !== p) cut.push(c, a);
    if (cut.length === 4) ends.push(...cut);
    else ends.push(cut[0], cut[1], cut[2], cut[3], cut[2], cut[3], cut[4], cut[5]);
  }
  return Uint32Array.from(ends);
}

/** Every so many points, at most `count`. */
export function thinned(points: Float32Array, count: number): Float32Array {
  const n = points.length / 3;
  const step = Math.max(1, Math.ceil(n / count));
  const out = new Float32Array(3 * Math.ceil(n / step));
  for (let i = 0, j = 0; i < n; i += step, j += 3) {
    out.set(points.subarray(3 * i, 3 * i + 3), j);
  }
  return out;
}

/** Places of points (n, 3) of which no two are in one cube of `size` mm: those nearest its middle. */
export function spacedPlaces(points: Float32Array, size: number): number[] {
  const best = new Map<string, [number, number]>();
  for (let i = 0; i < points.length / 3; i++) {
    const cell = [0, 1, 2].map((c) => Math.floor(points[3 * i + c] / size));
    const key = cell.join();
    const far = cell.reduce((sum, n, c) => sum + (points[3 * i + c] / size - n - 0.5) ** 2, 0);
    const known = best.get(key);
    if (!known || far < known[1]) best.set(key, [i, far]);
  }
  return Array.from(best.values(), ([place]) => place).sort((a, b) => a - b);
}
