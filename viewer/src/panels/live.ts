// Live inverse: the reader's signal-to-noise ratio and method, and what the map then explains.

import type { Context } from "../context";
import { make, segments, slider, themeColour } from "../dom";
import { writeNumber } from "../maths/numbers";
import { allTimes } from "../maths/time";
import { TimePlot } from "./plot";

export class Live {
  readonly element: HTMLElement;
  readonly #context: Context;
  readonly #plot: TimePlot;
  readonly #explained = make("output", { class: "lf-explained" });

  constructor(context: Context) {
    this.#context = context;
    const { store, actions, page, activity } = context;
    const { snr: range, methods } = page.live as NonNullable<typeof page.live>;
    this.#plot = new TimePlot(context, "Whitened response, and what is left of it");
    const [low, high] = [Math.log(range.low), Math.log(range.high)];
    const knob = slider("Signal-to-noise ratio", { min: low, max: high, step: "any" }, (value) => {
      actions.setSnr(Number(Math.exp(value).toPrecision(3)));
    });
    const value = make("output");
    const chooser = segments(
      "Method",
      methods.map(({ name }) => ({ value: name, text: name })),
      (name) => actions.setMethod(name),
    );
    const key = make(
      "div",
      { class: "lf-key" },
      make("span", { class: "lf-key-measured", text: "whitened response" }),
      make("span", { class: "lf-key-left", text: "left unexplained" }),
    );
    this.element = make(
      "section",
      { class: "lf-live lf-card" },
      make("header", {}, make("h2", { text: "Inverse" }), chooser.element),
      make("label", { class: "lf-snr" }, make("span", { text: "SNR" }), knob, value),
      this.#explained,
      this.#plot.element,
      key,
    );
    store.watch(["snr", "method", "map", "dark"], ({ snr, method, map }) => {
      chooser.show(method);
      knob.value = String(Math.log(snr));
      value.textContent = writeNumber(snr);
      const text = `${writeNumber(snr)}, lambda2 = ${writeNumber(1 / snr ** 2)}`;
      knob.setAttribute("aria-valuetext", text);
      knob.title = `λ² = 1 / SNR² = ${writeNumber(1 / snr ** 2)}`;
      this.element.classList.toggle("lf-off", !activity.isLive(map));
      this.#show();
    });
  }

  #show(): void {
    const { store, page, activity } = this.#context;
    const { map } = store.state;
    const response = page.maps[map]?.response ?? -1;
    const explained = activity.isLive(map) ? (activity.live?.explained(response) ?? null) : null;
    if (!explained) {
      this.#explained.textContent = "Change these to solve the inverse here.";
      return;
    }
    this.#explained.textContent = `${(100 * explained.total).toFixed(1)} % of the whitened variance explained`;
    this.#plot.show(allTimes(page.responses[response].times), [
      { values: explained.measured, colour: themeColour(this.#context.root, "quiet"), width: 1.2 },
      { values: explained.left, colour: themeColour(this.#context.root, "warm"), width: 1.6 },
    ]);
  }
}
