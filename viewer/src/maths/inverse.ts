// Live inverse: maps, noise normalisation and explained variance for any snr, from factors.

import type { LiveMethodName } from "../page_data";
import { combineColumns, type QuantisedColumns, rowOf } from "./factors";

export interface LiveOperator {
  perSource: 1 | 3;
  leads: QuantisedColumns;
  /** (n_sources * perSource,). */
  weights: Float32Array | null;
  singularValues: Float32Array;
  operatorNave: number;
  output: "norm" | "signed" | "vector";
  /** (n_sources, n_out, perSource). */
  turns: Float32Array | null;
}

/** S / (S² + λ²). */
export function gainsOf(singularValues: Float32Array, lambda2: number): Float64Array {
  return Float64Array.from(singularValues, (s) => (s > 0 ? s / (s * s + lambda2) : 0));
}

/** Gains whose noise dSPM and sLORETA divide by; null for MNE, which divides by nothing. */
export function noiseGains(
  singularValues: Float32Array,
  lambda2: number,
  method: LiveMethodName,
): Float64Array | null {
  if (method === "MNE") return null;
  const gains = gainsOf(singularValues, lambda2);
  if (method === "sLORETA") {
    gains.forEach((gain, r) => {
      gains[r] = gain * Math.sqrt(1 + singularValues[r] ** 2 / lambda2);
    });
  }
  return gains;
}

/** Factor (n_sources,) that makes a source's noise one; 0 where no noise arrives. */
export function noiseNorm(operator: LiveOperator, gains: Float64Array): Float32Array {
  const { leads, perSource, weights } = operator;
  const power = new Float32Array(leads.rows);
  addSquares(leads, gains, power);
  const norm = new Float32Array(leads.rows / perSource);
  for (let s = 0, row = 0; s < norm.length; s++) {
    let sum = 0;
    for (let c = 0; c < perSource; c++, row++) {
      sum += power[row] * (weights ? weights[row] ** 2 : 1);
    }
    norm[s] = sum > 0 ? 1 / Math.sqrt(sum) : 0;
  }
  return norm;
}

/** Adds the sums of squares of rows of U times gains; two columns a pass. */
function addSquares(columns: QuantisedColumns, gains: Float64Array, out: Float32Array): void {
  const { rank, fine, coarse, scales, rows } = columns;
  const nFine = rows ? fine.length / rows : 0;
  const add = (source: Int16Array | Int8Array, count: number, offset: number) => {
    for (let r = 0; r < count; r += 2) {
      const a = (scales[offset + r] * gains[offset + r]) ** 2;
      const b = r + 1 < count ? (scales[offset + r + 1] * gains[offset + r + 1]) ** 2 : 0;
      const ia = r * rows;
      const ib = Math.min(r + 1, count - 1) * rows;
      for (let i = 0; i < rows; i++) {
        const x = source[ia + i];
        const y = source[ib + i];
        out[i] += a * x * x + b * y * y;
      }
    }
  };
  add(fine, nFine, 0);
  add(coarse, rank - nFine, nFine);
}

/** A method at one snr for averages of `nave` epochs: takes components to a map. */
export class LiveKernel {
  readonly #operator: LiveOperator;
  readonly #gains: Float64Array;
  /** (n_sources,), or null for MNE. */
  readonly #norm: Float32Array | null;
  readonly #columns: Float32Array;
  readonly #inner: Float64Array;

  constructor(operator: LiveOperator, method: LiveMethodName, snr: number, nave: number) {
    const lambda2 = 1 / snr ** 2;
    const forNoise = noiseGains(operator.singularValues, lambda2, method);
    this.#operator = operator;
    this.#gains = gainsOf(operator.singularValues, lambda2);
    this.#norm = forNoise && noiseNorm(operator, forNoise);
    const root = Math.sqrt(nave / operator.operatorNave);
    this.#norm?.forEach((norm, s, all) => {
      all[s] = norm * root;
    });
    this.#columns = new Float32Array(operator.leads.rows);
    this.#inner = new Float64Array(operator.leads.rank);
  }

  /** Map of components (rank,): (n_sources,), or with vector output (n_sources, 3). */
  apply(components: ArrayLike<number>, out: Float32Array): void {
    const columns = this.#columns;
    for (let r = 0; r < this.#inner.length; r++) this.#inner[r] = this.#gains[r] * components[r];
    combineColumns(this.#operator.leads, this.#inner, columns);
    const { perSource, weights } = this.#operator;
    const nSources = columns.length / perSource;
    for (let s = 0, row = 0; s < nSources; s++) {
      const norm = this.#norm ? this.#norm[s] : 1;
      for (let c = 0; c < perSource; c++, row++) columns[row] *= norm * (weights?.[row] ?? 1);
    }
    this.#turn(columns, 0, nSources, out);
  }

  /** Values of one source, (n_out, n_times) row after row, of components (rank, n_times). */
  course(source: number, components: Float32Array, nTimes: number): Float64Array[] {
    const { perSource, weights, leads, output } = this.#operator;
    const rows = Array.from({ length: perSource }, (_, c) => {
      const row = perSource * source + c;
      const factors = rowOf(leads, row);
      const scale = (this.#norm ? this.#norm[source] : 1) * (weights?.[row] ?? 1);
      return factors.map((value, r) => value * scale * this.#gains[r]);
    });
    const nOut = output === "vector" ? 3 : 1;
    const out = Array.from({ length: nOut }, () => new Float64Array(nTimes));
    const columns = new Float32Array(perSource);
    const turned = new Float32Array(nOut);
    for (let t = 0; t < nTimes; t++) {
      for (let c = 0; c < perSource; c++) {
        let sum = 0;
        for (let r = 0; r < rows[c].length; r++) sum += rows[c][r] * components[r * nTimes + t];
        columns[c] = sum;
      }
      this.#turn(columns, source, 1, turned);
      for (let o = 0; o < nOut; o++) out[o][t] = turned[o];
    }
    return out;
  }

  /** Columns of `count` sources from `first` on to the output. */
  #turn(columns: Float32Array, first: number, count: number, out: Float32Array): void {
    const { perSource, turns, output } = this.#operator;
    if (output === "norm") {
      for (let s = 0; s < count; s++) {
        let sum = 0;
        for (let c = 0; c < perSource; c++) sum += columns[perSource * s + c] ** 2;
        out[s] = Math.sqrt(sum);
      }
    } else if (turns) {
      const nOut = output === "vector" ? 3 : 1;
      for (let s = 0; s < count; s++) {
        for (let o = 0; o < nOut; o++) {
          let sum = 0;
          const start = ((first + s) * nOut + o) * perSource;
          for (let c = 0; c < perSource; c++) sum += turns[start + c] * columns[perSource * s + c];
          out[nOut * s + o] = sum;
        }
      }
    } else {
      out.set(columns.subarray(0, count));
    }
  }
}

export interface WhiteResponse {
  /** (rank, n_times). */
  components: Float32Array;
  /** Power outside the components, (n_times,). */
  outside: Float32Array | null;
  nTimes: number;
}

/** What of a whitened response the currents explain: component r keeps S² / (S² + λ²) of itself. */
export function explain(singularValues: Float32Array, response: WhiteResponse, snr: number) {
  const lambda2 = 1 / snr ** 2;
  const { components, outside, nTimes } = response;
  const rank = singularValues.length;
  const measured = new Float64Array(nTimes);
  const left = new Float64Array(nTimes);
  for (let r = 0; r < rank; r++) {
    const s2 = singularValues[r] ** 2;
    const rest = s2 > 0 ? (lambda2 / (s2 + lambda2)) ** 2 : 1;
    for (let t = 0; t < nTimes; t++) {
      const power = components[r * nTimes + t] ** 2;
      measured[t] += power;
      left[t] += rest * power;
    }
  }
  let all = 0;
  let remaining = 0;
  const share = new Float64Array(nTimes);
  for (let t = 0; t < nTimes; t++) {
    measured[t] += outside?.[t] ?? 0;
    left[t] += outside?.[t] ?? 0;
    all += measured[t];
    remaining += left[t];
    share[t] = measured[t] > 0 ? 1 - left[t] / measured[t] : 0;
    measured[t] = Math.sqrt(measured[t] / rank);
    left[t] = Math.sqrt(left[t] / rank);
  }
  return { total: all > 0 ? 1 - remaining / all : 0, share, measured, left };
}
