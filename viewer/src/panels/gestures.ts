// Gestures on the brain: drag turns, with shift or another button moves, wheel and pinch zoom.

import type { Context } from "../context";
import { mapsShown, regionAt } from "../context";
import { panelAt } from "../maths/panels";
import type { BrainPanel } from "./brain_panel";

/** Radians a pixel. */
const SPEED = 0.0075;
/** A press that moves less than this is a click. */
const STILL = 4;

export function followPointers(context: Context, panel: BrainPanel): void {
  const { canvas } = panel;
  const { actions, store } = context;
  const down = new Map<number, { x: number; y: number }>();
  let start = { x: 0, y: 0 };
  let slot = 0;
  let moved = false;

  const place = (event: MouseEvent) => {
    const box = canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const fromMiddle = (x: number, y: number) => {
    const here = panelAt(panel.places, x, y);
    if (!here) return { slot: 0, lane: 0, x: 0, y: 0 };
    const { rectangle: r } = here;
    return {
      slot: here.slot,
      lane: here.lane,
      x: x - r.x - r.width / 2,
      y: y - r.y - r.height / 2,
    };
  };

  canvas.addEventListener("pointerdown", (event) => {
    const point = place(event);
    canvas.setPointerCapture(event.pointerId);
    canvas.focus({ preventScroll: true });
    down.set(event.pointerId, point);
    if (down.size > 1) return;
    start = point;
    moved = false;
    const here = fromMiddle(point.x, point.y);
    slot = here.slot;
    store.set({ active: slot });
    const map = mapsShown(context.page, store.state)[here.lane];
    if (map !== undefined && map !== store.state.map) actions.setMap(map);
    panel.hideTip();
  });

  canvas.addEventListener("pointermove", (event) => {
    const point = place(event);
    const before = down.get(event.pointerId);
    if (!before) {
      hover(point);
      return;
    }
    down.set(event.pointerId, point);
    const [dx, dy] = [point.x - before.x, point.y - before.y];
    if (down.size === 2) {
      pinch(event.pointerId, before, point);
      moved = true;
      return;
    }
    moved ||= Math.hypot(point.x - start.x, point.y - start.y) > STILL;
    if (!moved) {
      down.set(event.pointerId, before);
      return;
    }
    if (event.shiftKey || event.buttons & 6) actions.shift(slot, dx, dy);
    else actions.turn(slot, dx * SPEED, -dy * SPEED);
  });

  const pinch = (id: number, before: { x: number; y: number }, point: { x: number; y: number }) => {
    const other = [...down].find(([key]) => key !== id)?.[1];
    if (!other) return;
    const was = Math.hypot(before.x - other.x, before.y - other.y);
    const is = Math.hypot(point.x - other.x, point.y - other.y);
    const middle = fromMiddle((point.x + other.x) / 2, (point.y + other.y) / 2);
    if (was > 0) actions.zoom(slot, is / was, middle.x, middle.y);
  };

  const up = (event: PointerEvent) => {
    const point = down.get(event.pointerId);
    down.delete(event.pointerId);
    if (!point || moved || event.type === "pointercancel" || event.button !== 0) return;
    const found = panel.seeker.at(point.x, point.y);
    if (!found) return;
    const picked = actions.pick(found.hemisphere, found.vertex);
    if (picked) {
      const region = regionAt(context, picked.hemisphere, picked.vertex);
      context.say(`Picked vertex ${picked.vertex} of the ${picked.hemisphere} ${region}`);
    } else context.say("No source reaches this place");
  };
  canvas.addEventListener("pointerup", up);
  canvas.addEventListener("pointercancel", up);
  canvas.addEventListener("pointerleave", () => panel.hideTip());
  canvas.addEventListener("contextmenu", (event) => event.preventDefault());
  canvas.addEventListener("dblclick", () => actions.resetView());
  canvas.addEventListener(
    "wheel",
    (event) => {
      if (!takesWheel(context.root, event)) return;
      event.preventDefault();
      const point = place(event);
      const middle = fromMiddle(point.x, point.y);
      const steps = event.deltaMode === 1 ? event.deltaY * 16 : event.deltaY;
      actions.zoom(middle.slot, Math.exp(-steps * 0.0016), middle.x, middle.y);
    },
    { passive: false },
  );

  let waiting = 0;
  const hover = (point: { x: number; y: number }) => {
    cancelAnimationFrame(waiting);
    if (store.state.playing) return;
    waiting = requestAnimationFrame(() => panel.showTip(point.x, point.y));
  };
  context.cleanups.push(() => cancelAnimationFrame(waiting));
}

/** Whether the wheel zooms: on a page with more than the viewer it scrolls, until one clicks into it. */
export function takesWheel(root: HTMLElement, event: WheelEvent): boolean {
  if (event.ctrlKey || root.closest(".leadfield-page")) return true;
  const { activeElement } = root.getRootNode() as Document | ShadowRoot;
  return root.contains(activeElement);
}
