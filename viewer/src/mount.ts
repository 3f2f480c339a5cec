// Mounting: bytes become a viewer, or the still picture stays with the reason in words.

import type { ViewerHandle } from "./handle";
import { gunzip, Payload } from "./payload";
import { openViewer } from "./viewer";

/** Throws with words for readers where this browser cannot show it. */
export async function mountViewer(
  host: HTMLElement,
  bytes: Uint8Array | Promise<Uint8Array>,
): Promise<ViewerHandle> {
  const started = performance.now();
  if (typeof DecompressionStream === "undefined") {
    throw new Error("This browser is too old to unpack the data of this page.");
  }
  const payload = new Payload(await gunzip(await bytes));
  // Slices are flat: they need no more than a canvas.
  if (!payload.header.volume && !drawsInSpace()) {
    throw new Error(
      "The brain cannot be turned here: this browser has no WebGL 2, or it is switched off.",
    );
  }
  return openViewer(host, payload, started);
}

function drawsInSpace(): boolean {
  const context = document.createElement("canvas").getContext("webgl2");
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return context !== null;
}

/** What is wrong, as text for the reader. */
export function reasonOf(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}
