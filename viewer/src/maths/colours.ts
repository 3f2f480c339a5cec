// Colours: where on a colour table a value is, tables made here, and colours as text.

import type { LimitsData } from "../page_data";

export const LEVELS = 256;

/** How far from fmin (0) through fmid (1/2) to fmax (1) the size of a value is. */
export function shareOf(limits: LimitsData, value: number): number {
  const { fmin, fmid, fmax, signed } = limits;
  const size = signed ? Math.abs(value) : value;
  if (size <= fmin) return 0;
  if (size >= fmax) return 1;
  if (size < fmid) return (0.5 * (size - fmin)) / (fmid - fmin);
  return 0.5 + (0.5 * (size - fmid)) / Math.max(fmax - fmid, 1e-300);
}

/** Place of a value on the table, from 0 to 1. */
export function positionOf(limits: LimitsData, value: number): number {
  const share = shareOf(limits, value);
  return limits.signed ? 0.5 + Math.sign(value) * 0.5 * share : share;
}

/** Red, green, blue and opacity, from 0 to 255, of a value. */
export function colourOf(
  limits: LimitsData,
  table: Uint8Array,
  transparent: boolean,
  value: number,
): [number, number, number, number] {
  const place = positionOf(limits, value) * (LEVELS - 1);
  const low = Math.floor(place);
  const high = Math.min(low + 1, LEVELS - 1);
  const mix = (c: number) =>
    table[4 * low + c] + (place - low) * (table[4 * high + c] - table[4 * low + c]);
  const fade = transparent ? Math.min(1, 2 * shareOf(limits, value)) : 1;
  return [mix(0), mix(1), mix(2), mix(3) * fade];
}

/** Colours of even steps of values, and where among them that of a value begins. */
export function colourRamp(limits: LimitsData, table: Uint8Array, transparent: boolean) {
  const n = 1024;
  const low = limits.signed ? -limits.fmax : limits.fmin;
  const step = (limits.fmax - low) / (n - 1);
  const colours = new Uint8ClampedArray(4 * n);
  for (let i = 0; i < n; i++) {
    colours.set(colourOf(limits, table, transparent, low + i * step), 4 * i);
  }
  const placeOf = (value: number) =>
    4 * Math.min(Math.max(Math.round((value - low) / step), 0), n - 1);
  return { colours, placeOf };
}

/** Table for maps of both signs: cyan, blue, grey, red, yellow. */
export function signedTable(): Uint8Array {
  const knots = [
    [0, 255, 255],
    [0, 0, 255],
    [128, 128, 128],
    [255, 0, 0],
    [255, 255, 0],
  ];
  return tableThrough(knots);
}

/** Table for head maps: blue, white, red. */
export function divergingTable(): Uint8Array {
  return tableThrough([
    [5, 48, 97],
    [67, 147, 195],
    [209, 229, 240],
    [247, 247, 247],
    [253, 219, 199],
    [214, 96, 77],
    [103, 0, 31],
  ]);
}

/** Table for head maps without sign: white to red. */
export function sequentialTable(): Uint8Array {
  return tableThrough([
    [255, 245, 240],
    [252, 187, 161],
    [251, 106, 74],
    [203, 24, 29],
    [103, 0, 13],
  ]);
}

function tableThrough(knots: number[][]): Uint8Array {
  const table = new Uint8Array(4 * LEVELS);
  for (let i = 0; i < LEVELS; i++) {
    const place = (i / (LEVELS - 1)) * (knots.length - 1);
    const low = Math.min(Math.floor(place), knots.length - 2);
    for (let c = 0; c < 3; c++) {
      const value = knots[low][c] + (place - low) * (knots[low + 1][c] - knots[low][c]);
      table[4 * i + c] = Math.round(value);
    }
    table[4 * i + 3] = 255;
  }
  return table;
}

/** 0xRRGGBB as CSS. */
export function cssColour(colour: number): string {
  return `#${colour.toString(16).padStart(6, "0")}`;
}

/** 0xRRGGBB as red, green, blue from 0 to 1. */
export function unitColour(colour: number): [number, number, number] {
  return [((colour >> 16) & 255) / 255, ((colour >> 8) & 255) / 255, (colour & 255) / 255];
}

/** Colours of picks, in their order: apart for most eyes, on light and on dark. */
export const PICK_COLOURS = [
  0x2f6fed, 0xe0782f, 0x1f9d6b, 0xb44fc4, 0xc9a400, 0x16a3b8, 0xd64a6a, 0x7a6ff0,
];

/** Colour of a channel by where it is: x and y from -1 to 1. */
export function positionColour(x: number, y: number): number {
  const angle = Math.atan2(y, x);
  const radius = Math.min(1, Math.hypot(x, y));
  const wave = (shift: number) => Math.round(255 * (0.46 + 0.4 * radius * Math.cos(angle - shift)));
  return (wave(0) << 16) | (wave(2.1) << 8) | wave(4.2);
}
