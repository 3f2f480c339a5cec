// Keyboard: what keys do while the viewer, or the page that is nothing else, has the focus.

import type { Context } from "./context";
import { mapsShown } from "./context";
import type { Side } from "./maths/camera";
import { lastTime } from "./maths/time";
import type { ViewName } from "./page_data";
import { morphTo } from "./panels/tools";
import { goToPeak, keepHere, move, resetLens, STEP, zoomSlices } from "./slice_actions";
import type { Theme } from "./store";

const VIEW_KEYS: Record<string, [ViewName, Side]> = {
  "1": ["lateral", "lh"],
  "2": ["lateral", "rh"],
  "3": ["medial", "lh"],
  "4": ["medial", "rh"],
  "5": ["dorsal", "both"],
  "6": ["ventral", "both"],
  "7": ["rostral", "both"],
  "8": ["caudal", "both"],
};
const THEMES: Theme[] = ["auto", "light", "dark"];
/** Radians a key press. */
const TURN = Math.PI / 24;

export function followKeys(context: Context, commands: { shoot: () => void; help: () => void }) {
  const { root } = context;
  const whole = document.body.classList.contains("leadfield-page");
  const target: HTMLElement | Document = whole ? document : root;
  const listener = (event: Event) => {
    const key = event as KeyboardEvent;
    if (key.ctrlKey || key.metaKey || key.altKey || key.defaultPrevented) return;
    const element = key.target as HTMLElement;
    if (root.querySelector("dialog[open]")) return;
    if (element.matches?.("select, textarea, input[type=number], input[type=text]")) return;
    const slides = element.matches?.("input[type=range]:not(.lf-time-slider)");
    if (slides && /^(Arrow|Page|Home|End)/.test(key.key)) return;
    if (key.key === " " && element.matches?.("button, summary, input[type=checkbox]")) return;
    const command = keyCommand(context, commands, key);
    if (!command) return;
    key.preventDefault();
    command();
  };
  target.addEventListener("keydown", listener);
  context.cleanups.push(() => target.removeEventListener("keydown", listener));
}

function keyCommand(
  context: Context,
  commands: { shoot: () => void; help: () => void },
  event: KeyboardEvent,
): (() => void) | undefined {
  const { actions, brain, times } = context;
  const step = (samples: number) => () => actions.step(samples);
  const table: Record<string, () => void> = {
    ArrowLeft: step(-1),
    ArrowRight: step(1),
    PageUp: step(-10),
    PageDown: step(10),
    Home: () => actions.setTime(times().tmin),
    End: () => actions.setTime(lastTime(times())),
    " ": () => actions.togglePlaying(),
    Escape: () => actions.clearPicks(),
    "?": commands.help,
    s: commands.shoot,
    ...choices(context),
    ...(brain.grid ? sliceKeys(context, event.shiftKey) : brainKeys(context, event.shiftKey)),
  };
  return table[event.key];
}

function brainKeys(context: Context, shift: boolean): Record<string, () => void> {
  const { actions, store, brain } = context;
  const { state } = store;
  const [low, high] = brain.morphs;
  const see =
    ([view, side]: [ViewName, Side]) =>
    () => {
      actions.setViews(1);
      actions.setView(view, brain.hemispheres.length > 1 ? side : brain.hemispheres[0].name);
    };
  const turn = (right: number, up: number) => () =>
    actions.turn(state.active, right * TURN, up * TURN);
  const turns = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
  return {
    ...mapValues(VIEW_KEYS, see),
    ...(shift ? mapValues(turns, ([right, up]) => turn(right, up)) : {}),
    "9": () => actions.setViews(state.views === 1 ? 4 : 1),
    "0": () => actions.resetView(),
    "+": () => actions.zoom(state.active, 1.15),
    "=": () => actions.zoom(state.active, 1.15),
    "-": () => actions.zoom(state.active, 1 / 1.15),
    m: () => morphTo(context, state.morph >= high ? low : Math.floor(state.morph + 1)),
    r: () => {
      const on = !state.regions.some(Boolean);
      store.set({ regions: state.regions.map((_, i) => on && i === 0) });
    },
    v: () => store.set({ arrows: !state.arrows }),
  };
}

function sliceKeys(context: Context, shift: boolean): Record<string, () => void> {
  const { store } = context;
  const moves = {
    ArrowLeft: [0, -STEP],
    ArrowRight: [0, STEP],
    PageUp: [1, STEP],
    PageDown: [1, -STEP],
    ArrowUp: [2, STEP],
    ArrowDown: [2, -STEP],
  };
  return {
    ...(shift
      ? mapValues(
          moves,
          ([axis, by]) =>
            () =>
              move(context, axis, by),
        )
      : {}),
    "0": () => resetLens(context),
    "+": () => zoomSlices(context, 1.25),
    "=": () => zoomSlices(context, 1.25),
    "-": () => zoomSlices(context, 1 / 1.25),
    p: () => goToPeak(context),
    k: () => keepHere(context),
    i: () => store.set({ smooth: !store.state.smooth }),
  };
}

function mapValues<A, B>(table: Record<string, A>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(table).map(([key, value]) => [key, change(value)]));
}

/** Keys that go through a few choices. */
function choices(context: Context): Record<string, () => void> {
  const { actions, store, page } = context;
  const { state } = store;
  const onMap = (steps: number) => () => {
    const n = page.maps.length;
    if (!n) return;
    actions.setMap((state.map + steps + n) % n);
    context.say(page.maps[store.state.map].title);
  };
  return {
    "[": onMap(-1),
    "]": onMap(1),
    c: () => {
      const shown = mapsShown(page, state).length > 1;
      actions.setSideBySide(shown ? [] : page.maps.map((_, i) => i));
    },
    t: () => actions.setTheme(THEMES[(THEMES.indexOf(state.theme) + 1) % THEMES.length]),
  };
}
