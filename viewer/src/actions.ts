// Actions: everything a reader can do, whether by mouse, keys, buttons or from a script.

import type { Context } from "./context";
import { mixAxes, type Side, turnAxes, viewAxes } from "./maths/camera";
import { PICK_COLOURS } from "./maths/colours";
import { refuseLimits, scaleLimits } from "./maths/limits";
import { clampTime, playOn, stepTime, writeTime } from "./maths/time";
import type { LimitsData, LiveMethodName, PlaceName, ViewName } from "./page_data";
import { goTo } from "./slice_actions";
import type { Slot, Theme } from "./store";

export const VIEW_TITLES: Record<ViewName, string> = {
  lateral: "Lateral",
  medial: "Medial",
  dorsal: "Dorsal",
  ventral: "Ventral",
  rostral: "Rostral",
  caudal: "Caudal",
  frontal: "Frontal",
  parietal: "Parietal",
};
export const SIDE_TITLES: Record<Side, string> = { lh: "Left", rh: "Right", both: "Both" };

/** The four views at once: of both hemispheres, or of one. */
export function fourSlots(side: Side): Slot[] {
  const views: [ViewName, Side][] =
    side === "both"
      ? [
          ["lateral", "lh"],
          ["lateral", "rh"],
          ["medial", "lh"],
          ["medial", "rh"],
        ]
      : [
          ["lateral", side],
          ["medial", side],
          ["dorsal", side],
          ["ventral", side],
        ];
  return views.map(([view, one]) => makeSlot(view, one));
}

export function makeSlot(view: ViewName, side: Side): Slot {
  return { axes: viewAxes(view, side), view, side, zoom: 1, pan: [0, 0] };
}

export class Actions {
  readonly #context: Context;
  #animation = 0;

  constructor(context: Context) {
    this.#context = context;
  }

  // Time ---------------------------------------------------------------------------------------

  setTime(seconds: number): void {
    const { store, times } = this.#context;
    if (Number.isFinite(seconds)) store.set({ time: clampTime(times(), seconds) });
  }

  step(samples: number): void {
    const { store, times, say, page } = this.#context;
    store.set({ playing: false, time: stepTime(times(), store.state.time, samples) });
    say(writeTime(store.state.time, page.timeUnit));
  }

  /** Lets time run from frame to frame until it is paused. */
  play(): void {
    const { store, times } = this.#context;
    if (store.state.playing || times().n < 2) return;
    store.set({ playing: true });
    let last: number | null = null;
    const frame = (now: number) => {
      const { playing, speed, time } = store.state;
      if (!playing) return;
      // A page in the background gives no frames: it goes on where it was.
      const elapsed = last === null ? 0 : Math.min(now - last, 100) / 1e3;
      last = now;
      store.set({ time: playOn(times(), time, elapsed * speed) });
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  }

  pause(): void {
    this.#context.store.set({ playing: false });
  }

  togglePlaying(): void {
    if (this.#context.store.state.playing) this.pause();
    else this.play();
  }

  // Maps ---------------------------------------------------------------------------------------

  setMap(place: number): void {
    const { store, page } = this.#context;
    if (!page.maps[place]) return;
    const { sideBySide } = store.state;
    store.set({
      map: place,
      sideBySide: sideBySide.includes(place) || !sideBySide.length ? sideBySide : [],
    });
    this.setTime(store.state.time);
  }

  /** At most four; fewer than two show one. */
  setSideBySide(places: number[]): void {
    const { store, page } = this.#context;
    const valid = [...new Set(places)].filter((place) => page.maps[place]).slice(0, 4);
    const sideBySide = valid.length > 1 ? valid : [];
    const { map } = store.state;
    const first = valid.length && !valid.includes(map) ? valid[0] : map;
    store.set({ sideBySide, map: first });
  }

  setShown(shown: "length" | "normal"): void {
    this.#context.store.set({ shown });
  }

  // Views --------------------------------------------------------------------------------------

  setViews(views: 1 | 4): void {
    const { store } = this.#context;
    store.set({ views, active: views === 1 ? 0 : 1 });
  }

  setView(view: ViewName, side: Side, animated = true): void {
    const { store } = this.#context;
    const target = makeSlot(view, side);
    const { active, slots } = store.state;
    const from = slots[active];
    cancelAnimationFrame(this.#animation);
    if (!animated || from.side !== side || prefersStill()) {
      this.#changeSlot(active, target);
      return;
    }
    const started = performance.now();
    const frame = (now: number) => {
      const share = Math.min(1, (now - started) / 350);
      const ease = share * share * (3 - 2 * share);
      const axes = share < 1 ? mixAxes(from.axes, target.axes, ease) : target.axes;
      this.#changeSlot(active, { ...target, axes });
      if (share < 1) this.#animation = requestAnimationFrame(frame);
    };
    this.#animation = requestAnimationFrame(frame);
  }

  setSide(side: Side): void {
    const { store } = this.#context;
    const { slots, active, views } = store.state;
    if (views === 4) {
      store.set({ slots: [slots[0], ...fourSlots(side)] });
      return;
    }
    const { view } = slots[active];
    if (view) this.setView(view, side, false);
    else this.#changeSlot(active, { ...slots[active], side });
  }

  turn(slot: number, right: number, up: number): void {
    const old = this.#context.store.state.slots[slot];
    cancelAnimationFrame(this.#animation);
    this.#changeSlot(slot, { ...old, axes: turnAxes(old.axes, right, up), view: null });
  }

  shift(slot: number, x: number, y: number): void {
    const old = this.#context.store.state.slots[slot];
    this.#changeSlot(slot, { ...old, pan: [old.pan[0] + x, old.pan[1] + y] });
  }

  /** Zooms so that the point (x, y), in pixels from the middle, stays. */
  zoom(slot: number, factor: number, x = 0, y = 0): void {
    const old = this.#context.store.state.slots[slot];
    const zoom = Math.min(Math.max(old.zoom * factor, 0.4), 20);
    const ratio = zoom / old.zoom;
    const pan: [number, number] = [x - (x - old.pan[0]) * ratio, y - (y - old.pan[1]) * ratio];
    this.#changeSlot(slot, { ...old, zoom, pan });
  }

  resetView(): void {
    const { store } = this.#context;
    const { slots, active } = store.state;
    const { view, side } = slots[active];
    this.setView(view ?? "lateral", side);
  }

  #changeSlot(place: number, slot: Slot): void {
    const { store } = this.#context;
    store.set({ slots: store.state.slots.map((old, i) => (i === place ? slot : old)) });
  }

  setMorph(morph: number): void {
    const { store, brain } = this.#context;
    const [low, high] = brain.morphs;
    if (Number.isFinite(morph)) store.set({ morph: Math.min(Math.max(morph, low), high) });
  }

  // Picks --------------------------------------------------------------------------------------

  /** The source that counts most at a vertex, or is at a point of the grid; null if there is none. */
  pick(name: PlaceName, vertex: number): { hemisphere: PlaceName; vertex: number } | null {
    const { store, brain } = this.#context;
    if (brain.grid) {
      const source = brain.sourceOf(name, vertex);
      if (source < 0) return null;
      goTo(this.#context, brain.grid.pointOf(source), true);
      return { hemisphere: name, vertex };
    }
    const hemisphere = brain.hemisphere(name);
    if (!hemisphere || !(vertex >= 0 && vertex < hemisphere.nVertices)) return null;
    const own = hemisphere.sourceAt(vertex);
    const place = own >= 0 ? own : hemisphere.weights.strongest(vertex);
    if (place < 0) return null;
    const found = { hemisphere: name, vertex: hemisphere.sources[place] };
    const { picks } = store.state;
    if (picks.some((pick) => pick.hemisphere === name && pick.vertex === found.vertex)) {
      return found;
    }
    const used = picks.map((pick) => pick.colour);
    const colour = PICK_COLOURS.find((c) => !used.includes(c)) ?? PICK_COLOURS[0];
    const kept = picks.slice(-(PICK_COLOURS.length - 1));
    store.set({ picks: [...kept, { ...found, source: hemisphere.firstSource + place, colour }] });
    return found;
  }

  unpick(source: number): void {
    const { store } = this.#context;
    store.set({ picks: store.state.picks.filter((pick) => pick.source !== source) });
  }

  clearPicks(): void {
    this.#context.store.set({ picks: [] });
  }

  // Colours and marks --------------------------------------------------------------------------

  setLimits(key: string, limits: LimitsData): void {
    const { store } = this.#context;
    if (refuseLimits(limits) === null) {
      const { moved } = store.state;
      store.set({
        limits: { ...store.state.limits, [key]: limits },
        moved: moved.includes(key) ? moved : [...moved, key],
      });
    }
  }

  resetLimits(key: string): void {
    const { store } = this.#context;
    const limits = { ...store.state.limits };
    delete limits[key];
    delete this.#context.limitSnr[key];
    store.set({ limits, moved: store.state.moved.filter((each) => each !== key) });
    this.setSnr(store.state.snr);
  }

  setRegions(name: string, shown: boolean): void {
    const { store, page } = this.#context;
    const regions = store.state.regions.map((old, i) =>
      page.regions[i].name === name ? shown : old,
    );
    store.set({ regions });
  }

  setTheme(theme: Theme): void {
    this.#context.store.set({ theme });
  }

  // Live inverse -------------------------------------------------------------------------------

  setSnr(snr: number): void {
    this.#setLive(this.#context.store.state.method, snr);
  }

  setMethod(method: LiveMethodName): void {
    this.#setLive(method, this.#context.store.state.snr);
  }

  /** The limits follow the size of the map, so that the picture is comparable. */
  #setLive(method: LiveMethodName, snr: number): void {
    const { store, page, activity } = this.#context;
    const { live } = activity;
    const range = page.live?.snr;
    const known = page.live?.methods.some((m) => m.name === method);
    if (!live || !range || !known || !Number.isFinite(snr)) return;
    const started = performance.now();
    this.#showLive();
    const wanted = Math.min(Math.max(snr, range.low), range.high);
    const map = this.#liveMap();
    const before = store.state;
    const next = { ...before, method, snr: wanted };
    let { limits } = before;
    if (map >= 0) {
      const { key } = activity.appearance(map, next);
      const from = this.#context.limitSnr[key] ?? range.initial;
      if (from !== wanted) {
        live.set(method, from);
        const old = activity.largest(map, next);
        const oldLimits = activity.appearance(map, next).limits;
        live.set(method, wanted);
        const ratio = old > 0 ? activity.largest(map, next) / old : 1;
        if (ratio > 0) limits = { ...limits, [key]: scaleLimits(oldLimits, ratio) };
      }
      this.#context.limitSnr[key] = wanted;
    }
    live.set(method, wanted);
    store.set({ method, snr: wanted, limits });
    this.#context.liveTime = performance.now() - started;
  }

  /** The live map of the same response, where the one shown does not follow the settings. */
  #showLive(): void {
    const { store, activity, page } = this.#context;
    const { map, sideBySide } = store.state;
    if (activity.isLive(map) || sideBySide.some((each) => activity.isLive(each))) return;
    const lives = page.maps.flatMap((_, i) => (activity.isLive(i) ? [i] : []));
    const same = lives.find((i) => page.maps[i].response === page.maps[map].response);
    this.setMap(same ?? lives[0] ?? map);
  }

  #liveMap(): number {
    const { store, activity, page } = this.#context;
    const { map } = store.state;
    return activity.isLive(map) ? map : page.maps.findIndex((_, i) => activity.isLive(i));
  }
}

function prefersStill(): boolean {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}
