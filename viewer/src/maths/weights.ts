// Weights: the sparse matrix that takes values of sources to the vertices of a hemisphere.

import type { Integers } from "../payload";

export class Weights {
  /** First entry of each vertex, (n_vertices + 1,). */
  readonly starts: Uint32Array;
  readonly #sources: Integers;
  readonly #shares: Float32Array;

  constructor(counts: Integers, sources: Integers, values: Integers) {
    const starts = new Uint32Array(counts.length + 1);
    for (let v = 0; v < counts.length; v++) starts[v + 1] = starts[v] + counts[v];
    const shares = new Float32Array(values.length);
    for (let v = 0; v < counts.length; v++) {
      let sum = 0;
      for (let k = starts[v]; k < starts[v + 1]; k++) sum += values[k];
      for (let k = starts[v]; k < starts[v + 1]; k++) shares[k] = values[k] / sum;
    }
    this.starts = starts;
    this.#sources = sources;
    this.#shares = shares;
  }

  get nVertices(): number {
    return this.starts.length - 1;
  }

  /** Whether some source reaches a vertex. */
  reaches(vertex: number): boolean {
    return this.starts[vertex + 1] > this.starts[vertex];
  }

  /** Values at all vertices, 0 where no source reaches; `first` is this hemisphere's first source. */
  apply(values: Float32Array, first: number, out: Float32Array): void {
    const { starts } = this;
    const sources = this.#sources;
    const shares = this.#shares;
    const n = out.length;
    let k = 0;
    for (let v = 0; v < n; v++) {
      const end = starts[v + 1];
      let sum = 0;
      for (; k < end; k++) sum += shares[k] * values[first + sources[k]];
      out[v] = sum;
    }
  }

  at(vertex: number, values: Float32Array, first: number): number {
    if (!this.reaches(vertex)) return Number.NaN;
    let sum = 0;
    for (let k = this.starts[vertex]; k < this.starts[vertex + 1]; k++) {
      sum += this.#shares[k] * values[first + this.#sources[k]];
    }
    return sum;
  }

  /** Place of the source that counts most at a vertex, -1 for none. */
  strongest(vertex: number): number {
    let best = -1;
    let share = 0;
    for (let k = this.starts[vertex]; k < this.starts[vertex + 1]; k++) {
      if (this.#shares[k] > share) {
        share = this.#shares[k];
        best = this.#sources[k];
      }
    }
    return best;
  }
}
