// Seeker: which vertex is at a point of the picture, and where in it a vertex is.

import type { Hemisphere } from "../brain_model";
import type { Context } from "../context";
import type { Frustum } from "../gl/stage";
import { dot, type Vector } from "../maths/camera";
import { type PanelPlace, panelAt } from "../maths/panels";
import { pickTriangle, projectPoints } from "../maths/picking";
import type { HemisphereName } from "../page_data";
import type { Slot } from "../store";

interface View {
  places: PanelPlace[];
  stage: { frustum(slot: Slot, rectangle: PanelPlace["rectangle"]): Frustum };
}

export interface Found {
  hemisphere: HemisphereName;
  vertex: number;
  lane: number;
  slot: number;
}

/** Vertices in front of others by less than this are at one place. */
const THICKNESS = 1.5;

export class Seeker {
  readonly #context: Context;
  readonly #view: View;
  /** Projected vertices of each hemisphere for the last camera and morph asked for. */
  readonly #projected: { key: string; points: Float32Array }[] = [];
  readonly #drawn: { morph: number; points: Float32Array<ArrayBuffer> }[] = [];

  constructor(context: Context, view: View) {
    this.#context = context;
    this.#view = view;
  }

  /** The vertex in front at a point in CSS pixels of the canvas. */
  at(x: number, y: number): Found | null {
    const place = panelAt(this.#view.places, x, y);
    if (!place) return null;
    const { store, brain } = this.#context;
    const slot = store.state.slots[place.slot];
    const point = this.#inMillimetres(place, slot, x, y);
    let best: (Found & { depth: number }) | null = null;
    for (const hemisphere of brain.shownBy(slot.side)) {
      const hit = pickTriangle(
        this.#project(hemisphere, slot),
        hemisphere.triangles,
        point.x,
        point.y,
      );
      if (hit && (!best || hit.depth > best.depth)) {
        best = { ...hit, hemisphere: hemisphere.name, lane: place.lane, slot: place.slot };
      }
    }
    return best;
  }

  /** Where a vertex is in the canvas, in the first view that has nothing in front of it. */
  locate(hemisphere: Hemisphere, vertex: number): { x: number; y: number } | null {
    const { store, brain } = this.#context;
    for (const place of this.#view.places) {
      const slot = store.state.slots[place.slot];
      if (!brain.shownBy(slot.side).includes(hemisphere)) continue;
      const points = this.#project(hemisphere, slot);
      const [px, py, depth] = points.subarray(3 * vertex, 3 * vertex + 3);
      const { axes, middle, scale } = this.#view.stage.frustum(slot, place.rectangle);
      const { x, y, width, height } = place.rectangle;
      const at = {
        x: x + width / 2 + (px - dot(middle, axes[0])) / scale,
        y: y + height / 2 - (py - dot(middle, axes[1])) / scale,
      };
      if (at.x < x || at.y < y || at.x > x + width || at.y > y + height) continue;
      const hidden = brain.shownBy(slot.side).some((half) => {
        const hit = pickTriangle(this.#project(half, slot), half.triangles, px, py);
        return hit !== null && hit.depth > depth + THICKNESS;
      });
      if (!hidden) return at;
    }
    return null;
  }

  #inMillimetres(place: PanelPlace, slot: Slot, x: number, y: number) {
    const { axes, middle, scale } = this.#view.stage.frustum(slot, place.rectangle);
    const { x: left, y: top, width, height } = place.rectangle;
    return {
      x: dot(middle as Vector, axes[0]) + scale * (x - left - width / 2),
      y: dot(middle as Vector, axes[1]) - scale * (y - top - height / 2),
    };
  }

  #project(hemisphere: Hemisphere, slot: Slot): Float32Array {
    const h = this.#context.brain.hemispheres.indexOf(hemisphere);
    const { morph } = this.#context.store.state;
    this.#drawn[h] ??= { morph: -1, points: new Float32Array(3 * hemisphere.nVertices) };
    if (this.#drawn[h].morph !== morph) {
      hemisphere.drawnPoints(morph, this.#drawn[h].points);
      this.#drawn[h].morph = morph;
    }
    const key = `${morph} ${slot.axes}`;
    this.#projected[h] ??= { key: "", points: new Float32Array(3 * hemisphere.nVertices) };
    const projected = this.#projected[h];
    if (projected.key !== key) {
      projectPoints(this.#drawn[h].points, slot.axes, projected.points);
      projected.key = key;
    }
    return projected.points;
  }
}
