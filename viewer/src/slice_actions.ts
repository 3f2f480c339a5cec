// Actions on slices: where the crosshair is, which sources are kept beside its own, and the lens.

import { type Context, nameOf, regionAt } from "./context";
import { PICK_COLOURS } from "./maths/colours";
import { placeOfLargest, writePoint, writeQuantity } from "./maths/numbers";
import { insideBox, middleOf, type Point, zoomedAt } from "./maths/slices";
import type { Pick } from "./store";

/** Millimetres that a key moves the crosshair. */
export const STEP = 2;

/** Moves the crosshair; the course is that of the source nearest to it, beside those kept. */
export function goTo({ store, brain }: Context, place: Point, keep = false): void {
  const { grid } = brain;
  if (!grid || !place.every(Number.isFinite)) return;
  const inside = insideBox(grid.box, place);
  const source = grid.nearest(inside);
  const { picks } = store.state;
  const before = picks.find((pick) => pick.here);
  if (before?.source === source) {
    store.set({ place: inside });
    return;
  }
  const kept = picks
    .filter((pick) => keep || !pick.here)
    .map((pick) => (pick.here ? { ...pick, here: false } : pick))
    .slice(-(PICK_COLOURS.length - 1));
  if (kept.some((pick) => pick.source === source)) {
    store.set({ place: inside, picks: kept });
    return;
  }
  const used = kept.map((pick) => pick.colour);
  const own = before && !used.includes(before.colour) ? before.colour : undefined;
  const colour = own ?? PICK_COLOURS.find((c) => !used.includes(c)) ?? PICK_COLOURS[0];
  const here: Pick = {
    hemisphere: "vol",
    vertex: grid.sources[source],
    source,
    colour,
    here: true,
  };
  store.set({ place: inside, picks: [...kept, here] });
}

/** Keeps the course of the crosshair's source when it moves on. */
export function keepHere({ store, say }: Context): void {
  const { picks } = store.state;
  const here = picks.find((pick) => pick.here);
  if (!here) return;
  store.set({ picks: picks.map((pick) => (pick.here ? { ...pick, here: false } : pick)) });
  say(`Kept ${nameOf(here)}`);
}

export function move(context: Context, axis: number, millimetres: number): void {
  const place: Point = [...context.store.state.place];
  place[axis] += millimetres;
  goTo(context, place);
  context.say(placeInWords(context));
}

/** Goes to the source with the largest size now. */
export function goToPeak(context: Context): void {
  const { activity, store, brain } = context;
  if (!brain.grid) return;
  const { values } = activity.frame(store.state.map, store.state);
  goTo(context, brain.grid.pointOf(placeOfLargest(values)));
  showPlace(context);
  context.say(placeInWords(context));
}

/** Moves what is looked at, if the crosshair is far from its middle. */
export function showPlace({ store, brain }: Context): void {
  const { place, lens } = store.state;
  if (!brain.grid || lens.zoom === 1) return;
  const { low, high } = brain.grid.box;
  const far = place.some(
    (x, c) => Math.abs(x - lens.centre[c]) > (0.4 * (high[c] - low[c])) / lens.zoom,
  );
  if (far) store.set({ lens: { ...lens, centre: place } });
}

export function zoomSlices({ store, brain }: Context, factor: number, point?: Point): void {
  const { lens, place } = store.state;
  if (!brain.grid) return;
  store.set({ lens: zoomedAt(lens, brain.grid.box, factor, point ?? place) });
}

export function shiftSlices({ store, brain }: Context, millimetres: Point): void {
  const { lens } = store.state;
  if (!brain.grid || lens.zoom === 1) return;
  const centre = lens.centre.map((x, c) => x - millimetres[c]) as Point;
  store.set({ lens: { ...lens, centre: insideBox(brain.grid.box, centre) } });
}

export function resetLens({ store, brain }: Context): void {
  if (brain.grid) store.set({ lens: { zoom: 1, centre: middleOf(brain.grid.box) } });
}

/** Where the crosshair is, and the value of the source nearest to it. */
export function placeInWords(context: Context): string {
  const { store, activity, brain } = context;
  const { place, map } = store.state;
  if (!brain.grid) return "";
  const source = brain.grid.nearest(place);
  const { hemisphere, vertex } = brain.vertexOf(source);
  const { scale, unit } = activity.appearance(map, store.state);
  const value = activity.frame(map, store.state).values[source];
  const parts = [
    `${writePoint(place)} mm`,
    regionAt(context, hemisphere, vertex),
    writeQuantity(value * scale, unit),
  ];
  return parts.filter(Boolean).join(", ");
}
