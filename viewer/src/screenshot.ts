// Screenshot: the brain with its labels, colour bar, title and time, as one PNG.

import type { Context } from "./context";
import { mapsShown } from "./context";
import { themeColour } from "./dom";
import { barDomain } from "./maths/limits";
import { writeNumber } from "./maths/numbers";
import { writeTime } from "./maths/time";
import type { PlaceName } from "./page_data";
import { drawColours, spreadOut } from "./panels/colour_bar";

/** What is in the middle of the viewer: a cortex, or slices. */
export interface Picture {
  readonly element: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  readonly size: { width: number; height: number };
  draw(): void;
  /** Where a source is in the canvas, in CSS pixels; null where it is not seen. */
  locate(hemisphere: PlaceName, vertex: number): { x: number; y: number } | null;
}

const TOP = 44;
const SIDE = 116;

export async function screenshot(context: Context, panel: Picture): Promise<Blob> {
  const { width, height } = panel.size;
  const ratio = panel.canvas.width / Math.max(width, 1);
  const canvas = document.createElement("canvas");
  canvas.width = Math.round((width + SIDE) * ratio);
  canvas.height = Math.round((height + TOP) * ratio);
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("this browser gives no canvas to draw a picture on");
  const colour = (name: string) => themeColour(context.root, name);
  pen.scale(ratio, ratio);
  pen.fillStyle = colour("ground");
  pen.fillRect(0, 0, width + SIDE, height + TOP);
  // What is drawn is gone after this task: draw and copy in one.
  panel.draw();
  pen.drawImage(panel.canvas, 0, TOP, width, height);
  const font = getComputedStyle(context.root).fontFamily;
  const write = (text: string, x: number, y: number, options: Partial<Writing> = {}) => {
    const { size = 13, weight = 400, ink = "ink", align = "left" } = options;
    pen.font = `${weight} ${size}px ${font}`;
    pen.fillStyle = colour(ink);
    pen.textAlign = align;
    pen.fillText(text, x, y);
  };
  const { page, store, activity } = context;
  const { state } = store;
  const shown = mapsShown(page, state);
  const map = page.maps[state.map];
  const title = [page.title, shown.length === 1 && page.maps.length > 1 ? map.title : ""];
  write(title.filter(Boolean).join("  ·  "), 16, 28, { size: 15, weight: 600 });
  if (map && context.times().n > 1) {
    write(writeTime(state.time, page.timeUnit), width + SIDE - 16, 28, { align: "right" });
  }
  panel.element.querySelectorAll<HTMLElement>(".lf-label, .lf-caption").forEach((label) => {
    const box = label.getBoundingClientRect();
    const outer = panel.element.getBoundingClientRect();
    const text = Array.from(label.childNodes, (node) => node.textContent).filter(Boolean);
    write(text.join("  "), box.left - outer.left + 12, box.top - outer.top + TOP + 22, {
      ink: "quiet",
    });
  });
  if (map) {
    const appearance = activity.appearance(state.map, state);
    const { limits, scale, quantity, unit, range } = appearance;
    const bar = document.createElement("canvas");
    const [top, tall, x] = [TOP + 60, Math.max(60, height - 100), width + 24];
    const domain = barDomain(limits, range);
    drawColours(bar, domain, Math.round(tall * ratio), appearance, [colour("cortex")]);
    pen.drawImage(bar, x, top, 16, tall);
    pen.strokeStyle = colour("line-strong");
    pen.strokeRect(x - 0.5, top - 0.5, 17, tall + 1);
    write(quantity, x, TOP + 26, { weight: 600 });
    write(unit, x, TOP + 43, { ink: "quiet" });
    const { fmin, fmid, fmax, signed } = limits;
    const values = [fmax, fmid, fmin, ...(signed ? [-fmax] : [])];
    const places = values.map((v) => tall * (1 - (v - domain[0]) / (domain[1] - domain[0])));
    spreadOut(places, 15, tall).forEach((text, i) => {
      pen.fillStyle = colour("ink");
      pen.fillRect(x + 16, top + places[i] - 0.5, 4, 1);
      write(writeNumber(values[i] * scale), x + 25, top + text + 4, { size: 12 });
    });
  }
  return await new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png");
  });
}

interface Writing {
  size: number;
  weight: number;
  ink: string;
  align: CanvasTextAlign;
}

/** Lets the browser save a picture. */
export function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
