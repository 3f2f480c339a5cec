// Courses: values of the picked vertices over time, and a list of what and where they are.

import { type Context, coordinatesAt, mapsShown, nameOf, regionAt } from "../context";
import { iconButton, make } from "../dom";
import { cssColour } from "../maths/colours";
import { writeQuantity } from "../maths/numbers";
import { allTimes, courseAt, sampleAt } from "../maths/time";
import type { Pick } from "../store";
import { type Line, TimePlot } from "./plot";

/** Lines of maps compared with the one shown. */
const DASHES = [
  [5, 4],
  [1.5, 3],
  [9, 3],
];

export class Courses {
  readonly element: HTMLElement;
  readonly #context: Context;
  readonly #plot: TimePlot;
  readonly #heading = make("h2");
  readonly #list = make("ul", {
    class: "lf-picks",
    attributes: { "aria-label": "Picked sources" },
  });
  readonly #empty = make("p", {
    class: "lf-empty",
    text: "Click the brain to see the time course of a source.",
  });
  readonly #key = make("div", { class: "lf-key lf-lines" });
  #courses: Float64Array[] = [];

  constructor(context: Context) {
    this.#context = context;
    const { store, actions } = context;
    this.#plot = new TimePlot(context, "Time courses of picked sources");
    const clear = make("button", {
      class: "lf-button lf-quiet",
      text: "Clear",
      title: "Remove all time courses (Escape)",
      attributes: { type: "button" },
      on: { click: () => actions.clearPicks() },
    });
    this.element = make(
      "section",
      { class: "lf-courses lf-card" },
      make("header", {}, this.#heading, clear),
      this.#plot.element,
      this.#key,
      this.#empty,
      this.#list,
    );
    store.watch(["picks", "map", "sideBySide", "shown", "snr", "method", "dark"], ({ picks }) => {
      clear.hidden = !picks.length;
      this.#empty.hidden = picks.length > 0;
      this.#plot.element.classList.toggle("lf-gone", !picks.length || context.times().n < 2);
      this.#show(picks);
    });
    store.watch(["time"], () => this.#writeValues());
  }

  #show(picks: Pick[]): void {
    const { store, activity, times } = this.#context;
    const { state } = store;
    const { quantity, unit, scale } = activity.appearance(state.map, state);
    this.#heading.replaceChildren(make("span", { text: quantity }), make("small", { text: unit }));
    this.#courses = picks.map((pick) =>
      activity.course(state.map, pick.source, state).map((value) => value * scale),
    );
    this.#list.replaceChildren(...picks.map((pick) => this.#row(pick)));
    this.#writeValues();
    const others = this.#compared();
    const lines = picks.map((pick, i) => ({
      values: this.#courses[i],
      colour: cssColour(pick.colour),
    }));
    this.#plot.show(allTimes(times()), [...others.flatMap((map) => this.#lines(map)), ...lines]);
    this.#nameLines(picks.length ? others : []);
    this.#plot.describe(picks.map(nameOf).join(", ") || "none");
  }

  /** Maps side by side whose courses can be drawn with those of the one shown. */
  #compared(): number[] {
    const { store, activity, page } = this.#context;
    const { state } = store;
    const { unit, quantity } = activity.appearance(state.map, state);
    const own = page.maps[state.map]?.times;
    return mapsShown(page, state).filter((map) => {
      if (map === state.map) return false;
      const other = activity.appearance(map, state);
      const { tmin, tstep, n } = page.maps[map].times;
      const same = tmin === own.tmin && tstep === own.tstep && n === own.n;
      return same && other.unit === unit && other.quantity === quantity;
    });
  }

  #lines(map: number): Line[] {
    const { store, activity } = this.#context;
    const { state } = store;
    const { scale } = activity.appearance(map, state);
    return state.picks.map((pick) => ({
      values: activity.course(map, pick.source, state).map((value) => value * scale),
      colour: cssColour(pick.colour),
      width: 1.2,
      dash: DASHES[this.#compared().indexOf(map) % DASHES.length],
    }));
  }

  #nameLines(others: number[]): void {
    const { store, page } = this.#context;
    this.#key.hidden = !others.length;
    const name = (map: number, dash: number[]) => {
      const line = make("i");
      line.style.borderTopStyle = !dash.length ? "solid" : dash[0] < 3 ? "dotted" : "dashed";
      return make("span", {}, line, page.maps[map].title);
    };
    this.#key.replaceChildren(
      name(store.state.map, []),
      ...others.map((map, i) => name(map, DASHES[i % DASHES.length])),
    );
  }

  #row(pick: Pick): HTMLElement {
    const region = regionAt(this.#context, pick.hemisphere, pick.vertex);
    const swatch = make("i", { class: "lf-swatch" });
    swatch.style.background = cssColour(pick.colour);
    const places = coordinatesAt(this.#context, pick.hemisphere, pick.vertex).map(([name, text]) =>
      make("span", { title: `${name} coordinates in mm` }, make("b", { text: name }), text),
    );
    return make(
      "li",
      {},
      swatch,
      make(
        "div",
        { class: "lf-pick" },
        make(
          "div",
          { class: "lf-pick-name" },
          make("strong", { text: region || (pick.hemisphere === "vol" ? "source" : "vertex") }),
          make("span", { text: nameOf(pick) }),
        ),
        places.length > 0 && make("div", { class: "lf-pick-place" }, ...places),
      ),
      make("output", { class: "lf-pick-value" }),
      iconButton("close", `Remove ${nameOf(pick)}`, () => {
        this.#context.actions.unpick(pick.source);
      }),
    );
  }

  #writeValues(): void {
    const { store, activity, times } = this.#context;
    if (!this.#courses.length) return;
    const { unit } = activity.appearance(store.state.map, store.state);
    const sample = sampleAt(times(), store.state.time);
    this.#list.querySelectorAll("output").forEach((output, i) => {
      const course = this.#courses[i];
      if (course) output.textContent = writeQuantity(courseAt(course, sample), unit);
    });
  }
}
