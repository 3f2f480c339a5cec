// Time: samples of regular time axes, values between two samples, and how a time is written.

import type { TimesData } from "../page_data";

/** Sample, with its fraction, of a time; times outside are those at the ends. */
export function sampleAt(times: TimesData, seconds: number): number {
  const sample = (seconds - times.tmin) / times.tstep;
  const nearest = Math.round(sample);
  // A time that was made of a sample is that sample.
  const exact = Math.abs(sample - nearest) < 1e-6 ? nearest : sample;
  return Math.min(Math.max(exact, 0), times.n - 1);
}

export function timeAt(times: TimesData, sample: number): number {
  return times.tmin + times.tstep * sample;
}

export function lastTime(times: TimesData): number {
  return timeAt(times, times.n - 1);
}

export function clampTime(times: TimesData, seconds: number): number {
  return Math.min(Math.max(seconds, times.tmin), lastTime(times));
}

/** The time some samples on, from sample to sample. */
export function stepTime(times: TimesData, seconds: number, steps: number): number {
  const sample = sampleAt(times, seconds);
  const from = steps > 0 ? Math.floor(sample + 1e-6) : Math.ceil(sample - 1e-6);
  return timeAt(times, Math.min(Math.max(from + steps, 0), times.n - 1));
}

/** The time after playing on for so many seconds of the time axis; at the end it starts again. */
export function playOn(times: TimesData, seconds: number, elapsed: number): number {
  const span = lastTime(times) - times.tmin;
  if (span <= 0) return times.tmin;
  const gone = seconds - times.tmin + elapsed;
  return times.tmin + (gone > span ? gone % span : gone);
}

export function allTimes(times: TimesData): Float64Array {
  return Float64Array.from({ length: times.n }, (_, i) => timeAt(times, i));
}

/** Column of a matrix (n, nTimes) at a sample, or between two. */
export function columnAt(
  matrix: Float32Array,
  nTimes: number,
  sample: number,
  out: Float32Array | Float64Array,
): void {
  const before = Math.min(Math.floor(sample), nTimes - 1);
  const share = sample - before;
  for (let r = 0, at = before; r < out.length; r++, at += nTimes) {
    out[r] = share === 0 ? matrix[at] : (1 - share) * matrix[at] + share * matrix[at + 1];
  }
}

/** Value of a course at a sample, or between two. */
export function courseAt(course: Float64Array, sample: number): number {
  const before = Math.min(Math.floor(sample), course.length - 1);
  const share = sample - before;
  return share === 0 ? course[before] : (1 - share) * course[before] + share * course[before + 1];
}

/** Such as "93.3 ms" or "0.0933 s". */
export function writeTime(seconds: number, unit: "s" | "ms"): string {
  const text = unit === "ms" ? (seconds * 1e3).toFixed(1) : seconds.toFixed(4);
  return `${text.replace(/^-(0(\.0*)?)$/, "$1").replace("-", "−")} ${unit}`;
}
