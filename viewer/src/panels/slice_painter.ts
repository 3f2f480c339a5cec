// Slice painter: the anatomy, the colours of a map on it, the crosshair and marks of one slice.

import type { Appearance } from "../activity";
import type { Context } from "../context";
import { make } from "../dom";
import type { Grid } from "../grid";
import { colourRamp, cssColour } from "../maths/colours";
import {
  AXIS_NAMES,
  greySlice,
  IN_PLANE,
  type Point,
  pixelOf,
  rasterOf,
  type SlicePlace,
  sampleGrid,
} from "../maths/slices";
import type { State } from "../store";

const CROSS = "#7fd97f";
const INK = "#d5dbe1";
/** Grey where sources are, without an image. */
const GROUND = 84;
/** What is at the left and right of a panel. */
const SIDES = [
  ["P", "A"],
  ["L", "R"],
  ["L", "R"],
];

export class SlicePainter {
  readonly #context: Context;
  readonly #grid: Grid;
  /** The last slice of the image along each axis. */
  readonly #greys: { cut: number; canvas: HTMLCanvasElement }[] = [];
  readonly #overlay = make("canvas");

  constructor(context: Context, grid: Grid) {
    this.#context = context;
    this.#grid = grid;
  }

  paint(pen: CanvasRenderingContext2D, slice: SlicePlace, map: number): void {
    const { state } = this.#context.store;
    const { x, y, width, height } = slice.rectangle;
    pen.save();
    pen.beginPath();
    pen.roundRect(x, y, width, height, 4);
    pen.clip();
    pen.fillStyle = "#000";
    pen.fillRect(x, y, width, height);
    this.#paintImage(pen, slice, state.place);
    this.#paintValues(pen, slice, map, state);
    this.#paintMarks(pen, slice, state);
    paintCross(pen, slice, state.place);
    paintTexts(pen, slice, state.place);
    pen.restore();
  }

  #paintImage(pen: CanvasRenderingContext2D, slice: SlicePlace, place: Point): void {
    const { image } = this.#grid;
    if (!image) return;
    const { axis, scale } = slice;
    const canvas = this.#greyCanvas(axis, place[axis]);
    const [right, up] = IN_PLANE[axis];
    const corner: Point = [0, 0, 0];
    corner[right] = image.first[right] - image.step / 2;
    corner[up] = image.first[up] + image.step * (image.shape[up] - 0.5);
    const { x, y } = pixelOf(slice, corner);
    const size = image.step / scale;
    pen.imageSmoothingEnabled = true;
    pen.imageSmoothingQuality = "high";
    pen.drawImage(canvas, x, y, canvas.width * size, canvas.height * size);
  }

  #greyCanvas(axis: number, cut: number): HTMLCanvasElement {
    const known = this.#greys[axis];
    if (known?.cut === cut || !this.#grid.image) return known.canvas;
    const { width, height, values } = greySlice(this.#grid.image, axis, cut);
    const canvas = known?.canvas ?? make("canvas");
    canvas.width = width;
    canvas.height = height;
    const pixels = new ImageData(width, height);
    for (let i = 0, at = 0; i < values.length; i++, at += 4) {
      pixels.data.fill(values[i], at, at + 3);
      pixels.data[at + 3] = 255;
    }
    canvas.getContext("2d")?.putImageData(pixels, 0, 0);
    this.#greys[axis] = { cut, canvas };
    return canvas;
  }

  #paintValues(pen: CanvasRenderingContext2D, slice: SlicePlace, map: number, state: State): void {
    const { activity } = this.#context;
    const { x, y } = slice.rectangle;
    // What is smooth is so at half the pixels, too.
    const step = state.smooth ? 2 : 1;
    const raster = rasterOf(slice, state.place, step);
    const { width, height } = raster;
    const sampled = new Float32Array(width * height);
    sampleGrid(this.#grid, activity.frame(map, state).values, raster, state.smooth, sampled);
    const pixels = new ImageData(width, height);
    const ground = this.#grid.image ? null : GROUND;
    fillColours(sampled, activity.appearance(map, state), ground, pixels.data);
    this.#overlay.width = width;
    this.#overlay.height = height;
    this.#overlay.getContext("2d")?.putImageData(pixels, 0, 0);
    pen.imageSmoothingEnabled = state.smooth;
    pen.drawImage(this.#overlay, x, y, width * step, height * step);
  }

  /** Rings around sources that are kept, where the slice is nearest to them. */
  #paintMarks(pen: CanvasRenderingContext2D, slice: SlicePlace, { picks, place }: State): void {
    const { axis } = slice;
    for (const pick of picks) {
      const point = this.#grid.pointOf(pick.source);
      if (pick.here || Math.abs(point[axis] - place[axis]) > this.#grid.spacing / 2) continue;
      const { x, y } = pixelOf(slice, point);
      for (const [colour, width] of [
        ["#000", 4.5],
        [cssColour(pick.colour), 2.5],
      ] as const) {
        pen.beginPath();
        pen.arc(x, y, 6, 0, 2 * Math.PI);
        pen.lineWidth = width;
        pen.strokeStyle = colour;
        pen.stroke();
      }
    }
  }
}

/** Red, green, blue, opacity of values; grey below them if there is no image. */
function fillColours(
  values: Float32Array,
  look: Appearance,
  ground: number | null,
  out: Uint8ClampedArray,
): void {
  const ramp = colourRamp(look.limits, look.table, look.transparent);
  for (let i = 0, at = 0; i < values.length; i++, at += 4) {
    const value = values[i];
    if (Number.isNaN(value)) continue;
    const from = ramp.placeOf(value);
    for (let c = 0; c < 4; c++) out[at + c] = ramp.colours[from + c];
    if (ground === null) continue;
    const share = out[at + 3] / 255;
    for (let c = 0; c < 3; c++) out[at + c] = share * out[at + c] + (1 - share) * ground;
    out[at + 3] = 255;
  }
}

/** Lines through the place, with a gap where they meet. */
function paintCross(pen: CanvasRenderingContext2D, slice: SlicePlace, place: Point): void {
  const { x: left, y: top, width, height } = slice.rectangle;
  const { x, y } = pixelOf(slice, place);
  const gap = 7;
  pen.globalAlpha = 0.75;
  pen.fillStyle = CROSS;
  pen.fillRect(left, y - 0.5, Math.max(0, x - gap - left), 1);
  pen.fillRect(x + gap, y - 0.5, Math.max(0, left + width - x - gap), 1);
  pen.fillRect(x - 0.5, top, 1, Math.max(0, y - gap - top));
  pen.fillRect(x - 0.5, y + gap, 1, Math.max(0, top + height - y - gap));
  pen.globalAlpha = 1;
}

/** What is cut where, and which sides are seen. */
function paintTexts(pen: CanvasRenderingContext2D, slice: SlicePlace, place: Point): void {
  const { axis, rectangle } = slice;
  const { x, y, width, height } = rectangle;
  const family = getComputedStyle(pen.canvas).fontFamily;
  const write = (text: string, left: number, top: number, align: CanvasTextAlign) => {
    pen.textAlign = align;
    pen.lineWidth = 3;
    pen.strokeStyle = "rgb(0 0 0 / 0.75)";
    pen.strokeText(text, left, top);
    pen.fillStyle = INK;
    pen.fillText(text, left, top);
  };
  pen.lineJoin = "round";
  pen.font = `11.5px ${family}`;
  const cut = `${"xyz"[axis]} ${place[axis].toFixed(0).replace("-", "−")}`;
  write(width > 150 ? `${AXIS_NAMES[axis]}  ${cut}` : cut, x + 8, y + 17, "left");
  pen.font = `600 11.5px ${family}`;
  const [left, right] = SIDES[axis];
  write(left, x + 8, y + height - 9, "left");
  write(right, x + width - 8, y + height - 9, "right");
}
