// Help: keys and gestures, and what the page says about itself.

import type { Context } from "../context";
import { iconButton, make } from "../dom";

const BRAIN_KEYS: [string, string][] = [
  ["drag", "turn the brain"],
  ["shift + drag", "move the brain"],
  ["click", "time course of that vertex"],
  ["shift + arrows", "turn the brain"],
  ["double click, 0", "view as it was"],
  ["1 2", "lateral: left, right"],
  ["3 4", "medial: left, right"],
  ["5 6 7 8", "dorsal, ventral, rostral, caudal"],
  ["9", "one or four views"],
  ["m", "next surface"],
  ["r", "regions"],
  ["v", "arrows of a vector map"],
];
const SLICE_KEYS: [string, string][] = [
  ["click, drag", "move the crosshair, whose course is shown"],
  ["shift + click", "the same, beside the courses before"],
  ["shift + ← →", "crosshair to the left, right"],
  ["shift + ↑ ↓", "crosshair up, down"],
  ["shift + page up, down", "crosshair to the front, back"],
  ["p", "to the largest value now"],
  ["k", "keep the course of this place"],
  ["shift + drag", "move what is looked at, zoomed in"],
  ["double click, 0", "whole slices"],
  ["i", "values between sources, or of the nearest"],
];
const KEYS: [string, string][] = [
  ["wheel, pinch", "zoom; on a longer page, after a click"],
  ["+ −", "zoom"],
  ["← →", "one sample back, on"],
  ["page up, page down", "ten samples back, on"],
  ["home, end", "first, last sample"],
  ["space", "play, pause"],
  ["[ ]", "map before, next map"],
  ["c", "maps side by side"],
  ["s", "save a picture"],
  ["t", "light, dark, as the system"],
  ["escape", "remove time courses"],
];

export function makeHelp(context: Context): { element: HTMLDialogElement; open: () => void } {
  const dialog = make("dialog", { class: "lf-help", attributes: { "aria-label": "Help" } });
  const keys = make("dl");
  const own = context.brain.grid ? SLICE_KEYS : BRAIN_KEYS;
  for (const [key, text] of [...own, ...KEYS]) {
    keys.append(make("dt", {}, make("kbd", { text: key })), make("dd", { text }));
  }
  dialog.append(
    make(
      "header",
      {},
      make("h2", { text: "Keys and gestures" }),
      iconButton("close", "Close", () => dialog.close()),
    ),
    keys,
  );
  if (context.page.about.length) {
    const about = make("dl", { class: "lf-about" });
    for (const [name, text] of context.page.about) {
      about.append(make("dt", { text: name }), make("dd", { text }));
    }
    dialog.append(make("h2", { text: "This page" }), about);
  }
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  return { element: dialog, open: () => dialog.showModal() };
}
