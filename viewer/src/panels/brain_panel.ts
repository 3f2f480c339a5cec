// Brain panel: the canvas with its views, their captions, the arrows' length, and what is hovered.

import { SIDE_TITLES, VIEW_TITLES } from "../actions";
import { type Context, mapsShown, regionAt } from "../context";
import { make, onResize } from "../dom";
import type { Mark } from "../gl/glyphs";
import { ARROW_REACH, Stage } from "../gl/stage";
import { cssColour } from "../maths/colours";
import { roundDown, writeQuantity } from "../maths/numbers";
import { type PanelPlace, panelPlaces } from "../maths/panels";
import type { PlaceName } from "../page_data";
import type { Picture } from "../screenshot";
import type { State } from "../store";
import { followPointers } from "./gestures";
import { Seeker } from "./seeker";

export class BrainPanel implements Picture {
  readonly element: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  readonly stage: Stage;
  places: PanelPlace[] = [];
  readonly seeker: Seeker;
  readonly #context: Context;
  readonly #labels = make("div", { class: "lf-labels" });
  readonly #captions = make("div", { class: "lf-captions" });
  readonly #arrowKey = make("div", { class: "lf-arrow-key" });
  readonly #tip = make("div", { class: "lf-tip" });
  #width = 0;
  #height = 0;
  #scheduled = 0;
  #paintNeeded = true;

  constructor(context: Context) {
    this.#context = context;
    this.canvas = make("canvas", {
      class: "lf-canvas",
      attributes: { tabindex: "0", role: "img" },
    });
    this.#tip.hidden = true;
    this.element = make(
      "div",
      { class: "lf-brain" },
      this.canvas,
      this.#labels,
      this.#captions,
      this.#arrowKey,
      this.#tip,
    );
    this.stage = new Stage(this.canvas, context.brain);
    this.seeker = new Seeker(context, this);
    this.#follow();
    followPointers(context, this);
    const observer = onResize(this.element, (width, height) => this.#resize(width, height));
    context.cleanups.push(() => {
      observer.disconnect();
      cancelAnimationFrame(this.#scheduled);
      this.stage.dispose();
    });
  }

  get size(): { width: number; height: number } {
    return { width: this.#width, height: this.#height };
  }

  #follow(): void {
    const { store, payload, page, activity, brain } = this.#context;
    store.watch(["dark"], ({ dark }) => {
      this.stage.setTheme(dark);
      this.invalidate();
    });
    store.watch(["morph"], ({ morph }) => {
      this.stage.setMorph(morph);
      this.#mark();
      this.invalidate();
    });
    store.watch(["regions"], ({ regions }) => {
      this.stage.regions.show(payload, page.regions, regions);
      this.invalidate();
    });
    store.watch(["picks", "foci"], () => {
      this.#mark();
      this.invalidate();
    });
    store.watch(["map", "sideBySide", "arrows"], (state) => {
      const vector = (map: number) => state.arrows && activity.maps[map].components === 3;
      const maps = mapsShown(page, state);
      this.stage.setLanes(maps.length ? maps.map(vector) : [false]);
      this.#place();
      this.invalidate(true);
    });
    store.watch(["time", "limits", "shown", "snr", "method"], () => this.invalidate(true));
    store.watch(["views"], () => {
      this.#place();
      this.invalidate();
    });
    store.watch(["slots", "active"], () => {
      this.#label();
      this.invalidate();
    });
    this.#caption();
    if (!brain.nSources) this.#paintNeeded = false;
  }

  #resize(width: number, height: number): void {
    if (!width || !height) return;
    this.#width = width;
    this.#height = height;
    this.stage.resize(width, height);
    this.#place();
    this.draw();
  }

  #place(): void {
    const { store, page } = this.#context;
    const maps = Math.max(1, mapsShown(page, store.state).length);
    this.places = panelPlaces(maps, store.state.views, this.#width, this.#height);
    this.#label();
  }

  /** Draws before the next frame; `paint` if values or colours have changed. */
  invalidate(paint = false): void {
    this.#paintNeeded ||= paint;
    if (this.#scheduled) return;
    this.#scheduled = requestAnimationFrame(() => this.draw());
  }

  draw(): void {
    cancelAnimationFrame(this.#scheduled);
    this.#scheduled = 0;
    if (!this.#width) return;
    const { state } = this.#context.store;
    if (this.#paintNeeded) this.#paint(state);
    this.stage.draw(this.places, state.slots, this.#height);
    this.#drawArrowKey(state);
  }

  #paint(state: State): void {
    const { activity, page } = this.#context;
    mapsShown(page, state).forEach((map, lane) => {
      const arrows = state.arrows && activity.maps[map].components === 3;
      const painted = activity.painted(map, state);
      const moments = arrows ? activity.frame(map, state).moments : null;
      this.stage.paint(lane, activity.appearance(map, state), painted, moments);
    });
    this.#paintNeeded = false;
  }

  #mark(): void {
    const { brain, store, page } = this.#context;
    const { morph, picks, foci } = store.state;
    const marks = brain.hemispheres.map((hemisphere): Mark[] => [
      ...(foci ? page.foci : [])
        .filter((focus) => focus.hemisphere === hemisphere.name)
        .map((focus) => ({
          point: focus.vertex === null ? focus.position : hemisphere.pointAt(focus.vertex, morph),
          colour: focus.colour,
          opacity: focus.opacity,
          radius: focus.radius,
          ring: false,
        })),
      ...picks
        .filter((pick) => pick.hemisphere === hemisphere.name)
        .map((pick) => ({
          point: hemisphere.pointAt(pick.vertex, morph),
          colour: pick.colour,
          opacity: 1,
          radius: -9,
          ring: true,
        })),
    ]);
    this.stage.mark(marks);
  }

  /** Names of the views, gone once they are turned; the map's title where there are several. */
  #label(): void {
    const { store, page, brain } = this.#context;
    const { state } = store;
    const maps = mapsShown(page, state);
    const several = maps.length > 1;
    const texts = this.places.map(({ lane, slot }, i) => {
      const { view, side } = state.slots[slot];
      const both = brain.hemispheres.length > 1;
      const seen = view
        ? [both && side !== "both" ? SIDE_TITLES[side] : "", VIEW_TITLES[view]]
            .filter(Boolean)
            .join(" ")
            .toLowerCase()
        : "";
      const first = this.places.findIndex((place) => place.lane === lane) === i;
      return [several && first ? page.maps[maps[lane]].title : "", seen];
    });
    this.#labels.replaceChildren(
      ...this.places.map(({ rectangle, slot, lane }, i) => {
        const chosen = maps[lane] === state.map;
        const active = state.views === 4 && slot === state.active;
        const label = make(
          "div",
          { class: active ? "lf-label lf-active" : "lf-label" },
          texts[i][0] && make("strong", { class: chosen ? "lf-chosen" : "", text: texts[i][0] }),
          make("span", { text: texts[i][1] }),
        );
        label.style.left = `${rectangle.x}px`;
        label.style.top = `${rectangle.y}px`;
        label.style.maxWidth = `${rectangle.width}px`;
        return label;
      }),
    );
    const seen = texts.map(([, text]) => text || "a free view").join(", ");
    this.canvas.setAttribute("aria-label", `Cortex with source map, seen from: ${seen}`);
  }

  #caption(): void {
    for (const caption of this.#context.page.captions) {
      const text = make("div", { class: "lf-caption", text: caption.text });
      const shift = { left: "0", center: "-50%", right: "-100%" }[caption.justification];
      text.style.left = `${100 * caption.x}%`;
      text.style.bottom = `${100 * caption.y}%`;
      text.style.transform = `translateX(${shift})`;
      if (caption.colour !== null) text.style.color = cssColour(caption.colour);
      if (caption.size !== null) text.style.fontSize = `${caption.size}px`;
      this.#captions.append(text);
    }
  }

  /** How long an arrow of a round size is. */
  #drawArrowKey(state: State): void {
    const { activity } = this.#context;
    const shown = state.arrows && activity.maps[state.map]?.components === 3;
    this.#arrowKey.hidden = !shown || !this.places.length;
    if (this.#arrowKey.hidden) return;
    const { limits, scale, unit } = activity.appearance(state.map, state);
    const { slot, rectangle } = this.places[0];
    const size = roundDown(limits.fmax * scale);
    const reach = (ARROW_REACH * size) / (limits.fmax * scale);
    const pixels = reach / this.stage.frustum(state.slots[slot], rectangle).scale;
    const line = make("i");
    line.style.width = `${pixels.toFixed(1)}px`;
    this.#arrowKey.replaceChildren(line, make("span", { text: writeQuantity(size, unit, 1) }));
  }

  /** The region, vertex and value below the pointer. */
  showTip(x: number, y: number): void {
    const { store, activity, page } = this.#context;
    const found = this.seeker.at(x, y);
    this.#tip.hidden = !found;
    if (!found) return;
    const { hemisphere, vertex, lane } = found;
    const map = mapsShown(page, store.state)[lane];
    const parts = [regionAt(this.#context, hemisphere, vertex)];
    if (map !== undefined) {
      const value = activity.paintedAt(map, hemisphere, vertex, store.state);
      const { scale, unit } = activity.appearance(map, store.state);
      if (!Number.isNaN(value)) parts.push(writeQuantity(value * scale, unit));
    }
    const focus = page.foci.find((f) => f.vertex === vertex && f.hemisphere === hemisphere);
    if (focus?.name) parts.unshift(focus.name);
    this.#tip.textContent = parts.filter(Boolean).join("  ·  ");
    this.#tip.hidden ||= !this.#tip.textContent;
    const left = Math.min(x + 14, this.#width - this.#tip.offsetWidth - 6);
    this.#tip.style.transform = `translate(${Math.max(0, left)}px, ${Math.max(0, y - 30)}px)`;
  }

  locate(name: PlaceName, vertex: number): { x: number; y: number } | null {
    const hemisphere = this.#context.brain.hemisphere(name);
    return hemisphere ? this.seeker.locate(hemisphere, vertex) : null;
  }

  hideTip(): void {
    this.#tip.hidden = true;
  }
}
