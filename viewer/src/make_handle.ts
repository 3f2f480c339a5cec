// Handle made: what scripts ask and change goes through the same actions as what readers do.

import { type Context, mapsShown } from "./context";
import type { ViewerHandle } from "./handle";
import { type Picture, screenshot } from "./screenshot";
import { goTo } from "./slice_actions";

export function makeHandle(context: Context, panel: Picture, ready: number): ViewerHandle {
  const { store, actions, activity, brain, page } = context;
  return {
    state: () => {
      const { time, map, views, slots, active, morph, picks, playing, dark } = store.state;
      const { snr, method, place } = store.state;
      return {
        time,
        map,
        maps: mapsShown(page, store.state),
        views,
        view: slots[active].view,
        hemisphere: slots[active].side,
        morph,
        place: brain.grid && place,
        picks: picks.map(({ hemisphere, vertex }) => ({ hemisphere, vertex })),
        limits: page.maps.length
          ? activity.appearance(map, store.state).limits
          : { fmin: 0, fmid: 0.5, fmax: 1, signed: false },
        playing,
        dark,
        live: page.live ? { snr, method } : null,
      };
    },
    setTime: (seconds) => actions.setTime(seconds),
    setMap: (place) => actions.setMap(place),
    setSideBySide: (places) => actions.setSideBySide(places),
    setView: (view, hemisphere) => actions.setView(view, hemisphere, false),
    setViews: (count) => actions.setViews(count),
    setMorph: (morph) => actions.setMorph(morph),
    setLimits: (limits) => {
      const { key, limits: now } = activity.appearance(store.state.map, store.state);
      actions.setLimits(key, { ...limits, signed: now.signed });
    },
    setSnr: (snr) => actions.setSnr(snr),
    setMethod: (name) => actions.setMethod(name),
    setRegions: (name, shown) => actions.setRegions(name, shown),
    play: () => actions.play(),
    pause: () => actions.pause(),
    pick: (hemisphere, vertex) => actions.pick(hemisphere, vertex),
    goTo: (place) => goTo(context, place),
    clearPicks: () => actions.clearPicks(),
    value: (hemisphere, vertex) => {
      const source = brain.sourceOf(hemisphere, vertex);
      if (source < 0 || !page.maps.length) return Number.NaN;
      return activity.frame(store.state.map, store.state).values[source];
    },
    painted: (hemisphere, vertex) =>
      page.maps.length
        ? activity.paintedAt(store.state.map, hemisphere, vertex, store.state)
        : Number.NaN,
    course: (hemisphere, vertex) => {
      const source = brain.sourceOf(hemisphere, vertex);
      return source < 0 || !page.maps.length
        ? null
        : activity.course(store.state.map, source, store.state);
    },
    position: (name, vertex) => {
      const unknown: [number, number, number] = [Number.NaN, Number.NaN, Number.NaN];
      if (brain.grid) return brain.coordinatesOf(name, vertex) ?? unknown;
      const hemisphere = brain.hemisphere(name);
      if (!hemisphere) return unknown;
      const { morph } = store.state;
      const [x, y, z] = hemisphere.pointAt(vertex, morph);
      return [x + hemisphere.shift(morph), y, z];
    },
    onScreen: (name, vertex) => {
      const at = panel.locate(name, vertex);
      if (!at) return null;
      const box = panel.canvas.getBoundingClientRect();
      return { x: box.left + at.x, y: box.top + at.y };
    },
    explained: () => {
      const response = page.maps[store.state.map]?.response;
      if (!activity.live || response === null || response === undefined) return null;
      return activity.live.explained(response);
    },
    screenshot: () => screenshot(context, panel),
    timings: () => ({ ready, frame: activity.frameTime, live: context.liveTime }),
    destroy: () => {
      store.set({ playing: false });
      store.clear();
      for (const cleanup of context.cleanups.splice(0)) cleanup();
      context.root.remove();
    },
  };
}
