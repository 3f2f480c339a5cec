// Viewer: all parts in one element, and its handle.

import { Actions } from "./actions";
import { Activity } from "./activity";
import { Brain } from "./brain_model";
import { type Context, timesOf } from "./context";
import { make, onResize, segments } from "./dom";
import type { ViewerHandle } from "./handle";
import { initialPicks, initialState } from "./initial_state";
import { followKeys } from "./keyboard";
import { makeHandle } from "./make_handle";
import { BrainPanel } from "./panels/brain_panel";
import { ColourBar } from "./panels/colour_bar";
import { Courses } from "./panels/courses";
import { makeHeader } from "./panels/header";
import { makeHelp } from "./panels/help";
import { Live } from "./panels/live";
import { Sensors } from "./panels/sensors";
import { SlicePanel } from "./panels/slice_panel";
import { TimeBar } from "./panels/time_bar";
import { makeTools } from "./panels/tools";
import type { Payload } from "./payload";
import { save, screenshot } from "./screenshot";
import { goTo } from "./slice_actions";
import { type State, Store } from "./store";

/** Fills an element with the viewer of a page. */
export function openViewer(host: HTMLElement, payload: Payload, started: number): ViewerHandle {
  const context = makeContext(payload);
  const { root, store, page, actions, activity, brain } = context;
  followTheme(context);
  for (const { hemisphere, vertex } of initialPicks(page, brain, activity, store.state)) {
    actions.pick(hemisphere, vertex);
  }
  if (page.initial.place) goTo(context, page.initial.place);
  const live = make("div", { class: "lf-spoken", attributes: { "aria-live": "polite" } });
  context.say = (text) => {
    live.textContent = text;
  };
  // Panels measure themselves: they are in the page before they are filled.
  host.append(root);
  const panel = brain.grid ? new SlicePanel(context, brain.grid) : new BrainPanel(context);
  const help = makeHelp(context);
  const shoot = () => {
    const name = `${(page.title || "source map").replace(/[^\p{L}\p{N}._ -]+/gu, "_")}.png`;
    screenshot(context, panel).then((blob) => {
      save(blob, name);
      context.say("Picture saved");
    });
  };
  const commands = { shoot, help: help.open };
  const bar = page.maps.length ? new ColourBar(context).element : null;
  const time = page.maps.length ? new TimeBar(context).element : null;
  const side = makeSide(context);
  root.append(
    makeHeader(context, commands),
    makeTools(context),
    make("div", { class: "lf-main" }, panel.element, bar ?? ""),
  );
  if (side) root.append(side);
  else root.classList.add("lf-without-side");
  if (time) root.append(time);
  root.append(help.element, live);
  followKeys(context, commands);
  const observer = onResize(root, (width, height) => {
    root.classList.toggle("lf-narrow", width < 1080);
    root.classList.toggle("lf-dense", width < (side ? 1380 : 1010));
    root.classList.toggle("lf-small", width < 960);
    root.classList.toggle("lf-tiny", width < 560);
    root.classList.toggle("lf-short", height < 700);
  });
  context.cleanups.push(() => observer.disconnect());
  panel.draw();
  return makeHandle(context, panel, performance.now() - started);
}

function makeContext(payload: Payload): Context {
  const page = payload.header;
  const brain = new Brain(payload);
  const activity = new Activity(payload, brain);
  const store = new Store(initialState(page, brain, activity));
  const root = make("div", {
    class: "lf",
    attributes: { role: "application", "aria-label": page.title || "Source map", tabindex: "-1" },
  });
  const context = {
    root,
    payload,
    page,
    brain,
    activity,
    store,
    times: () => timesOf(page, store),
    limitSnr: {},
    liveTime: 0,
    say: () => {},
    cleanups: [],
  } as unknown as Context;
  context.actions = new Actions(context);
  return context;
}

function followTheme({ root, store, cleanups }: Context): void {
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const apply = ({ theme }: State) => {
    const dark = theme === "auto" ? system.matches : theme === "dark";
    // Before those who read colours of the style sheet hear of it.
    root.classList.toggle("lf-dark", dark);
    store.set({ dark });
  };
  const changed = () => apply(store.state);
  system.addEventListener("change", changed);
  cleanups.push(() => system.removeEventListener("change", changed));
  store.watch(["theme"], apply);
}

/** Courses, sensors and inverse; tabs choose one of them where there is no room for all. */
function makeSide(context: Context): HTMLElement | null {
  const { page, store } = context;
  if (!page.maps.length) return null;
  const parts: { value: State["tab"]; text: string; element: HTMLElement }[] = [
    { value: "courses", text: "Courses", element: new Courses(context).element },
  ];
  if (page.live) parts.push({ value: "live", text: "Inverse", element: new Live(context).element });
  if (page.sensors.length) {
    parts.push({ value: "sensors", text: "Sensors", element: new Sensors(context).element });
  }
  const side = make("aside", { class: `lf-side lf-parts-${parts.length}` });
  if (parts.length > 1) {
    const tabs = segments("Beside the brain", parts, (tab) => store.set({ tab }));
    tabs.element.classList.add("lf-tabs");
    side.append(tabs.element);
    store.watch(["tab"], ({ tab }) => {
      tabs.show(tab);
      for (const part of parts) part.element.classList.toggle("lf-front", part.value === tab);
    });
  } else parts[0].element.classList.add("lf-front");
  side.append(...parts.map((part) => part.element));
  return side;
}
