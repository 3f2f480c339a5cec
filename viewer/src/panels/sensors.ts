// Sensors: all channels of one type over time, and their head map at the time shown.

import type { Context } from "../context";
import { make, segments } from "../dom";
import { cssColour, positionColour } from "../maths/colours";
import { allTimes } from "../maths/time";
import { HeadMap } from "./head_map";
import { type Line, TimePlot } from "./plot";

const SHORT: Record<string, string> = { mag: "Mag", grad: "Grad", eeg: "EEG" };

export class Sensors {
  readonly element: HTMLElement;
  readonly #context: Context;
  readonly #plot: TimePlot;
  readonly #heading = make("h2");
  readonly #none = make("p", { class: "lf-empty", text: "No sensor data for this map." });
  readonly #body = make("div", { class: "lf-sensor-body" });

  constructor(context: Context) {
    this.#context = context;
    const { store, page } = context;
    this.#plot = new TimePlot(context, "Sensors over time");
    const choices = page.sensors.map((type, value) => ({
      value,
      text: SHORT[type.kind] ?? type.kind,
      title: type.title,
    }));
    const chooser = segments("Sensor type", choices, (sensor) => store.set({ sensor }));
    const head = new HeadMap(context);
    this.#body.append(this.#plot.element, head.element);
    this.element = make(
      "section",
      { class: "lf-sensors lf-card" },
      make("header", {}, this.#heading, choices.length > 1 && chooser.element),
      this.#none,
      this.#body,
    );
    store.watch(["sensor"], ({ sensor }) => chooser.show(sensor));
    store.watch(["sensor", "map", "dark"], () => this.#show());
  }

  #show(): void {
    const { store, page, payload } = this.#context;
    const { sensor, map } = store.state;
    const type = page.sensors[sensor];
    const response = page.responses[page.maps[map]?.response ?? -1];
    const channels = response?.channels[sensor];
    this.#none.hidden = Boolean(channels);
    this.#body.hidden = !channels;
    this.#heading.replaceChildren(
      make("span", { text: type.title }),
      make("small", { text: type.unit }),
    );
    if (!channels) return;
    const data = payload.scaled(channels.data, channels.scales);
    const places = payload.floats(type.positions);
    const n = response.times.n;
    const lines: Line[] = type.names.map((_, i) => {
      const bad = type.bads.includes(i);
      return {
        values: data.subarray(i * n, (i + 1) * n).map((value) => value * type.scale),
        colour: bad
          ? "rgba(128, 128, 128, 0.7)"
          : cssColour(positionColour(places[2 * i], places[2 * i + 1])),
        width: 0.9,
        ...(bad ? { dash: [4, 3], aside: true } : {}),
      };
    });
    this.#plot.show(allTimes(response.times), lines);
    this.#plot.describe(`${lines.length} ${type.title.toLowerCase()} of ${response.title}`);
  }
}
