// Colour bar: colours of the values, with fmin, fmid and fmax as handles to drag.

import type { Appearance } from "../activity";
import type { Context } from "../context";
import { make, onResize, themeColour } from "../dom";
import { colourOf } from "../maths/colours";
import { barDomain, type LimitName, moveLimit } from "../maths/limits";
import { writeNumber } from "../maths/numbers";

const NAMES: LimitName[] = ["fmax", "fmid", "fmin"];
const TITLES: Record<LimitName, string> = {
  fmin: "Colours begin at (fmin)",
  fmid: "Middle of the colours (fmid)",
  fmax: "Colours end at (fmax)",
};
/** Values of handles are at least so many pixels apart. */
const APART = 17;

export class ColourBar {
  readonly element: HTMLElement;
  readonly canvas = make("canvas", { class: "lf-bar-colours" });
  readonly #context: Context;
  readonly #track = make("div", { class: "lf-bar-track" });
  readonly #quantity = make("div", { class: "lf-bar-quantity" });
  readonly #unit = make("div", { class: "lf-bar-unit" });
  readonly #note = make("div", { class: "lf-bar-note", attributes: { role: "status" } });
  readonly #zero = make("div", { class: "lf-bar-zero", text: "0" });
  readonly #bottom = make("div", { class: "lf-bar-zero" });
  readonly #handles: Record<LimitName, HTMLElement>;
  /** Kept while a handle is dragged. */
  #domain: [number, number] = [0, 1];
  #dragging = false;

  constructor(context: Context) {
    this.#context = context;
    this.#handles = Object.fromEntries(
      NAMES.map((name) => [name, this.#makeHandle(name)]),
    ) as Record<LimitName, HTMLElement>;
    this.#track.append(
      this.canvas,
      this.#zero,
      this.#bottom,
      ...NAMES.map((name) => this.#handles[name]),
    );
    const reset = make("button", {
      class: "lf-bar-reset",
      text: "Reset",
      title: "Limits as they were",
      attributes: { type: "button" },
      on: { click: () => context.actions.resetLimits(this.#appearance().key) },
    });
    this.element = make(
      "div",
      { class: "lf-bar", attributes: { role: "group", "aria-label": "Colour limits" } },
      this.#quantity,
      this.#unit,
      this.#track,
      this.#note,
      reset,
    );
    const observer = onResize(this.#track, () => this.draw());
    context.cleanups.push(() => observer.disconnect());
    context.store.watch(["map", "limits", "moved", "shown", "dark", "snr", "method"], (state) => {
      const { key, limits } = this.#appearance();
      reset.hidden = !state.moved.includes(key);
      if (!this.#dragging) this.#domain = barDomain(limits, this.#appearance().range);
      this.draw();
    });
  }

  #appearance(): Appearance {
    const { activity, store } = this.#context;
    return activity.appearance(store.state.map, store.state);
  }

  draw(): void {
    const appearance = this.#appearance();
    const { limits, quantity, unit, scale, range } = appearance;
    this.#quantity.textContent = quantity;
    this.#unit.textContent = unit;
    this.#note.textContent =
      limits.fmin > Math.max(Math.abs(range[0]), Math.abs(range[1]))
        ? `all values are below: up to ${writeNumber(range[1] * scale)}`
        : "";
    const height = this.#track.clientHeight;
    if (!height) return;
    drawColours(this.canvas, this.#domain, height, appearance, [
      themeColour(this.element, "cortex"),
    ]);
    const [low, high] = this.#domain;
    const place = (value: number) => (1 - (value - low) / (high - low)) * height;
    const texts = spreadOut(
      NAMES.map((name) => place(limits[name])),
      APART,
      height,
    );
    NAMES.forEach((name, i) => {
      const handle = this.#handles[name];
      const value = writeNumber(limits[name] * scale);
      const at = place(limits[name]);
      handle.style.transform = `translateY(${at.toFixed(2)}px)`;
      const label = handle.lastElementChild as HTMLElement;
      label.textContent = value;
      label.style.transform = `translateY(${(texts[i] - at).toFixed(2)}px)`;
      handle.setAttribute("aria-valuetext", unit ? `${value} ${unit}` : value);
      handle.setAttribute("aria-valuenow", String(limits[name] * scale));
    });
    const show = (element: HTMLElement, value: number, text: string) => {
      const at = place(value);
      element.hidden = texts.some((y) => Math.abs(y - at) < APART);
      element.textContent = text;
      element.style.transform = `translateY(${at.toFixed(2)}px)`;
    };
    show(this.#zero, limits.signed ? 0 : low, writeNumber(limits.signed ? 0 : low * scale));
    this.#bottom.hidden = !limits.signed;
    if (limits.signed) show(this.#bottom, -limits.fmax, writeNumber(-limits.fmax * scale));
  }

  #makeHandle(name: LimitName): HTMLElement {
    const handle = make(
      "div",
      {
        class: `lf-handle lf-${name}`,
        title: `${TITLES[name]}: drag, or arrow keys`,
        attributes: {
          role: "slider",
          tabindex: "0",
          "aria-label": TITLES[name],
          "aria-orientation": "vertical",
        },
      },
      make("i"),
      make("span"),
    );
    const move = (value: number) => {
      const { key, limits } = this.#appearance();
      this.#context.actions.setLimits(key, moveLimit(limits, name, value, this.#domain));
    };
    handle.addEventListener("pointerdown", (event) => {
      handle.setPointerCapture(event.pointerId);
      this.#dragging = true;
      event.preventDefault();
      handle.focus();
    });
    handle.addEventListener("pointermove", (event) => {
      if (!this.#dragging || !handle.hasPointerCapture(event.pointerId)) return;
      const box = this.#track.getBoundingClientRect();
      const [low, high] = this.#domain;
      move(low + (high - low) * (1 - (event.clientY - box.top) / box.height));
    });
    const end = () => {
      this.#dragging = false;
    };
    handle.addEventListener("pointerup", end);
    handle.addEventListener("pointercancel", end);
    handle.addEventListener("keydown", (event) => {
      const steps: Record<string, number> = {
        ArrowUp: 1,
        ArrowRight: 1,
        ArrowDown: -1,
        ArrowLeft: -1,
        PageUp: 10,
        PageDown: -10,
      };
      const step = steps[event.key];
      if (step === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      const [low, high] = this.#domain;
      move(this.#appearance().limits[name] + (step * (high - low)) / 100);
    });
    return handle;
  }
}

/** Places moved so that no two are nearer than `apart`, in their order and inside. */
export function spreadOut(places: number[], apart: number, height: number): number[] {
  const out = [...places];
  for (let i = 1; i < out.length; i++) out[i] = Math.max(out[i], out[i - 1] + apart);
  out[out.length - 1] = Math.min(out[out.length - 1], Math.max(height, apart * (out.length - 1)));
  for (let i = out.length - 2; i >= 0; i--) out[i] = Math.min(out[i], out[i + 1] - apart);
  return out;
}

/** Fills a canvas one column wide with the colours of values, the highest on top. */
export function drawColours(
  canvas: HTMLCanvasElement,
  [low, high]: [number, number],
  height: number,
  { limits, table, transparent }: Appearance,
  [ground]: [string],
): void {
  canvas.width = 1;
  canvas.height = height;
  const context = canvas.getContext("2d");
  if (!context) return;
  context.fillStyle = ground;
  context.fillRect(0, 0, 1, height);
  for (let y = 0; y < height; y++) {
    const value = low + (high - low) * (1 - (y + 0.5) / height);
    const [r, g, b, a] = colourOf(limits, table, transparent, value);
    context.fillStyle = `rgba(${r}, ${g}, ${b}, ${a / 255})`;
    context.fillRect(0, y, 1, 1);
  }
}
