// Gestures on slices: drag moves the crosshair, with shift what is looked at, wheel and pinch zoom.

import type { Context } from "../context";
import { mapsShown } from "../context";
import { IN_PLANE, type Point, type SlicePlace, sliceAt } from "../maths/slices";
import { goTo, placeInWords, resetLens, shiftSlices, zoomSlices } from "../slice_actions";
import { takesWheel } from "./gestures";
import type { SlicePanel } from "./slice_panel";

/** A press that moves less than this is a click. */
const STILL = 4;

export function followSlicePointers(context: Context, panel: SlicePanel): void {
  const { canvas } = panel;
  const { actions, store } = context;
  const down = new Map<number, { x: number; y: number }>();
  let start = { x: 0, y: 0 };
  let slice: SlicePlace | undefined;
  /** Shift, or another button: what is looked at moves. */
  let shifting = false;
  let moved = false;
  let waiting = 0;

  const place = (event: MouseEvent) => {
    const box = canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  canvas.addEventListener("pointerdown", (event) => {
    const point = place(event);
    canvas.setPointerCapture(event.pointerId);
    canvas.focus({ preventScroll: true });
    down.set(event.pointerId, point);
    panel.hideTip();
    if (down.size > 1) return;
    start = point;
    moved = false;
    slice = sliceAt(panel.places, point.x, point.y);
    shifting = event.shiftKey || event.button > 0;
    if (!slice) return;
    const map = mapsShown(context.page, store.state)[slice.lane];
    if (map !== store.state.map) actions.setMap(map);
    if (!shifting) goTo(context, panel.pointAt(slice, point.x, point.y));
  });

  canvas.addEventListener("pointermove", (event) => {
    const point = place(event);
    const before = down.get(event.pointerId);
    if (!before) {
      cancelAnimationFrame(waiting);
      if (store.state.playing) return;
      waiting = requestAnimationFrame(() => {
        panel.showTip(sliceAt(panel.places, point.x, point.y), point.x, point.y);
      });
      return;
    }
    down.set(event.pointerId, point);
    if (!slice) return;
    if (down.size === 2) {
      pinch(event.pointerId, before, point, slice);
      return;
    }
    moved ||= Math.hypot(point.x - start.x, point.y - start.y) > STILL;
    if (!shifting) goTo(context, panel.pointAt(slice, point.x, point.y));
    else if (moved) shiftSlices(context, shiftOf(slice, point.x - before.x, point.y - before.y));
  });

  const pinch = (
    id: number,
    before: { x: number; y: number },
    point: { x: number; y: number },
    on: SlicePlace,
  ) => {
    moved = true;
    const other = [...down].find(([key]) => key !== id)?.[1];
    const was = other ? Math.hypot(before.x - other.x, before.y - other.y) : 0;
    if (!other || !was) return;
    const is = Math.hypot(point.x - other.x, point.y - other.y);
    const middle = panel.pointAt(on, (point.x + other.x) / 2, (point.y + other.y) / 2);
    zoomSlices(context, is / was, middle);
  };

  const up = (event: PointerEvent) => {
    const point = down.get(event.pointerId);
    down.delete(event.pointerId);
    if (!point || !slice || event.type === "pointercancel") return;
    if (shifting && !moved && event.button === 0) {
      goTo(context, panel.pointAt(slice, point.x, point.y), true);
    }
    if (!shifting || !moved) context.say(placeInWords(context));
  };
  canvas.addEventListener("pointerup", up);
  canvas.addEventListener("pointercancel", up);
  canvas.addEventListener("pointerleave", () => panel.hideTip());
  canvas.addEventListener("contextmenu", (event) => event.preventDefault());
  canvas.addEventListener("dblclick", () => resetLens(context));
  canvas.addEventListener(
    "wheel",
    (event) => {
      if (!takesWheel(context.root, event)) return;
      const { x, y } = place(event);
      const over = sliceAt(panel.places, x, y);
      if (!over) return;
      event.preventDefault();
      const steps = event.deltaMode === 1 ? event.deltaY * 16 : event.deltaY;
      zoomSlices(context, Math.exp(-steps * 0.0016), panel.pointAt(over, x, y));
    },
    { passive: false },
  );
  context.cleanups.push(() => cancelAnimationFrame(waiting));
}

/** A drag in pixels as millimetres. */
function shiftOf({ axis, scale }: SlicePlace, dx: number, dy: number): Point {
  const out: Point = [0, 0, 0];
  const [right, up] = IN_PLANE[axis];
  out[right] = dx * scale;
  out[up] = -dy * scale;
  return out;
}
