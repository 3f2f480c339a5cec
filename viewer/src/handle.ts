// Handle of a viewer: what scripts and tests can ask and change, in the estimate's own units.

import type { HemisphereName, LimitsData, LiveMethodName, PlaceName, ViewName } from "./page_data";

export interface Vertex {
  hemisphere: PlaceName;
  /** Or point of the grid, of "vol". */
  vertex: number;
}

export interface ViewerState {
  /** In s. */
  time: number;
  map: number;
  /** Maps shown, several if side by side. */
  maps: number[];
  views: 1 | 4;
  /** Null once the brain was turned by hand. */
  view: ViewName | null;
  hemisphere: HemisphereName | "both";
  /** 0 white, 1 pial, 2 inflated. */
  morph: number;
  /** Where slices are cut, in mm; null on the cortex. */
  place: [number, number, number] | null;
  picks: Vertex[];
  limits: LimitsData;
  playing: boolean;
  dark: boolean;
  /** Null without a live inverse. */
  live: { snr: number; method: LiveMethodName } | null;
}

export interface Explained {
  /** Share of the whitened response's variance that the map explains, over all times. */
  total: number;
  /** The same at each time. */
  share: Float64Array;
  /** Root mean square over components of the whitened response, and of what is left of it. */
  measured: Float64Array;
  left: Float64Array;
}

export interface ViewerHandle {
  state(): ViewerState;
  /** Times outside are cut to the first and the last one. */
  setTime(seconds: number): void;
  setMap(place: number): void;
  /** Fewer than two: one map. */
  setSideBySide(places: number[]): void;
  setView(view: ViewName, hemisphere: HemisphereName | "both"): void;
  setViews(count: 1 | 4): void;
  setMorph(morph: number): void;
  setLimits(limits: { fmin: number; fmid: number; fmax: number }): void;
  setSnr(snr: number): void;
  setMethod(name: LiveMethodName): void;
  setRegions(name: string, shown: boolean): void;
  play(): void;
  pause(): void;
  /**
   * Picks the source that counts most at a vertex, or moves the crosshair of slices to a source, whose
   * course is shown beside others; gives it. Null if there is none.
   */
  pick(hemisphere: PlaceName, vertex: number): Vertex | null;
  /** Moves the crosshair of slices to a place in mm. */
  goTo(place: [number, number, number]): void;
  clearPicks(): void;
  /** Value (length of a vector) of a source at the time shown; NaN where there is no source. */
  value(hemisphere: PlaceName, vertex: number): number;
  /** What a vertex is painted by: the smoothed value; NaN where none reaches it. */
  painted(hemisphere: PlaceName, vertex: number): number;
  /** Values of a source at all times of the map; null where there is no source. */
  course(hemisphere: PlaceName, vertex: number): Float64Array | null;
  /** Where a vertex is drawn, or a source in a volume is, in mm. */
  position(hemisphere: PlaceName, vertex: number): [number, number, number];
  /** Where a vertex is in the window, in CSS pixels, in the first view that has it in front, or slice; null: in none. */
  onScreen(hemisphere: PlaceName, vertex: number): { x: number; y: number } | null;
  /** Null without a live inverse. */
  explained(): Explained | null;
  screenshot(): Promise<Blob>;
  /** Milliseconds: until ready, the last frame's arithmetic, the last change of the live inverse. */
  timings(): { ready: number; frame: number; live: number };
  destroy(): void;
}

declare global {
  interface Window {
    /** The page's first viewer, and all of them. */
    leadfield?: ViewerHandle;
    leadfieldViews?: ViewerHandle[];
  }
}
