// Regions on the stage: outlines as lines, fillings in the colours of vertices.

import type { Group, LineSegments, ShaderMaterial } from "three";
import type { RegionsData } from "../page_data";
import type { Payload } from "../payload";
import type { CortexBuffers, SharedUniforms } from "./cortex";
import { makeBorders } from "./glyphs";

/** How much of the cortex's grey a filled region covers, from 0 to 255. */
const COVER = 175;

export class Regions {
  readonly #buffers: CortexBuffers[];
  readonly #groups: Group[];
  readonly #shared: SharedUniforms;
  readonly #lines = new Map<string, LineSegments>();

  constructor(buffers: CortexBuffers[], groups: Group[], shared: SharedUniforms) {
    this.#buffers = buffers;
    this.#groups = groups;
    this.#shared = shared;
  }

  /** Shows some of the page's regions; lines are made when they are first shown. */
  show(payload: Payload, all: RegionsData[], shown: boolean[]): void {
    this.#buffers.forEach((buffers, h) => {
      const colours = buffers.region.array as Uint8Array;
      colours.fill(0);
      all.forEach((regions, i) => {
        const name = regions.vertices[h];
        const key = `${i} ${h}`;
        const lines = this.#lines.get(key);
        if (lines) lines.visible = shown[i];
        if (!name || !shown[i]) return;
        const places = payload.integers(name);
        if (regions.filled) fill(colours, places as Int16Array, regions.colours);
        if (lines) return;
        const made = makeBorders(buffers.hemisphere, places, this.#shared);
        this.#lines.set(key, made);
        this.#groups[h].add(made);
      });
      buffers.region.needsUpdate = true;
    });
  }

  dispose(): void {
    for (const lines of this.#lines.values()) {
      lines.geometry.dispose();
      (lines.material as ShaderMaterial).dispose();
    }
  }
}

function fill(colours: Uint8Array, places: Int16Array, table: number[]): void {
  for (let v = 0; v < places.length; v++) {
    if (places[v] < 0) continue;
    const colour = table[places[v]];
    colours[4 * v] = (colour >> 16) & 255;
    colours[4 * v + 1] = (colour >> 8) & 255;
    colours[4 * v + 2] = colour & 255;
    colours[4 * v + 3] = COVER;
  }
}
