// Store: all that changes while a page is looked at, and who follows which part of it.

import type { Axes, Side } from "./maths/camera";
import type { Lens, Point } from "./maths/slices";
import type { LimitsData, LiveMethodName, PlaceName, ViewName } from "./page_data";

/** A place for a view: how it is seen from, whatever map it shows. */
export interface Slot {
  axes: Axes;
  /** Null once turned by hand. */
  view: ViewName | null;
  side: Side;
  zoom: number;
  /** In CSS pixels from the middle. */
  pan: [number, number];
}

export interface Pick {
  hemisphere: PlaceName;
  /** Or point of the grid. */
  vertex: number;
  /** Row among all sources. */
  source: number;
  /** 0xRRGGBB. */
  colour: number;
  /** Whether it is the one nearest to the crosshair of slices, and goes where that goes. */
  here?: boolean;
}

export type Theme = "auto" | "light" | "dark";

export interface State {
  /** In s. */
  time: number;
  map: number;
  /** Maps shown side by side; empty: only `map`. */
  sideBySide: number[];
  views: 1 | 4;
  /** One, then the four. */
  slots: Slot[];
  /** The slot that view buttons change. */
  active: number;
  morph: number;
  /** Where slices are cut, in mm. */
  place: Point;
  lens: Lens;
  /** Whether slices show values between sources, not that of the nearest one. */
  smooth: boolean;
  picks: Pick[];
  playing: boolean;
  /** Seconds of the time axis a second. */
  speed: number;
  /** Limits that were changed, by `Appearance.key`. */
  limits: Record<string, LimitsData>;
  /** Keys of `limits` that the reader moved; others only follow the live inverse. */
  moved: string[];
  theme: Theme;
  dark: boolean;
  /** Of each of `PageData.regions`. */
  regions: boolean[];
  arrows: boolean;
  /** What of a vector map is painted. */
  shown: "length" | "normal";
  foci: boolean;
  snr: number;
  method: LiveMethodName;
  /** Place in `PageData.sensors`. */
  sensor: number;
  /** What the side shows where there is room for one thing. */
  tab: "courses" | "sensors" | "live";
}

type Follower = (state: State) => void;

export class Store {
  #state: State;
  #followers: { keys: (keyof State)[]; follow: Follower }[] = [];

  constructor(state: State) {
    this.#state = state;
  }

  get state(): State {
    return this.#state;
  }

  set(changes: Partial<State>): void {
    const changed = (Object.keys(changes) as (keyof State)[]).filter(
      (key) => changes[key] !== this.#state[key],
    );
    if (!changed.length) return;
    this.#state = { ...this.#state, ...changes };
    for (const { keys, follow } of [...this.#followers]) {
      if (keys.some((key) => changed.includes(key))) follow(this.#state);
    }
  }

  /** Calls `follow` now, and after each change of one of the keys. */
  watch(keys: (keyof State)[], follow: Follower): void {
    this.#followers.push({ keys, follow });
    follow(this.#state);
  }

  clear(): void {
    this.#followers = [];
  }
}
