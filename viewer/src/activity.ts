// Activity: what each map shows at a time, computed once a change and kept.

import type { Brain } from "./brain_model";
import { signedTable } from "./maths/colours";
import { alongNormals, lengths } from "./maths/factors";
import { sampleAt } from "./maths/time";
import type { LimitsData, PageData, PlaceName } from "./page_data";
import type { Payload } from "./payload";
import { LiveInverse, makeSourceMap, type SourceMap } from "./source_maps";
import type { State } from "./store";

/** How the values of a map are coloured and written. */
export interface Appearance {
  /** Maps with the same key share limits that the reader changed. */
  key: string;
  title: string;
  quantity: string;
  unit: string;
  scale: number;
  limits: LimitsData;
  table: Uint8Array;
  transparent: boolean;
  /** Smallest and largest value, as far as it is known. */
  range: [number, number];
}

interface Frame {
  key: string;
  /** (n_sources * components,). */
  moments: Float32Array;
  /** (n_sources,). */
  values: Float32Array;
  /** For each hemisphere, at all vertices; computed when drawn. */
  painted: Float32Array[];
  paintedKey: string;
}

export class Activity {
  readonly maps: SourceMap[];
  readonly live: LiveInverse | null;
  readonly #page: PageData;
  readonly #payload: Payload;
  readonly #brain: Brain;
  readonly #signed = signedTable();
  #frames: (Frame | undefined)[] = [];
  /** Milliseconds that the last frame's arithmetic took. */
  frameTime = 0;

  constructor(payload: Payload, brain: Brain) {
    this.#page = payload.header;
    this.#payload = payload;
    this.#brain = brain;
    this.live = this.#page.live ? new LiveInverse(payload, this.#page.live) : null;
    this.maps = this.#page.maps.map((map) => makeSourceMap(payload, map, this.live));
  }

  isLive(map: number): boolean {
    return this.#page.maps[map]?.values === null;
  }

  /**
   * How a map is drawn. Maps of one quantity side by side share the limits of the first, so that
   * their colours can be compared.
   */
  appearance(map: number, state: State): Appearance {
    const own = this.#ownAppearance(map, state);
    if (state.sideBySide.length < 2 || !state.sideBySide.includes(map)) return own;
    const all = state.sideBySide
      .map((place) => this.#ownAppearance(place, state))
      .filter(
        ({ quantity, unit, limits }) =>
          quantity === own.quantity && unit === own.unit && limits.signed === own.limits.signed,
      );
    const range: [number, number] = [
      Math.min(...all.map((each) => each.range[0])),
      Math.max(...all.map((each) => each.range[1])),
    ];
    return { ...all[0], title: own.title, range };
  }

  #ownAppearance(map: number, state: State): Appearance {
    const data = this.#page.maps[map];
    const method = this.isLive(map)
      ? this.#page.live?.methods.find((m) => m.name === state.method)
      : undefined;
    const { quantity, unit, scale, limits, colours } = method ?? data;
    const normal = this.maps[map].components === 3 && state.shown === "normal";
    const key = `${method ? `live ${method.name}` : map}${normal ? " normal" : ""}`;
    const now = state.limits[key] ?? { ...limits, signed: limits.signed || normal };
    let range = data.values?.range ?? [now.signed ? -1.3 * now.fmax : 0, 1.3 * now.fmax];
    if (normal) range = [-Math.max(...range), Math.max(...range)];
    return {
      key,
      title: data.title,
      quantity: normal ? `${quantity}, normal component` : quantity,
      unit,
      scale,
      limits: now,
      table: normal && !limits.signed ? this.#signed : this.#table(colours.table),
      transparent: colours.transparent,
      range: range as [number, number],
    };
  }

  #table(name: string): Uint8Array {
    return this.#payload.array(name) as Uint8Array;
  }

  /** Values of all sources now: lengths or normal components of moments, as shown. */
  frame(map: number, state: State): { moments: Float32Array; values: Float32Array } {
    const source = this.maps[map];
    const key = `${state.time} ${source.version} ${state.shown}`;
    let frame = this.#frames[map];
    if (frame?.key === key) return frame;
    const started = performance.now();
    frame ??= this.#emptyFrame(source.components);
    frame.key = key;
    source.fill(sampleAt(source.times, state.time), frame.moments);
    if (source.components === 3) {
      if (state.shown === "normal") {
        alongNormals(frame.moments, this.#brain.sourceNormals, frame.values);
      } else lengths(frame.moments, frame.values);
    }
    this.#frames[map] = frame;
    this.frameTime = performance.now() - started;
    return frame;
  }

  /** Values now at all vertices of each hemisphere. */
  painted(map: number, state: State): Float32Array[] {
    this.frame(map, state);
    const frame = this.#frames[map] as Frame;
    if (frame.paintedKey === frame.key) return frame.painted;
    const started = performance.now();
    this.#brain.hemispheres.forEach((hemisphere, h) => {
      hemisphere.weights.apply(frame.values, hemisphere.firstSource, frame.painted[h]);
    });
    frame.paintedKey = frame.key;
    this.frameTime += performance.now() - started;
    return frame.painted;
  }

  /** Values of a source at all times, as shown. */
  course(map: number, source: number, state: State): Float64Array {
    const parts = this.maps[map].course(source);
    if (parts.length === 1) return parts[0];
    const normal = this.#brain.sourceNormals.subarray(3 * source, 3 * source + 3);
    const [x, y, z] = parts;
    return x.map((_, t) =>
      state.shown === "normal"
        ? x[t] * normal[0] + y[t] * normal[1] + z[t] * normal[2]
        : Math.hypot(x[t], y[t], z[t]),
    );
  }

  paintedAt(map: number, hemisphere: PlaceName, vertex: number, state: State): number {
    const half = this.#brain.hemisphere(hemisphere);
    if (!half || !(vertex >= 0 && vertex < half.nVertices)) return Number.NaN;
    return half.weights.at(vertex, this.frame(map, state).values, half.firstSource);
  }

  /** How strong a map is at each time, up to a factor; null where that is not known. */
  strength(map: number): Float64Array | null {
    return this.maps[map]?.strength() ?? null;
  }

  /** Largest size of a value now. */
  largest(map: number, state: State): number {
    let most = 0;
    for (const value of this.frame(map, state).values) {
      const size = Math.abs(value);
      if (size > most) most = size;
    }
    return most;
  }

  #emptyFrame(components: number): Frame {
    const n = this.#brain.nSources;
    const moments = new Float32Array(n * components);
    return {
      key: "",
      moments,
      values: components === 1 ? moments : new Float32Array(n),
      painted: this.#brain.hemispheres.map((h) => new Float32Array(h.nVertices)),
      paintedKey: "",
    };
  }
}
