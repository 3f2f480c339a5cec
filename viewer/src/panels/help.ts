// Help: keys and gestures, and what the page says about itself.

import type { Context } from "../context";
import { iconButton, make } from "../dom";

const KEYS: [string, string][] = [
  ["drag", "turn the brain"],
  ["wheel, pinch", "zoom; on a longer page, after a click"],
  ["shift + drag", "move the brain"],
  ["click", "time course of that vertex"],
  ["double click, 0", "view as it was"],
  ["← →", "one sample back, on"],
  ["page up, page down", "ten samples back, on"],
  ["home, end", "first, last sample"],
  ["space", "play, pause"],
  ["1 2", "lateral: left, right"],
  ["3 4", "medial: left, right"],
  ["5 6 7 8", "dorsal, ventral, rostral, caudal"],
  ["9", "one or four views"],
  ["shift + arrows", "turn the brain"],
  ["+ −", "zoom"],
  ["m", "next surface"],
  ["[ ]", "map before, next map"],
  ["c", "maps side by side"],
  ["r", "regions"],
  ["v", "arrows of a vector map"],
  ["s", "save a picture"],
  ["t", "light, dark, as the system"],
  ["escape", "remove picked vertices"],
];

export function makeHelp(context: Context): { element: HTMLDialogElement; open: () => void } {
  const dialog = make("dialog", { class: "lf-help", attributes: { "aria-label": "Help" } });
  const keys = make("dl");
  for (const [key, text] of KEYS) {
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
