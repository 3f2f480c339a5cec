// Slice tools: the coordinates of the crosshair, the peak, the zoom, and what else is shown.

import type { Context } from "../context";
import { checkbox, dropdown, type Icon, icon, iconButton, make, menu } from "../dom";
import { transformPoint } from "../maths/numbers";
import { invertAffine, type Point } from "../maths/slices";
import { goTo, goToPeak, keepHere, resetLens, showPlace } from "../slice_actions";

export function makeSliceTools(context: Context): HTMLElement {
  const { store } = context;
  const button = (name: Icon, text: string, title: string, click: () => void) =>
    make(
      "button",
      {
        class: "lf-button",
        title,
        attributes: { type: "button", "aria-label": text },
        on: { click },
      },
      icon(name),
      make("span", { text }),
    );
  const peak = button("peak", "Peak now", "To the largest value at this time (p)", () => {
    goToPeak(context);
  });
  const keep = button("pin", "Keep course", "Keep the course of this place (k)", () => {
    keepHere(context);
  });
  store.watch(["picks"], ({ picks }) => {
    keep.disabled = !picks.some((pick) => pick.here);
  });
  const whole = iconButton("reset", "Whole slices (0)", () => resetLens(context));
  store.watch(["lens"], ({ lens }) => {
    whole.hidden = lens.zoom === 1;
  });
  const sheet = make("div");
  const smooth = checkbox("Values between sources (i)", (on) => store.set({ smooth: on }));
  store.watch(["smooth"], (state) => {
    smooth.input.checked = state.smooth;
  });
  sheet.append(smooth.element);
  return make(
    "div",
    { class: "lf-tools", attributes: { role: "toolbar", "aria-label": "Crosshair" } },
    makeCoordinates(context),
    peak,
    keep,
    whole,
    make("div", { class: "lf-space" }),
    menu("Show", "layers", sheet),
  );
}

/** Three numbers to read and to change, in the subject's coordinates or in MNI's. */
function makeCoordinates(context: Context): HTMLElement {
  const { page, store } = context;
  const { toMni } = page;
  let inMni = false;
  const shown = (place: Point): Point => (inMni && toMni ? transformPoint(toMni, place) : place);
  const fields = ["x", "y", "z"].map((name, axis) => {
    const field = make("input", {
      class: "lf-number",
      attributes: { type: "number", step: "1", "aria-label": `${name} in mm` },
    });
    field.addEventListener("change", () => {
      const place = shown(store.state.place);
      place[axis] = field.valueAsNumber;
      goTo(context, inMni && toMni ? transformPoint(invertAffine(toMni), place) : place);
      showPlace(context);
      write(store.state.place);
    });
    return field;
  });
  const write = (place: Point) => {
    shown(place).forEach((x, axis) => {
      fields[axis].value = x.toFixed(1).replace(/^-0\.0$/, "0.0");
    });
  };
  store.watch(["place"], ({ place }) => write(place));
  const spaces = dropdown(
    "Coordinates",
    [
      { value: false, text: "RAS" },
      { value: true, text: "MNI" },
    ],
    (mni) => {
      inMni = mni;
      write(store.state.place);
    },
  );
  return make(
    "div",
    { class: "lf-coordinates", attributes: { role: "group", "aria-label": "Crosshair, in mm" } },
    toMni ? spaces.element : make("span", { text: "RAS" }),
    ...fields.map((field, axis) =>
      make(
        "label",
        {},
        make("span", { text: "xyz"[axis], attributes: { "aria-hidden": "true" } }),
        field,
      ),
    ),
  );
}
