// Limits: moving one of fmin, fmid, fmax, and following a map whose size changes.

import type { LimitsData } from "../page_data";

export type LimitName = "fmin" | "fmid" | "fmax";

/** Limits after one was moved; it stops a little before its neighbours. */
export function moveLimit(
  limits: LimitsData,
  name: LimitName,
  value: number,
  domain: [number, number],
): LimitsData {
  const gap = 0.005 * (domain[1] - domain[0]);
  const low = limits.signed ? Math.max(domain[0], 0) : domain[0];
  const { fmin, fmid, fmax } = limits;
  const bounds: Record<LimitName, [number, number]> = {
    fmin: [low, fmid - gap],
    fmid: [fmin + gap, fmax - gap],
    fmax: [fmid + gap, domain[1]],
  };
  const [least, most] = bounds[name];
  return { ...limits, [name]: Math.min(Math.max(value, least), Math.max(least, most)) };
}

/** What the colour bar spans: all values and all limits, symmetric for signed maps. */
export function barDomain(limits: LimitsData, range: [number, number]): [number, number] {
  if (limits.signed) {
    const most = Math.max(Math.abs(range[0]), Math.abs(range[1]), limits.fmax);
    return [-most, most];
  }
  return [Math.min(0, range[0], limits.fmin), Math.max(range[1], limits.fmax)];
}

/** Limits of a map that has become `factor` times as large. */
export function scaleLimits(limits: LimitsData, factor: number): LimitsData {
  const { fmin, fmid, fmax, signed } = limits;
  return { fmin: fmin * factor, fmid: fmid * factor, fmax: fmax * factor, signed };
}

/** Whether three numbers can be limits; why not. */
export function refuseLimits(limits: LimitsData): string | null {
  const { fmin, fmid, fmax, signed } = limits;
  if (![fmin, fmid, fmax].every(Number.isFinite)) return "colour limits must be finite numbers";
  if (!(fmin <= fmid && fmid <= fmax && fmin < fmax)) return "colour limits must grow";
  if (signed && fmin < 0) return "limits of a signed map must be 0 or more: they are mirrored";
  return null;
}
