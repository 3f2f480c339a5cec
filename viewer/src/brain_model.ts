// Brain model: hemispheres with their surfaces, or a grid, and their sources, unpacked from the page.

import { Grid } from "./grid";
import {
  inflatedOffset,
  morphBetween,
  SURFACES,
  unpackPositions,
  vertexNormals,
} from "./maths/mesh";
import { Weights } from "./maths/weights";
import type { HemisphereData, HemisphereName, PlaceName } from "./page_data";
import type { Integers, Payload } from "./payload";

export class Hemisphere {
  readonly name: HemisphereName;
  readonly nVertices: number;
  readonly triangles: Integers;
  /** White, pial, inflated; a missing one is made of its neighbours. */
  readonly points: Float32Array[];
  readonly normals: Float32Array[];
  readonly curvature: Int8Array | null;
  /** Vertex of each source, growing. */
  readonly sources: Integers;
  /** Row of the first among all sources. */
  readonly firstSource: number;
  readonly weights: Weights;
  /** In mm to the right, when inflated. */
  readonly offset: number;

  constructor(payload: Payload, data: HemisphereData, firstSource: number) {
    this.name = data.name;
    this.nVertices = data.nVertices;
    this.triangles = payload.integers(data.triangles);
    this.points = allSurfaces(payload, data);
    const seen = new Map<Float32Array, Float32Array>();
    this.normals = this.points.map((points) => {
      const normals = seen.get(points) ?? vertexNormals(points, this.triangles);
      seen.set(points, normals);
      return normals;
    });
    this.curvature = data.curvature ? (payload.integers(data.curvature) as Int8Array) : null;
    this.sources = payload.integers(data.sources);
    this.firstSource = firstSource;
    const { counts, indices, values } = data.weights;
    this.weights = new Weights(
      payload.integers(counts),
      payload.integers(indices),
      payload.integers(values),
    );
    this.offset = data.surfaces.inflated ? inflatedOffset(this.name, this.points[2]) : 0;
  }

  /** How far to the right it is drawn of where its file has it. */
  shift(morph: number): number {
    return this.offset * Math.max(0, morph - 1);
  }

  /** Where a vertex is, without the shift. */
  pointAt(vertex: number, morph: number): [number, number, number] {
    const { from, share } = morphBetween(morph);
    const [a, b] = [this.points[from], this.points[from + 1]];
    const at = (c: number) => {
      const i = 3 * vertex + c;
      return a[i] + share * (b[i] - a[i]);
    };
    return [at(0), at(1), at(2)];
  }

  /** All vertices as drawn, (n_vertices, 3). */
  drawnPoints(morph: number, out = new Float32Array(3 * this.nVertices)): Float32Array {
    const { from, share } = morphBetween(morph);
    const [a, b] = [this.points[from], this.points[from + 1]];
    const shift = this.shift(morph);
    for (let i = 0; i < out.length; i++) out[i] = a[i] + share * (b[i] - a[i]);
    for (let i = 0; i < out.length; i += 3) out[i] += shift;
    return out;
  }

  /** Place of a vertex among the sources, -1 if it is none. */
  sourceAt(vertex: number): number {
    let low = 0;
    let high = this.sources.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const here = this.sources[middle];
      if (here === vertex) return middle;
      if (here < vertex) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }
}

function allSurfaces(payload: Payload, data: HemisphereData): Float32Array[] {
  const [white, pial, inflated] = SURFACES.map((name) => {
    const surface = data.surfaces[name];
    return surface && unpackPositions(payload.integers(surface.positions), surface);
  });
  const any = white ?? pial ?? inflated;
  if (!any) throw new Error(`the ${data.name} hemisphere of this page has no surface`);
  const between = white && inflated ? white.map((x, i) => (x + inflated[i]) / 2) : any;
  const middle = pial ?? between;
  return [white ?? middle, middle, inflated ?? middle];
}

export class Brain {
  readonly hemispheres: Hemisphere[];
  /** Of sources in a volume, which has no hemispheres. */
  readonly grid: Grid | null;
  readonly nSources: number;
  /** Lowest and highest morph that a surface of the page stands at. */
  readonly morphs: [number, number];
  /** Unit normals of all sources, (n_sources, 3). */
  readonly sourceNormals: Float32Array;
  /** Surface whose positions are coordinates: 0 white, 1 pial; -1 if there is neither. */
  readonly anatomical: number;

  constructor(payload: Payload) {
    let first = 0;
    this.hemispheres = payload.header.hemispheres.map((data) => {
      const hemisphere = new Hemisphere(payload, data, first);
      first += hemisphere.sources.length;
      return hemisphere;
    });
    const { volume } = payload.header;
    this.grid = volume && new Grid(payload, volume);
    this.nSources = this.grid ? this.grid.sources.length : first;
    const surfaces = payload.header.hemispheres[0]?.surfaces ?? {};
    const present = SURFACES.flatMap((name, i) => (surfaces[name] ? [i] : []));
    this.morphs = [present[0] ?? 0, present[present.length - 1] ?? 0];
    this.anatomical = present[0] < 2 ? present[0] : -1;
    this.sourceNormals = new Float32Array(3 * first);
    payload.header.hemispheres.forEach((data, h) => {
      const { sources, normals, firstSource } = this.hemispheres[h];
      const given = data.normals ? payload.floats(data.normals) : null;
      for (let s = 0; s < sources.length; s++) {
        const from = given ?? normals[0];
        const at = 3 * (given ? s : sources[s]);
        this.sourceNormals.set(from.subarray(at, at + 3), 3 * (firstSource + s));
      }
    });
  }

  hemisphere(name: PlaceName): Hemisphere | undefined {
    return this.hemispheres.find((h) => h.name === name);
  }

  /** Hemispheres that a side shows; all if the page has not that one. */
  shownBy(side: HemisphereName | "both"): Hemisphere[] {
    const shown = this.hemispheres.filter((h) => side === "both" || h.name === side);
    return shown.length ? shown : this.hemispheres;
  }

  /** Row among all of the source at a vertex, or at a point of the grid; -1 if there is none. */
  sourceOf(name: PlaceName, vertex: number): number {
    if (this.grid) return name === "vol" ? this.grid.sourceAt(vertex) : -1;
    const hemisphere = this.hemisphere(name);
    const place = hemisphere?.sourceAt(vertex) ?? -1;
    return hemisphere && place >= 0 ? hemisphere.firstSource + place : -1;
  }

  /** Where a source is, in mm; null where the page does not say. */
  coordinatesOf(name: PlaceName, vertex: number): [number, number, number] | null {
    if (this.grid) {
      const source = this.sourceOf(name, vertex);
      return source < 0 ? null : this.grid.pointOf(source);
    }
    const hemisphere = this.anatomical < 0 ? undefined : this.hemisphere(name);
    return hemisphere?.pointAt(vertex, this.anatomical) ?? null;
  }

  /** What a source is called, by its row among all. */
  vertexOf(source: number): { hemisphere: PlaceName; vertex: number } {
    if (this.grid) return { hemisphere: "vol", vertex: this.grid.sources[source] };
    const hemisphere =
      this.hemispheres.find((h) => source < h.firstSource + h.sources.length) ??
      this.hemispheres[0];
    const vertex = hemisphere.sources[source - hemisphere.firstSource];
    return { hemisphere: hemisphere.name, vertex };
  }
}
