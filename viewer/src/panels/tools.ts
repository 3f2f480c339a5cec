// Tools: which side and view, one or four of them, the surface, and what else is shown.

import { SIDE_TITLES, VIEW_TITLES } from "../actions";
import type { Context } from "../context";
import { checkbox, dropdown, make, menu, segments, slider } from "../dom";
import { type Side, VIEWS } from "../maths/camera";
import { makeSliceTools } from "./slice_tools";

const SURFACE_TITLES = ["White", "Pial", "Inflated"];

export function makeTools(context: Context): HTMLElement {
  if (context.brain.grid) return makeSliceTools(context);
  return make(
    "div",
    { class: "lf-tools", attributes: { role: "toolbar", "aria-label": "Views" } },
    makeSides(context),
    ...makeViews(context),
    makeCounts(context),
    make("div", { class: "lf-space" }),
    makeSurface(context),
    makeDisplay(context),
  );
}

function makeSides({ brain, store, actions }: Context): HTMLElement | null {
  if (brain.hemispheres.length < 2) return null;
  const sides: Side[] = ["lh", "both", "rh"];
  const chooser = segments(
    "Hemisphere",
    sides.map((value) => ({ value, text: SIDE_TITLES[value] })),
    (side) => actions.setSide(side),
  );
  store.watch(["slots", "active", "views"], ({ slots, active, views }) => {
    const shown = new Set(slots.slice(1).map((slot) => slot.side));
    const four: Side = shown.size > 1 ? "both" : slots[1].side;
    chooser.show(views === 4 ? four : slots[active].side);
  });
  return chooser.element;
}

function makeViews({ store, actions }: Context): HTMLElement[] {
  const choices = VIEWS.map((value) => ({
    value,
    text: VIEW_TITLES[value],
    title: `${VIEW_TITLES[value]} view`,
  }));
  const choose = (view: (typeof VIEWS)[number]) => {
    const { slots, active } = store.state;
    actions.setView(view, slots[active].side);
  };
  const buttons = segments("View", choices, choose);
  const list = dropdown("View", choices, choose);
  buttons.element.classList.add("lf-when-wide");
  list.element.classList.add("lf-when-narrow");
  store.watch(["slots", "active"], ({ slots, active }) => {
    buttons.show(slots[active].view);
    list.show(slots[active].view);
  });
  return [buttons.element, list.element];
}

function makeCounts({ store, actions }: Context): HTMLElement {
  const counts = segments<1 | 4>(
    "How many views",
    [
      { value: 1, text: "One view", title: "One view", icon: "one" },
      { value: 4, text: "Four views", title: "Four views (9)", icon: "four" },
    ],
    (views) => actions.setViews(views),
  );
  store.watch(["views"], ({ views }) => counts.show(views));
  return counts.element;
}

/** A slider with a name at each surface of the page. */
function makeSurface(context: Context): HTMLElement | null {
  const { brain, store, actions, page } = context;
  const [low, high] = brain.morphs;
  if (low === high) return null;
  const knob = slider("Surface", { min: low, max: high, step: 0.01 }, (value) => {
    const whole = Math.round(value);
    actions.setMorph(Math.abs(value - whole) < 0.04 ? whole : value);
  });
  const { surfaces } = page.hemispheres[0];
  const names = SURFACE_TITLES.map((text, morph) => ({ text, morph })).filter(
    ({ text }) => text.toLowerCase() in surfaces,
  );
  const buttons = names.map(({ text, morph }) =>
    make("button", {
      text,
      attributes: { type: "button", "aria-pressed": "false" },
      on: { click: () => morphTo(context, morph) },
    }),
  );
  store.watch(["morph"], ({ morph }) => {
    knob.value = String(morph);
    knob.style.setProperty("--lf-filled", `${(100 * (morph - low)) / (high - low)}%`);
    const near = Math.round(morph);
    const between = Math.abs(morph - near) > 0.01;
    knob.setAttribute("aria-valuetext", `${between ? "near " : ""}${SURFACE_TITLES[near]}`);
    buttons.forEach((button, i) => {
      button.setAttribute("aria-pressed", String(names[i].morph === morph));
    });
  });
  return make("div", { class: "lf-surface" }, knob, make("div", {}, ...buttons));
}

export function morphTo({ store, actions }: Context, target: number): void {
  const from = store.state.morph;
  if (window.matchMedia("(prefers-reduced-motion: reduce)").matches) {
    actions.setMorph(target);
    return;
  }
  const started = performance.now();
  const frame = (now: number) => {
    const share = Math.min(1, (now - started) / 450);
    actions.setMorph(from + (target - from) * share * share * (3 - 2 * share));
    if (share < 1) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

function makeDisplay({ page, store, actions, activity }: Context): HTMLElement | null {
  const sheet = make("div");
  const vector = activity.maps.some((map) => map.components === 3);
  if (vector) {
    const shown = segments<"length" | "normal">(
      "What is painted",
      [
        { value: "length", text: "Magnitude" },
        { value: "normal", text: "Normal component" },
      ],
      (value) => actions.setShown(value),
    );
    const arrows = checkbox("Arrows", (on) => store.set({ arrows: on }));
    sheet.append(shown.element, arrows.element);
    store.watch(["shown", "arrows"], (state) => {
      shown.show(state.shown);
      arrows.input.checked = state.arrows;
    });
  }
  page.regions.forEach((regions, i) => {
    const { element, input } = checkbox(regions.name, (on) => {
      store.set({ regions: store.state.regions.map((old, k) => (k === i ? on : old)) });
    });
    store.watch(["regions"], (state) => {
      input.checked = state.regions[i];
    });
    sheet.append(element);
  });
  if (page.foci.length) {
    const { element, input } = checkbox("Foci", (on) => store.set({ foci: on }));
    store.watch(["foci"], ({ foci }) => {
      input.checked = foci;
    });
    sheet.append(element);
  }
  return sheet.childElementCount ? menu("Show", "layers", sheet) : null;
}
