// Head map panel: what the sensors measured at the time shown, spread over the head.

import type { Context } from "../context";
import { make, onResize, themeColour } from "../dom";
import { divergingTable, LEVELS, sequentialTable } from "../maths/colours";
import { columnValues, contour, fillPixels } from "../maths/head_map";
import { writeQuantity } from "../maths/numbers";
import { columnAt, sampleAt } from "../maths/time";
import type { HeadMapData } from "../page_data";

const LINES = 6;
/** Share of half the picture that the head's circle takes. */
const HEAD = 0.82;

export class HeadMap {
  readonly element: HTMLElement;
  readonly #context: Context;
  readonly #canvas = make("canvas", { attributes: { role: "img", "aria-label": "Head map" } });
  readonly #scale = make("div", { class: "lf-head-scale" });
  readonly #small = document.createElement("canvas");
  readonly #tables = { signed: divergingTable(), unsigned: sequentialTable() };
  /** Largest size of a value at any time, by sensor type and response. */
  readonly #tops = new Map<string, number>();

  constructor(context: Context) {
    this.#context = context;
    this.element = make("div", { class: "lf-head" }, this.#canvas, this.#scale);
    const observer = onResize(this.element, () => this.draw());
    context.cleanups.push(() => observer.disconnect());
    context.store.watch(["time", "sensor", "map", "dark"], () => this.draw());
    this.#canvas.addEventListener("pointermove", (event) => this.#name(event));
  }

  draw(): void {
    const { store, page, payload } = this.#context;
    const { sensor, map } = store.state;
    const type = page.sensors[sensor];
    const place = page.maps[map]?.response ?? -1;
    const response = page.responses[place];
    const channels = response?.channels[sensor];
    this.element.hidden = !type?.headMap || !channels;
    const size = Math.min(this.element.clientWidth, this.element.clientHeight || 400);
    if (!type?.headMap || !channels || size < 20) return;
    const data = payload.scaled(channels.data, channels.scales);
    const n = response.times.n;
    const now = new Float64Array(type.names.length);
    columnAt(data, n, sampleAt(response.times, store.state.time), now);
    const { headMap } = type;
    const width = payload.shape(headMap.channels)[1];
    const indices = payload.integers(headMap.channels);
    const columns = columnValues(indices, width, now);
    const picture = new Float32Array(headMap.size ** 2);
    const matrix = payload.scaled(headMap.matrix, headMap.scales);
    fillPixels(matrix, columns, payload.integers(headMap.pixels), picture);
    const top = this.#top(`${sensor} ${place}`, () => {
      let most = 0;
      for (let t = 0; t < n; t++) {
        columnAt(data, n, t, now);
        for (const value of columnValues(indices, width, now))
          most = Math.max(most, Math.abs(value));
      }
      return most;
    });
    const unsigned = width === 2;
    this.#paint(picture, headMap, top, unsigned, size);
    this.#decorate(payload.floats(type.positions), type.bads, headMap, size);
    const least = unsigned ? "0" : writeQuantity(-top * type.scale, "");
    this.#scale.textContent = `${least} to ${writeQuantity(top * type.scale, type.unit)}`;
  }

  #top(key: string, compute: () => number): number {
    let top = this.#tops.get(key);
    if (top === undefined) {
      top = compute() || 1;
      this.#tops.set(key, top);
    }
    return top;
  }

  #paint(
    picture: Float32Array,
    { size: n, extent, radius }: HeadMapData,
    top: number,
    unsigned: boolean,
    size: number,
  ): void {
    const image = new ImageData(n, n);
    const table = unsigned ? this.#tables.unsigned : this.#tables.signed;
    for (let p = 0; p < n * n; p++) {
      const value = picture[p];
      if (Number.isNaN(value)) continue;
      const share = unsigned ? value / top : 0.5 + value / (2 * top);
      const level = Math.round(Math.min(Math.max(share, 0), 1) * (LEVELS - 1));
      for (let c = 0; c < 3; c++) image.data[4 * p + c] = table[4 * level + c];
      image.data[4 * p + 3] = 255;
    }
    this.#small.width = n;
    this.#small.height = n;
    this.#small.getContext("2d")?.putImageData(image, 0, 0);
    const pen = this.#start(size);
    const [middle, unit] = [size / 2, (HEAD * size) / 2];
    pen.save();
    pen.beginPath();
    pen.arc(middle, middle, unit * radius, 0, 7);
    pen.clip();
    pen.imageSmoothingEnabled = true;
    pen.imageSmoothingQuality = "high";
    const side = 2 * unit * extent;
    // The first and the last pixel have their middles on the edge.
    const grown = (side * n) / (n - 1);
    pen.drawImage(this.#small, middle - grown / 2, middle - grown / 2, grown, grown);
    pen.lineWidth = 0.7;
    pen.strokeStyle = "rgba(20, 20, 20, 0.45)";
    pen.beginPath();
    const first = unsigned ? 0 : -top;
    for (let k = 1; k <= LINES; k++) {
      const level = first + ((top - first) * k) / (LINES + 1);
      const ends = contour(picture, n, level);
      for (let i = 0; i < ends.length; i += 4) {
        const at = (x: number) => middle - side / 2 + (side * x) / (n - 1);
        pen.moveTo(at(ends[i]), at(ends[i + 1]));
        pen.lineTo(at(ends[i + 2]), at(ends[i + 3]));
      }
    }
    pen.stroke();
    pen.restore();
  }

  #start(size: number): CanvasRenderingContext2D {
    const ratio = Math.min(window.devicePixelRatio || 1, 2);
    const canvas = this.#canvas;
    canvas.width = size * ratio;
    canvas.height = size * ratio;
    canvas.style.width = `${size}px`;
    canvas.style.height = `${size}px`;
    const pen = canvas.getContext("2d") as CanvasRenderingContext2D;
    pen.scale(ratio, ratio);
    return pen;
  }

  /** Head, nose, ears and sensors. */
  #decorate(places: Float32Array, bads: number[], { radius }: HeadMapData, size: number): void {
    const pen = this.#canvas.getContext("2d") as CanvasRenderingContext2D;
    const [middle, unit] = [size / 2, (HEAD * size) / 2];
    pen.lineWidth = 1.3;
    pen.lineJoin = "round";
    pen.strokeStyle = themeColour(this.element, "ink");
    drawHead(pen, middle, unit);
    // On the colours lines are dark in both themes.
    pen.save();
    pen.beginPath();
    pen.arc(middle, middle, unit * radius, 0, 7);
    pen.clip();
    pen.strokeStyle = "rgb(27, 33, 39)";
    drawHead(pen, middle, unit);
    pen.restore();
    for (let i = 0; i < places.length / 2; i++) {
      pen.fillStyle = bads.includes(i) ? "rgba(200, 40, 40, 0.9)" : "rgba(20, 20, 20, 0.55)";
      pen.beginPath();
      pen.arc(middle + unit * places[2 * i], middle - unit * places[2 * i + 1], 1.1, 0, 7);
      pen.fill();
    }
  }

  /** The channel's name as a tip. */
  #name(event: PointerEvent): void {
    const { store, page, payload } = this.#context;
    const type = page.sensors[store.state.sensor];
    if (!type) return;
    const box = this.#canvas.getBoundingClientRect();
    const unit = (HEAD * box.width) / 2;
    const x = (event.clientX - box.left - box.width / 2) / unit;
    const y = (box.height / 2 - event.clientY + box.top) / unit;
    const places = payload.floats(type.positions);
    let near = -1;
    let least = 0.08;
    for (let i = 0; i < type.names.length; i++) {
      const far = Math.hypot(places[2 * i] - x, places[2 * i + 1] - y);
      if (far < least) [near, least] = [i, far];
    }
    this.#canvas.title = near < 0 ? "" : type.names[near];
  }
}

function drawHead(pen: CanvasRenderingContext2D, middle: number, unit: number): void {
  const at = (x: number, y: number): [number, number] => [middle + unit * x, middle - unit * y];
  pen.beginPath();
  pen.arc(middle, middle, unit, 0, 2 * Math.PI);
  pen.moveTo(...at(-0.13, 0.99));
  pen.lineTo(...at(0, 1.14));
  pen.lineTo(...at(0.13, 0.99));
  for (const side of [-1, 1]) {
    pen.moveTo(...at(side * 0.98, 0.19));
    pen.bezierCurveTo(...at(side * 1.12, 0.3), ...at(side * 1.12, -0.3), ...at(side * 0.98, -0.19));
  }
  pen.stroke();
}
