// Made-up data: random numbers that are the same each time, a small sphere, and a writer of payloads.

import type { DType, PageData, StoredArray } from "../src/page_data";

/** Numbers around 0, the same for a seed (a linear congruence, three of them summed). */
export function randomNumbers(count: number, seed = 1): Float64Array {
  let state = seed >>> 0;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
  return Float64Array.from({ length: count }, () => next() + next() + next());
}

/** Quantised columns of a matrix (rows, rank) by rows, the first `nFine` in 16 bits. */
export function quantise(matrix: Float64Array, rows: number, rank: number, nFine: number) {
  const fine = new Int16Array(nFine * rows);
  const coarse = new Int8Array((rank - nFine) * rows);
  const scales = new Float32Array(rank);
  for (let r = 0; r < rank; r++) {
    let most = 0;
    for (let i = 0; i < rows; i++) most = Math.max(most, Math.abs(matrix[i * rank + r]));
    scales[r] = most / (r < nFine ? 32767 : 127);
    for (let i = 0; i < rows; i++) {
      const value = Math.round(matrix[i * rank + r] / scales[r]);
      if (r < nFine) fine[r * rows + i] = value;
      else coarse[(r - nFine) * rows + i] = value;
    }
  }
  return { rank, rows, fine, coarse, scales };
}

/** An octahedron whose faces were divided: points (n, 3) on a sphere, and triangles from outside. */
export function sphere(divisions: number, radius = 50) {
  let points = [
    [1, 0, 0],
    [-1, 0, 0],
    [0, 1, 0],
    [0, -1, 0],
    [0, 0, 1],
    [0, 0, -1],
  ];
  let triangles = [
    [0, 2, 4],
    [2, 1, 4],
    [1, 3, 4],
    [3, 0, 4],
    [2, 0, 5],
    [1, 2, 5],
    [3, 1, 5],
    [0, 3, 5],
  ];
  for (let d = 0; d < divisions; d++) {
    const known = new Map<string, number>();
    const all = [...points];
    const middle = (a: number, b: number) => {
      const key = a < b ? `${a} ${b}` : `${b} ${a}`;
      const old = known.get(key);
      if (old !== undefined) return old;
      const sum = all[a].map((x, c) => x + all[b][c]);
      const length = Math.hypot(...sum);
      known.set(key, all.length);
      return all.push(sum.map((x) => x / length)) - 1;
    };
    triangles = triangles.flatMap(([a, b, c]) => {
      const [d1, e, f] = [middle(a, b), middle(b, c), middle(c, a)];
      return [
        [a, d1, f],
        [d1, b, e],
        [f, e, c],
        [d1, e, f],
      ];
    });
    points = all;
  }
  return {
    points: Float32Array.from(points.flat(), (x) => radius * x),
    triangles: Uint32Array.from(triangles.flat()),
  };
}

type Numbers =
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float32Array;

/** Writes payloads as PAYLOAD.md says. */
export class PayloadWriter {
  readonly arrays: Record<string, StoredArray> = {};
  readonly #parts: Uint8Array[] = [];
  #size = 0;

  add(
    name: string,
    numbers: Numbers,
    shape: number[],
    how: { delta?: boolean; planes?: boolean } = {},
  ) {
    const dtype = numbers.constructor.name.replace("Array", "").toLowerCase() as DType;
    const size = numbers.BYTES_PER_ELEMENT;
    const stored = numbers.slice();
    if (how.delta) {
      const width = shape.slice(1).reduce((a, b) => a * b, 1);
      for (let i = stored.length - 1; i >= width; i--) stored[i] -= stored[i - width];
    }
    let bytes = new Uint8Array(stored.buffer);
    if (how.planes) {
      const n = stored.length;
      bytes = bytes.map((_, k) => bytes[(k % n) * size + Math.floor(k / n)]);
    }
    this.arrays[name] = { dtype, shape, offset: this.#size, nbytes: bytes.length, ...how };
    const padded = new Uint8Array(8 * Math.ceil(bytes.length / 8));
    padded.set(bytes);
    this.#parts.push(padded);
    this.#size += padded.length;
    return name;
  }

  finish(header: Omit<PageData, "arrays">): ArrayBuffer {
    let text = JSON.stringify({ ...header, arrays: this.arrays });
    const bytes = new TextEncoder().encode(text).length;
    text += " ".repeat((8 - (bytes % 8)) % 8);
    const head = new TextEncoder().encode(text);
    const out = new Uint8Array(8 + head.length + this.#size);
    new DataView(out.buffer).setBigUint64(0, BigInt(head.length), true);
    out.set(head, 8);
    let at = 8 + head.length;
    for (const part of this.#parts) {
      out.set(part, at);
      at += part.length;
    }
    return out.buffer;
  }
}

/** A page with two small hemispheres and one map of a few sources. */
export function smallPage(writer: PayloadWriter): Omit<PageData, "arrays"> {
  const { points, triangles } = sphere(2);
  const n = points.length / 3;
  const sources = Int32Array.from([0, 3, 7, 12, 40]);
  const rows = 2 * sources.length;
  const n16 = Uint16Array.from(points, (x) => Math.round(((x + 50) / 100) * 65535));
  const hemispheres = (["lh", "rh"] as const).map((name) => ({
    name,
    nVertices: n,
    triangles: writer.add(`${name} triangles`, triangles, [triangles.length / 3, 3], {
      delta: true,
      planes: true,
    }),
    surfaces: Object.fromEntries(
      ["white", "inflated"].map((surface) => [
        surface,
        {
          positions: writer.add(`${name} ${surface}`, n16, [n, 3], { delta: true, planes: true }),
          low: [-50, -50, -50] as [number, number, number],
          high: [50, 50, 50] as [number, number, number],
        },
      ]),
    ),
    curvature: null,
    sources: writer.add(`${name} sources`, sources, [sources.length], { delta: true }),
    normals: null,
    weights: {
      counts: writer.add(`${name} counts`, new Uint8Array(n).fill(1).fill(0, n - 1), [n]),
      indices: writer.add(
        `${name} indices`,
        new Uint16Array(n - 1).map((_, i) => i % 5),
        [n - 1],
      ),
      values: writer.add(`${name} values`, new Uint8Array(n - 1).fill(255), [n - 1]),
    },
  }));
  const limits = { fmin: 1, fmid: 2, fmax: 4, signed: false };
  const times = { tmin: -0.1, tstep: 0.1, n: 3 };
  // V is the identity: the columns of U are the values at each time.
  const values = Float64Array.from(
    { length: 3 * rows },
    (_, i) => Math.floor(i / 3) * ((i % 3) + 1),
  );
  const { fine, scales } = quantise(values, rows, 3, 3);
  return {
    format: "leadfield-viewer",
    version: 1,
    title: "made up",
    about: [],
    timeUnit: "ms",
    hemispheres,
    volume: null,
    maps: [
      {
        title: "map",
        quantity: "dSPM",
        unit: "",
        scale: 1,
        times,
        values: {
          components: 1,
          factors: {
            rank: 3,
            fine: writer.add("fine", fine, [3, rows], { planes: true }),
            coarse: null,
            scales: writer.add("scales", scales, [3]),
          },
          courses: writer.add("courses", Float32Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1), [3, 3]),
          range: [0, 27],
          peak: { hemisphere: "rh", vertex: 40, time: 0.1 },
        },
        response: null,
        limits,
        colours: {
          table: writer.add("table", new Uint8Array(1024).fill(200), [256, 4]),
          transparent: true,
        },
      },
    ],
    sensors: [],
    responses: [],
    live: null,
    regions: [],
    foci: [],
    captions: [],
    toMni: null,
    initial: {
      time: null,
      map: 0,
      sideBySide: [],
      views: 1,
      view: "lateral",
      hemisphere: "both",
      surface: "inflated",
      picks: [],
      place: null,
    },
  };
}

/** A page with five sources on a grid of 3 x 2 x 2 points, 10 mm apart, and an image around them. */
export function volumePage(writer: PayloadWriter): Omit<PageData, "arrays"> {
  const page = smallPage(writer);
  const [map] = page.maps;
  const values = Float64Array.from({ length: 3 * 5 }, (_, i) => Math.floor(i / 3) * ((i % 3) + 1));
  const { fine, scales } = quantise(values, 5, 3, 3);
  if (map.values) {
    map.values.factors.fine = writer.add("volume fine", fine, [3, 5], { planes: true });
    map.values.factors.scales = writer.add("volume scales", scales, [3]);
    map.values.peak = { hemisphere: "vol", vertex: 11, time: 0.1 };
  }
  return {
    ...page,
    hemispheres: [],
    volume: {
      shape: [3, 2, 2],
      affine: [10, 0, 0, -10, 0, 10, 0, 0, 0, 0, 10, 0, 0, 0, 0, 1],
      sources: writer.add("points", Uint16Array.of(0, 1, 2, 4, 11), [5], { delta: true }),
      low: [-15, -5, -5],
      high: [15, 15, 15],
      image: {
        values: writer.add(
          "image",
          Uint8Array.from({ length: 24 }, (_, i) => i),
          [4, 3, 2],
        ),
        first: [-10, 0, 0],
        step: 5,
      },
    },
  };
}
