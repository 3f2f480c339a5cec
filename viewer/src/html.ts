// Pages: every viewer that a page holds is started.

import type { ViewerHandle } from "./handle";
import { mountViewer, reasonOf } from "./mount";
import { decodeBase64 } from "./payload";

async function start(host: HTMLElement): Promise<ViewerHandle | null> {
  const data = host.querySelector("script.leadfield-data");
  const still = host.querySelector<HTMLElement>(".leadfield-still");
  let note = host.querySelector<HTMLElement>(".leadfield-note");
  try {
    const text = data?.textContent;
    if (!text) throw new Error("This page holds no data for the viewer.");
    const handle = await mountViewer(host, decodeBase64(text));
    still?.remove();
    note?.remove();
    data.remove();
    host.dataset.ready = "true";
    return handle;
  } catch (problem) {
    if (!note) {
      note = document.createElement("p");
      note.className = "leadfield-note";
      host.append(note);
    }
    note.textContent = reasonOf(problem);
    host.dataset.ready = "failed";
    return null;
  }
}

export async function startPage(): Promise<void> {
  const views: ViewerHandle[] = [];
  window.leadfieldViews = views;
  for (const host of document.querySelectorAll<HTMLElement>("div.leadfield-view")) {
    if (host.dataset.ready) continue;
    const handle = await start(host);
    if (handle) views.push(handle);
    if (handle) window.leadfield ??= handle;
  }
}
