// Initial state: what a page shows first.

import { fourSlots, makeSlot } from "./actions";
import type { Activity } from "./activity";
import type { Brain } from "./brain_model";
import { SURFACES } from "./maths/mesh";
import { placeOfLargest } from "./maths/numbers";
import { middleOf, type Point } from "./maths/slices";
import { clampTime, timeAt } from "./maths/time";
import type { PageData } from "./page_data";
import type { State } from "./store";

export function initialState(page: PageData, brain: Brain, activity: Activity): State {
  const { initial } = page;
  const map = page.maps[initial.map] ? initial.map : 0;
  const side = brain.hemispheres.length === 1 ? brain.hemispheres[0].name : initial.hemisphere;
  const [low, high] = brain.morphs;
  const wanted = SURFACES.indexOf(initial.surface);
  const sideBySide = initial.sideBySide.filter((place) => page.maps[place]).slice(0, 4);
  const vector = activity.maps[map]?.components === 3;
  const middle: Point = brain.grid ? middleOf(brain.grid.box) : [0, 0, 0];
  return {
    time: initialTime(page, activity, map),
    map,
    sideBySide: sideBySide.length > 1 ? sideBySide : [],
    views: initial.views,
    slots: [makeSlot(initial.view, side), ...fourSlots(side)],
    active: initial.views === 4 ? 1 : 0,
    morph: Math.min(Math.max(wanted, low), high),
    place: middle,
    lens: { zoom: 1, centre: middle },
    smooth: true,
    picks: [],
    playing: false,
    speed: 1,
    limits: {},
    moved: [],
    theme: "auto",
    dark: false,
    regions: page.regions.map((regions) => regions.shown),
    arrows: vector,
    shown: "length",
    foci: true,
    snr: page.live?.snr.initial ?? 3,
    method: page.live?.initialMethod ?? "MNE",
    sensor: 0,
    tab: "courses",
  };
}

/** The time asked for, or that of the map's peak, or where the response is strongest. */
function initialTime(page: PageData, activity: Activity, map: number): number {
  const data = page.maps[map];
  if (!data) return 0;
  const wanted = page.initial.time ?? data.values?.peak.time;
  if (wanted !== undefined) return clampTime(data.times, wanted);
  const strength = activity.strength(map);
  if (!strength) return data.times.tmin;
  return timeAt(data.times, strength.indexOf(Math.max(...strength)));
}

/** Vertices picked first: those asked for, or the map's peak. */
export function initialPicks(page: PageData, brain: Brain, activity: Activity, state: State) {
  if (page.initial.picks.length) return page.initial.picks;
  const data = page.maps[state.map];
  if (!data) return [];
  if (data.values) return [data.values.peak];
  const { values } = activity.frame(state.map, state);
  const best = placeOfLargest(values);
  return best < 0 ? [] : [brain.vertexOf(best)];
}
