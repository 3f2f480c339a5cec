// Context: what the parts of a viewer share.

import type { Actions } from "./actions";
import type { Activity } from "./activity";
import type { Brain } from "./brain_model";
import { transformPoint, writePoint } from "./maths/numbers";
import type { PageData, PlaceName, TimesData } from "./page_data";
import type { Payload } from "./payload";
import type { State, Store } from "./store";

export interface Context {
  /** The element that all is in. */
  root: HTMLElement;
  payload: Payload;
  page: PageData;
  brain: Brain;
  activity: Activity;
  store: Store;
  actions: Actions;
  /** Of the map shown. */
  times: () => TimesData;
  /** Snr that the live inverse's limits were last made for, by `Appearance.key`. */
  limitSnr: Record<string, number>;
  /** Milliseconds that the last change of the live inverse took. */
  liveTime: number;
  /** Tells screen readers. */
  say: (text: string) => void;
  /** Called when the viewer goes. */
  cleanups: (() => void)[];
}

const NO_TIMES: TimesData = { tmin: 0, tstep: 1, n: 1 };

export function timesOf(page: PageData, store: Store): TimesData {
  return page.maps[store.state.map]?.times ?? page.responses[0]?.times ?? NO_TIMES;
}

/** Maps shown, each in a lane; none for a brain without activity. */
export function mapsShown(page: PageData, state: State): number[] {
  if (!page.maps.length) return [];
  return state.sideBySide.length > 1 ? state.sideBySide : [state.map];
}

/** Name of the region that a vertex, or a point of the grid, is in; "" for none. */
export function regionAt(context: Context, hemisphere: PlaceName, vertex: number): string {
  const { page, payload, brain } = context;
  const h = brain.grid ? 0 : brain.hemispheres.findIndex((each) => each.name === hemisphere);
  const at = brain.grid ? brain.sourceOf(hemisphere, vertex) : vertex;
  for (const regions of page.regions) {
    const name = regions.vertices[h];
    if (!name) continue;
    const place = payload.array(name)[at];
    if (place >= 0) return regions.names[place] ?? "";
  }
  return "";
}

/** What a source is called, such as "lh 812", or "point 5120" of the grid. */
export function nameOf({ hemisphere, vertex }: { hemisphere: PlaceName; vertex: number }): string {
  return `${hemisphere === "vol" ? "point" : hemisphere} ${vertex}`;
}

/** Coordinates of a source as text: RAS and MNI, where they are known. */
export function coordinatesAt(context: Context, hemisphere: PlaceName, vertex: number) {
  const { brain, page } = context;
  const point = brain.coordinatesOf(hemisphere, vertex);
  if (!point) return [];
  const texts: [string, string][] = [["RAS", writePoint(point)]];
  if (page.toMni) texts.push(["MNI", writePoint(transformPoint(page.toMni, point))]);
  return texts;
}
