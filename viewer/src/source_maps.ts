// Source maps: values of all sources at any time, from the page's factors or from the live inverse.

import {
  columnPower,
  combineColumns,
  type QuantisedColumns,
  rowOf,
  timesCourses,
} from "./maths/factors";
import { explain, LiveKernel, type LiveOperator, type WhiteResponse } from "./maths/inverse";
import { columnAt } from "./maths/time";
import type {
  FactorsData,
  LiveInverseData,
  LiveMethodName,
  MapData,
  TimesData,
  ValuesData,
} from "./page_data";
import type { Payload } from "./payload";

export interface SourceMap {
  readonly components: 1 | 3;
  readonly times: TimesData;
  /** Changes when values do. */
  readonly version: number;
  /** Values (n_sources * components,) at a sample, or between two. */
  fill(sample: number, out: Float32Array): void;
  /** One source at all times, a course for each component. */
  course(source: number): Float64Array[];
  /** Root of the power at each time: of the sources, or of the whitened response. */
  strength(): Float64Array | null;
}

export class FactorMap implements SourceMap {
  readonly version = 0;
  readonly components: 1 | 3;
  readonly #columns: QuantisedColumns;
  readonly #courses: Float32Array;
  readonly #coefficients: Float64Array;

  constructor(
    payload: Payload,
    values: ValuesData,
    readonly times: TimesData,
  ) {
    this.components = values.components;
    this.#columns = readFactors(payload, values.factors);
    this.#courses = payload.floats(values.courses);
    this.#coefficients = new Float64Array(values.factors.rank);
  }

  fill(sample: number, out: Float32Array): void {
    columnAt(this.#courses, this.times.n, sample, this.#coefficients);
    combineColumns(this.#columns, this.#coefficients, out);
  }

  course(source: number): Float64Array[] {
    return Array.from({ length: this.components }, (_, c) => {
      const row = rowOf(this.#columns, this.components * source + c);
      return timesCourses(row, this.#courses, this.times.n);
    });
  }

  /** Columns of U are orthogonal, or each has a time of its own: their powers add up. */
  strength(): Float64Array {
    const power = columnPower(this.#columns);
    const n = this.times.n;
    const out = new Float64Array(n);
    power.forEach((column, r) => {
      for (let t = 0; t < n; t++) out[t] += column * this.#courses[r * n + t] ** 2;
    });
    return out.map(Math.sqrt);
  }
}

/** The operator and responses of the live inverse, at one snr and method for all live maps. */
export class LiveInverse {
  readonly operator: LiveOperator;
  readonly responses: (WhiteResponse | null)[];
  readonly #data: LiveInverseData;
  #kernels = new Map<string, LiveKernel>();
  snr: number;
  method: LiveMethodName;
  version = 0;

  constructor(payload: Payload, data: LiveInverseData) {
    this.#data = data;
    this.snr = data.snr.initial;
    this.method = data.initialMethod;
    this.operator = {
      perSource: data.perSource,
      leads: readFactors(payload, data.leads),
      weights: data.weights ? payload.floats(data.weights) : null,
      singularValues: payload.floats(data.singularValues),
      operatorNave: data.operatorNave,
      output: data.output,
      turns: data.turns ? payload.floats(data.turns) : null,
    };
    this.responses = data.responses.map((response, i) =>
      response
        ? {
            components: payload.floats(response.components),
            outside: response.outside ? payload.floats(response.outside) : null,
            nTimes: payload.header.responses[i].times.n,
          }
        : null,
    );
  }

  set(method: LiveMethodName, snr: number): void {
    if (method === this.method && snr === this.snr) return;
    this.method = method;
    this.snr = snr;
    this.version++;
    this.#kernels.clear();
  }

  /** The kernel now, for averages like the response's. */
  kernel(response: number): LiveKernel {
    const nave = this.#data.responses[response]?.nave ?? 1;
    const key = `${nave}`;
    let kernel = this.#kernels.get(key);
    if (!kernel) {
      kernel = new LiveKernel(this.operator, this.method, this.snr, nave);
      this.#kernels.set(key, kernel);
    }
    return kernel;
  }

  explained(response: number) {
    const white = this.responses[response];
    return white ? explain(this.operator.singularValues, white, this.snr) : null;
  }
}

export class LiveMap implements SourceMap {
  readonly components: 1 | 3;
  readonly #white: WhiteResponse;
  readonly #coefficients: Float64Array;

  constructor(
    readonly live: LiveInverse,
    readonly response: number,
    readonly times: TimesData,
  ) {
    const white = live.responses[response];
    if (!white) throw new Error("the inverse operator of this page does not fit a response");
    this.#white = white;
    this.components = live.operator.output === "vector" ? 3 : 1;
    this.#coefficients = new Float64Array(live.operator.leads.rank);
  }

  get version(): number {
    return this.live.version;
  }

  fill(sample: number, out: Float32Array): void {
    columnAt(this.#white.components, this.#white.nTimes, sample, this.#coefficients);
    this.live.kernel(this.response).apply(this.#coefficients, out);
  }

  course(source: number): Float64Array[] {
    const { components, nTimes } = this.#white;
    return this.live.kernel(this.response).course(source, components, nTimes);
  }

  strength(): Float64Array | null {
    return this.live.explained(this.response)?.measured ?? null;
  }
}

export function makeSourceMap(payload: Payload, map: MapData, live: LiveInverse | null): SourceMap {
  if (map.values) return new FactorMap(payload, map.values, map.times);
  if (!live || map.response === null) {
    throw new Error(`the map ${map.title} of this page has no values`);
  }
  return new LiveMap(live, map.response, map.times);
}

function readFactors(payload: Payload, data: FactorsData): QuantisedColumns {
  const [nFine, rows] = payload.shape(data.fine);
  const coarse = data.coarse ? (payload.array(data.coarse) as Int8Array) : new Int8Array();
  if (nFine * rows + coarse.length !== data.rank * rows) {
    throw new Error("the factors of this page do not have the columns that they say");
  }
  return {
    rank: data.rank,
    fine: payload.array(data.fine) as Int16Array,
    coarse,
    scales: payload.floats(data.scales),
    rows,
  };
}
