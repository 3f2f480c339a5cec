// Notebooks: an anywidget whose traits PAYLOAD.md lists.

import type { Vertex, ViewerHandle } from "./handle";
import { mountViewer, reasonOf } from "./mount";

interface Model {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  save_changes(): void;
  on(event: string, listener: () => void): void;
  off(event: string, listener: () => void): void;
}

async function render({ model, el }: { model: Model; el: HTMLElement }) {
  const host = document.createElement("div");
  host.className = "leadfield-view";
  host.style.height = `${Number(model.get("height")) || 620}px`;
  el.append(host);
  let handle: ViewerHandle;
  try {
    const data = model.get("data") as DataView;
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    handle = await mountViewer(host, bytes);
    host.dataset.ready = "true";
  } catch (problem) {
    showStill(host, String(model.get("still") ?? ""), reasonOf(problem));
    host.dataset.ready = "failed";
    return;
  }
  const stop = follow(model, handle);
  return () => {
    stop();
    handle.destroy();
  };
}

function showStill(host: HTMLElement, still: string, reason: string): void {
  if (still.startsWith("data:image/")) {
    const image = document.createElement("img");
    image.className = "leadfield-still";
    image.alt = "Source map";
    image.src = still;
    host.append(image);
  }
  const note = document.createElement("p");
  note.className = "leadfield-note";
  note.textContent = reason;
  host.append(note);
}

/** Keeps the traits and the viewer the same; gives what stops that. */
function follow(model: Model, handle: ViewerHandle): () => void {
  const read = {
    time: () => {
      const time = model.get("time");
      if (typeof time === "number") handle.setTime(time);
    },
    map: () => {
      const map = Number(model.get("map"));
      if (map >= 0) handle.setMap(map);
    },
    picks: () => {
      const picks = (model.get("picks") ?? []) as Vertex[];
      const now = handle.state().picks;
      if (!picks.length || JSON.stringify(picks) === JSON.stringify(now)) return;
      handle.clearPicks();
      for (const { hemisphere, vertex } of picks) handle.pick(hemisphere, vertex);
    },
  };
  for (const [name, listener] of Object.entries(read)) {
    listener();
    model.on(`change:${name}`, listener);
  }
  const write = () => {
    const { time, map, picks, playing } = handle.state();
    // While it plays, a message a frame would drown the kernel.
    if (playing) return;
    let changed = false;
    for (const [name, value] of Object.entries({ time, map, picks })) {
      if (JSON.stringify(model.get(name)) === JSON.stringify(value)) continue;
      model.set(name, value);
      changed = true;
    }
    if (changed) model.save_changes();
  };
  const timer = setInterval(write, 150);
  return () => {
    clearInterval(timer);
    for (const [name, listener] of Object.entries(read)) model.off(`change:${name}`, listener);
  };
}

export const widget = { render };
