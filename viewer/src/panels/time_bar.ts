// Time bar: play, steps, the time, and a slider over an outline of how strong the map is.

import type { Context } from "../context";
import { dropdown, iconButton, make, onResize, swapIcon, themeColour } from "../dom";
import { lastTime, sampleAt, timeAt, writeTime } from "../maths/time";

/** Playing the whole axis takes so many seconds at normal speed. */
const WHOLE = 10;

export class TimeBar {
  readonly element: HTMLElement;
  readonly #context: Context;
  readonly #canvas = make("canvas", { class: "lf-overview" });
  readonly #slider: HTMLInputElement;
  readonly #ends = [make("span"), make("span")];

  constructor(context: Context) {
    this.#context = context;
    const { actions, store } = context;
    const play = iconButton("play", "Play (space)", () => actions.togglePlaying());
    play.classList.add("lf-play");
    const output = make("output", { class: "lf-now" });
    this.#slider = make("input", {
      class: "lf-time-slider",
      attributes: { type: "range", min: "0", step: "any", "aria-label": "Time" },
    });
    this.#slider.addEventListener("input", () => {
      actions.setTime(timeAt(context.times(), Number(this.#slider.value)));
    });
    const track = make("div", { class: "lf-time-track" }, this.#canvas, this.#slider);
    const speeds = [0.25, 0.5, 1, 2, 4].map((value) => ({ value, text: `${value}×` }));
    const span = () => lastTime(context.times()) - context.times().tmin;
    const speed = dropdown("Speed", speeds, (value) => {
      store.set({ speed: (value * span()) / WHOLE });
    });
    speed.element.classList.add("lf-speed");
    this.element = make(
      "div",
      { class: "lf-time", attributes: { role: "group", "aria-label": "Time" } },
      play,
      iconButton("back", "One sample back (←)", () => actions.step(-1)),
      iconButton("forward", "One sample on (→)", () => actions.step(1)),
      output,
      make("div", { class: "lf-time-axis" }, this.#ends[0], track, this.#ends[1]),
      speed.element,
    );
    store.watch(["playing"], ({ playing }) => {
      if (playing) swapIcon(play, "pause", "Pause (space)");
      else swapIcon(play, "play", "Play (space)");
    });
    store.watch(["map"], () => {
      store.set({ speed: span() / WHOLE });
      const times = context.times();
      this.#slider.max = String(times.n - 1);
      this.element.classList.toggle("lf-still", times.n < 2);
      this.#ends[0].textContent = this.#write(times.tmin);
      this.#ends[1].textContent = this.#write(lastTime(times));
    });
    store.watch(["speed"], (state) => speed.show(span() ? (state.speed * WHOLE) / span() : 1));
    store.watch(["map", "shown", "dark", "snr", "method"], () => this.#draw());
    store.watch(["time", "map"], ({ time }) => {
      const text = writeTime(time, context.page.timeUnit);
      output.textContent = text;
      this.#slider.value = String(sampleAt(context.times(), time));
      this.#slider.setAttribute("aria-valuetext", text);
    });
    const observer = onResize(track, () => this.#draw());
    context.cleanups.push(() => observer.disconnect());
  }

  #write(time: number): string {
    return writeTime(time, this.#context.page.timeUnit).replace(/\.0+(?= )/, "");
  }

  #draw(): void {
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    const pen = this.#canvas.getContext("2d");
    if (!width || !pen) return;
    const ratio = Math.min(window.devicePixelRatio || 1, 2);
    this.#canvas.width = width * ratio;
    this.#canvas.height = height * ratio;
    pen.scale(ratio, ratio);
    const { activity, store, element } = { ...this.#context, element: this.element };
    const strength = activity.strength(store.state.map);
    const times = this.#context.times();
    const at = (sample: number) => (times.n > 1 ? (sample / (times.n - 1)) * width : width / 2);
    const zero = -times.tmin / times.tstep;
    if (zero > 0 && zero < times.n - 1) {
      pen.fillStyle = themeColour(element, "line-strong");
      pen.fillRect(Math.round(at(zero)), 0, 1, height);
    }
    if (!strength || times.n < 2) return;
    const most = strength.reduce((a, b) => Math.max(a, b), 0) || 1;
    pen.beginPath();
    pen.moveTo(0, height);
    strength.forEach((value, i) => {
      pen.lineTo(at(i), height - 2 - (height - 5) * (value / most));
    });
    pen.lineTo(width, height);
    pen.closePath();
    pen.fillStyle = themeColour(element, "overview");
    pen.fill();
  }
}
