// Camera: named views, turning by dragging, and what fits into a picture without perspective.

import type { HemisphereName, ViewName } from "../page_data";

export type Vector = [number, number, number];
/** Right, up, and towards the eye, in surface RAS. */
export type Axes = [Vector, Vector, Vector];
export type Side = HemisphereName | "both";

/** Azimuth from the right towards the front and angle from the top, in degrees. */
const ANGLES: Record<ViewName, [number, number]> = {
  lateral: [180, 90],
  medial: [0, 90],
  rostral: [90, 90],
  caudal: [270, 90],
  dorsal: [180, 0],
  ventral: [180, 180],
  frontal: [120, 80],
  parietal: [-120, 60],
};
/** Those that differ for the right hemisphere; both together are seen as the left one. */
const RIGHT: Partial<Record<ViewName, [number, number]>> = {
  lateral: [0, 90],
  medial: [180, 90],
  frontal: [60, 80],
  parietal: [-60, 60],
};
export const VIEWS: ViewName[] = [
  "lateral",
  "medial",
  "dorsal",
  "ventral",
  "rostral",
  "caudal",
  "frontal",
  "parietal",
];
/** Above this height the front of the head is up in the picture, not its top. */
const STEEP = 0.95;

export function viewAxes(view: ViewName, side: Side): Axes {
  const [azimuth, elevation] = (side === "rh" && RIGHT[view]) || ANGLES[view];
  const around = (azimuth * Math.PI) / 180;
  const down = (elevation * Math.PI) / 180;
  const towards: Vector = [
    Math.cos(around) * Math.sin(down),
    Math.sin(around) * Math.sin(down),
    Math.cos(down),
  ];
  return axesOf(towards, Math.abs(towards[2]) > STEEP ? [0, 1, 0] : [0, 0, 1]);
}

/** Axes for a direction to the eye, with something near `up` upwards. */
function axesOf(towards: Vector, up: Vector): Axes {
  const right = unit(cross(up, towards));
  return [right, cross(towards, right), towards];
}

/** Axes after the picture was dragged to the right and up by angles in radians. */
export function turnAxes(axes: Axes, right: number, up: number): Axes {
  const [c, s] = [Math.cos(right), Math.sin(right)];
  const [d, e] = [Math.cos(up), Math.sin(up)];
  const mix = (a: Vector, x: number, b: Vector, y: number): Vector => [
    a[0] * x + b[0] * y,
    a[1] * x + b[1] * y,
    a[2] * x + b[2] * y,
  ];
  const aside = mix(axes[0], c, axes[2], s);
  const front = mix(axes[2], c, axes[0], -s);
  const upright = mix(axes[1], d, front, e);
  const towards = mix(front, d, axes[1], -e);
  // Rounding would let them drift apart over many drags.
  const r = unit(aside);
  const t = unit(subtract(towards, r, dot(towards, r)));
  return [r, dot(upright, cross(t, r)) > 0 ? cross(t, r) : cross(r, t), t];
}

/** Share of the way from one orientation to another. */
export function mixAxes(from: Axes, to: Axes, share: number): Axes {
  const blend = (i: number): Vector => [
    from[i][0] + share * (to[i][0] - from[i][0]),
    from[i][1] + share * (to[i][1] - from[i][1]),
    from[i][2] + share * (to[i][2] - from[i][2]),
  ];
  const towards = blend(2);
  const right = blend(0);
  if (Math.hypot(...towards) < 0.2 || Math.hypot(...right) < 0.2) return share < 0.5 ? from : to;
  const t = unit(towards);
  const r = unit(subtract(right, t, dot(right, t)));
  return [r, cross(t, r), t];
}

/** Middle and half size of points (n, 3) along each axis. */
export function extentAlong(axes: Axes, points: Float32Array): { middle: Vector; half: Vector } {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (let i = 0; i < points.length; i += 3) {
    for (let a = 0; a < 3; a++) {
      const axis = axes[a];
      const x = axis[0] * points[i] + axis[1] * points[i + 1] + axis[2] * points[i + 2];
      if (x < low[a]) low[a] = x;
      if (x > high[a]) high[a] = x;
    }
  }
  const half = low.map((l, a) => (high[a] - l) / 2) as Vector;
  const along = low.map((l, a) => (high[a] + l) / 2);
  const middle = [0, 1, 2].map(
    (k) => along[0] * axes[0][k] + along[1] * axes[1][k] + along[2] * axes[2][k],
  ) as Vector;
  return { middle, half };
}

/** mm a pixel that shows so much in a picture of a size, with a margin. */
export function fitScale(half: Vector, width: number, height: number, margin = 0.06): number {
  const room = 1 - 2 * margin;
  return Math.max((2 * half[0]) / (room * width), (2 * half[1]) / (room * height), 1e-6);
}

export function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

export function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

export function unit(a: Vector): Vector {
  const length = Math.hypot(...a) || 1;
  return [a[0] / length, a[1] / length, a[2] / length];
}

function subtract(a: Vector, b: Vector, times: number): Vector {
  return [a[0] - times * b[0], a[1] - times * b[1], a[2] - times * b[2]];
}
