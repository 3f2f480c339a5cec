// Slice panel: the canvas with three slices of each map shown, and what is hovered.

import { type Context, mapsShown, regionAt } from "../context";
import { make, onResize, themeColour } from "../dom";
import type { Grid } from "../grid";
import { writePoint, writeQuantity } from "../maths/numbers";
import { panelPlaces } from "../maths/panels";
import { type Point, pixelOf, pointAtPixel, type SlicePlace, slicePlaces } from "../maths/slices";
import type { PlaceName } from "../page_data";
import type { Picture } from "../screenshot";
import { followSlicePointers } from "./slice_gestures";
import { SlicePainter } from "./slice_painter";

const MARGIN = 12;
/** Room for the title of each of several maps. */
const HEAD = 24;

export class SlicePanel implements Picture {
  readonly element: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  places: SlicePlace[] = [];
  readonly #context: Context;
  readonly #grid: Grid;
  readonly #painter: SlicePainter;
  readonly #tip = make("div", { class: "lf-tip" });
  #titles: { text: string; chosen: boolean; x: number; y: number; width: number }[] = [];
  #width = 0;
  #height = 0;
  #scheduled = 0;

  constructor(context: Context, grid: Grid) {
    this.#context = context;
    this.#grid = grid;
    this.#painter = new SlicePainter(context, grid);
    this.canvas = make("canvas", {
      class: "lf-canvas lf-slices",
      attributes: { tabindex: "0", role: "img" },
    });
    this.#tip.hidden = true;
    this.element = make("div", { class: "lf-brain" }, this.canvas, this.#tip);
    followSlicePointers(context, this);
    const { store } = context;
    store.watch(["map", "sideBySide", "lens"], () => this.#place());
    store.watch(["dark", "time", "limits", "snr", "method", "place", "picks", "smooth"], () => {
      this.invalidate();
    });
    store.watch(["place"], ({ place }) => {
      const where = `Three slices, sagittal, coronal and axial, through ${writePoint(place)} mm`;
      this.canvas.setAttribute("aria-label", where);
    });
    const observer = onResize(this.element, () => this.draw());
    context.cleanups.push(() => {
      observer.disconnect();
      cancelAnimationFrame(this.#scheduled);
    });
  }

  get size(): { width: number; height: number } {
    return { width: this.#width, height: this.#height };
  }

  #measure(): void {
    const { clientWidth: width, clientHeight: height } = this.element;
    if (width === this.#width && height === this.#height) return;
    this.#width = width;
    this.#height = height;
    this.#place();
  }

  #place(): void {
    if (!this.#width || !this.#height) return;
    const { store, page } = this.#context;
    const { lens, map: chosen } = store.state;
    const maps = mapsShown(page, store.state);
    const lanes = panelPlaces(maps.length, 1, this.#width, this.#height);
    const head = maps.length > 1 ? HEAD : 0;
    this.places = lanes.flatMap(({ lane, rectangle: { x, y, width, height } }) => {
      const room = {
        x: x + MARGIN,
        y: y + MARGIN + head,
        width: Math.max(1, width - 2 * MARGIN),
        height: Math.max(1, height - 2 * MARGIN - head),
      };
      return slicePlaces(lane, room, this.#grid.box, lens);
    });
    this.#titles = !head
      ? []
      : lanes.map(({ lane, rectangle: { x, y, width } }) => ({
          text: page.maps[maps[lane]].title,
          chosen: maps[lane] === chosen,
          x: x + MARGIN,
          y: y + MARGIN + 12,
          width: width - 2 * MARGIN,
        }));
    this.invalidate();
  }

  /** Draws before the next frame. */
  invalidate(): void {
    if (!this.#scheduled) this.#scheduled = requestAnimationFrame(() => this.draw());
  }

  draw(): void {
    this.#measure();
    cancelAnimationFrame(this.#scheduled);
    this.#scheduled = 0;
    const pen = this.canvas.getContext("2d");
    if (!this.#width || !this.#height || !pen) return;
    const ratio = Math.min(window.devicePixelRatio || 1, 2);
    const [width, height] = [this.#width * ratio, this.#height * ratio].map(Math.round);
    if (this.canvas.width !== width || this.canvas.height !== height) {
      this.canvas.width = width;
      this.canvas.height = height;
    }
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.fillStyle = themeColour(this.canvas, "ground");
    pen.fillRect(0, 0, this.#width, this.#height);
    const { store, page } = this.#context;
    const maps = mapsShown(page, store.state);
    for (const slice of this.places) this.#painter.paint(pen, slice, maps[slice.lane]);
    pen.textAlign = "left";
    pen.font = `600 13px ${getComputedStyle(this.canvas).fontFamily}`;
    for (const { text, chosen, x, y, width } of this.#titles) {
      pen.fillStyle = themeColour(this.canvas, chosen ? "accent" : "ink");
      pen.fillText(text, x, y, width);
    }
  }

  /** Where a source is, or its shadow on the first slice. */
  locate(name: PlaceName, vertex: number): { x: number; y: number } | null {
    const source = this.#context.brain.sourceOf(name, vertex);
    return source < 0 || !this.places.length
      ? null
      : pixelOf(this.places[0], this.#grid.pointOf(source));
  }

  pointAt(slice: SlicePlace, x: number, y: number): Point {
    return pointAtPixel(slice, this.#context.store.state.place, x, y);
  }

  /** The structure and the value of the source at the pointer. */
  showTip(slice: SlicePlace | undefined, x: number, y: number): void {
    const { store, activity, page } = this.#context;
    const point = slice && this.pointAt(slice, x, y);
    const source = point ? this.#grid.rowAt(point) : -1;
    this.#tip.hidden = source < 0;
    if (source < 0 || !slice) return;
    const map = mapsShown(page, store.state)[slice.lane];
    const { scale, unit } = activity.appearance(map, store.state);
    const value = activity.frame(map, store.state).values[source];
    const region = regionAt(this.#context, "vol", this.#grid.sources[source]);
    const parts = [region, writeQuantity(value * scale, unit)];
    this.#tip.textContent = parts.filter(Boolean).join("  ·  ");
    const left = Math.min(x + 14, this.#width - this.#tip.offsetWidth - 6);
    this.#tip.style.transform = `translate(${Math.max(0, left)}px, ${Math.max(0, y - 30)}px)`;
  }

  hideTip(): void {
    this.#tip.hidden = true;
  }
}
