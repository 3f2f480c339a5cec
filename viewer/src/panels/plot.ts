// Plot: lines over time, drawn by uPlot; a click or drag sets the time, a mark shows it.

import uPlot from "uplot";
import type { Context } from "../context";
import { make, onResize, themeColour } from "../dom";
import { writeNumber } from "../maths/numbers";

export interface Line {
  values: ArrayLike<number>;
  colour: string;
  width?: number;
  dash?: number[];
  /** Left out of the range, as bad channels are. */
  aside?: boolean;
}

export class TimePlot {
  readonly element: HTMLElement;
  readonly #context: Context;
  readonly #now = make("div", { class: "lf-plot-now" });
  readonly #label: string;
  #plot: uPlot | null = null;
  #times: Float64Array = new Float64Array();
  #lines: Line[] = [];

  constructor(context: Context, label: string) {
    this.#context = context;
    this.#label = label;
    this.element = make("div", {
      class: "lf-plot",
      attributes: { role: "img", "aria-label": label },
    });
    const observer = onResize(this.element, (width, height) => {
      if (this.#plot && width && height) {
        this.#plot.setSize({ width, height });
        this.#mark();
      } else this.#make();
    });
    context.cleanups.push(() => {
      observer.disconnect();
      this.#plot?.destroy();
    });
    context.store.watch(["time"], () => this.#mark());
    context.store.watch(["dark"], () => this.#make());
  }

  show(times: Float64Array, lines: Line[]): void {
    const inUnit = this.#context.page.timeUnit === "ms" ? times.map((t) => 1e3 * t) : times;
    const same =
      this.#plot !== null &&
      lines.length === this.#lines.length &&
      lines.every((line, i) => {
        const old = this.#lines[i];
        return line.colour === old.colour && String(line.dash) === String(old.dash);
      });
    this.#times = inUnit;
    this.#lines = lines;
    if (same && this.#plot) this.#plot.setData(this.#data());
    else this.#make();
    this.#mark();
  }

  #data(): uPlot.AlignedData {
    return [this.#times, ...this.#lines.map((line) => line.values)] as uPlot.AlignedData;
  }

  #make(): void {
    this.#plot?.destroy();
    this.#plot = null;
    const { clientWidth: width, clientHeight: height } = this.element;
    if (!width || !height || !this.#times.length) return;
    const colour = (name: string) => themeColour(this.element, name);
    const font = `11px ${getComputedStyle(this.element).fontFamily}`;
    const axis = {
      stroke: colour("quiet"),
      font,
      grid: { stroke: colour("line"), width: 1 },
      ticks: { show: false },
    };
    const { timeUnit } = this.#context.page;
    this.#plot = new uPlot(
      {
        width,
        height,
        legend: { show: false },
        cursor: { drag: { x: false, y: false }, y: false, points: { show: false } },
        scales: {
          x: { time: false },
          y: { range: (_, low, high) => padded(low, high) },
        },
        axes: [
          {
            ...axis,
            size: 24,
            gap: 4,
            space: 44,
            values: (_, ticks) =>
              ticks.map((tick, i) =>
                i === ticks.length - 1 ? `${writeTick(tick)} ${timeUnit}` : writeTick(tick),
              ),
          },
          {
            ...axis,
            size: 44,
            gap: 5,
            space: 26,
            values: (_, ticks) => ticks.map((tick) => writeTick(tick)),
          },
        ],
        series: [
          {},
          ...this.#lines.map((line) => ({
            stroke: line.colour,
            width: line.width ?? 1.6,
            points: { show: false },
            auto: !line.aside,
            ...(line.dash ? { dash: line.dash } : {}),
          })),
        ],
        padding: [8, 22, 0, 0],
        hooks: {
          drawAxes: [(plot) => drawZero(plot, colour("line-strong"))],
          draw: [() => this.#mark()],
        },
      },
      this.#data(),
      this.element,
    );
    this.#plot.over.append(this.#now);
    this.#scrub(this.#plot.over);
    this.#mark();
  }

  #scrub(over: HTMLElement): void {
    const set = (event: PointerEvent) => {
      if (!this.#plot) return;
      const x = event.clientX - over.getBoundingClientRect().left;
      const value = this.#plot.posToVal(x, "x");
      this.#context.actions.setTime(this.#context.page.timeUnit === "ms" ? value / 1e3 : value);
    };
    over.addEventListener("pointerdown", (event) => {
      this.#context.actions.pause();
      over.setPointerCapture(event.pointerId);
      set(event);
    });
    over.addEventListener("pointermove", (event) => {
      if (over.hasPointerCapture(event.pointerId)) set(event);
    });
  }

  #mark(): void {
    if (!this.#plot) return;
    const { time } = this.#context.store.state;
    const x = this.#plot.valToPos(this.#context.page.timeUnit === "ms" ? 1e3 * time : time, "x");
    if (Number.isFinite(x)) this.#now.style.transform = `translateX(${x.toFixed(1)}px)`;
  }

  describe(text: string): void {
    this.element.setAttribute("aria-label", `${this.#label}: ${text}`);
  }
}

function padded(low: number | null, high: number | null): [number, number] {
  const [a, b] = [low ?? 0, high ?? 1];
  const span = b - a || Math.abs(b) || 1;
  // A map without sign starts at 0, not a little below.
  return [a >= 0 && a < 0.5 * b ? 0 : a - 0.06 * span, b + 0.06 * span];
}

function writeTick(value: number): string {
  const rounded = Number(value.toPrecision(6));
  return Math.abs(rounded) >= 1e5 || (rounded !== 0 && Math.abs(rounded) < 1e-3)
    ? writeNumber(rounded, 2)
    : String(rounded).replace("-", "−");
}

/** Lines at time 0, and at value 0 where the plot has both signs. */
function drawZero(plot: uPlot, colour: string): void {
  const { ctx, bbox } = plot;
  const x = plot.valToPos(0, "x", true);
  const y = plot.valToPos(0, "y", true);
  ctx.save();
  ctx.fillStyle = colour;
  if (x > bbox.left && x < bbox.left + bbox.width) ctx.fillRect(x, bbox.top, 1, bbox.height);
  if (y > bbox.top && y < bbox.top + bbox.height) ctx.fillRect(bbox.left, y, bbox.width, 1);
  ctx.restore();
}
