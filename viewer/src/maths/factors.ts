// Factors: quantised columns of a tall matrix, and the products that a frame or a course needs.

export interface QuantisedColumns {
  rank: number;
  /** (n_fine, n_rows). */
  fine: Int16Array;
  /** (rank - n_fine, n_rows). */
  coarse: Int8Array;
  scales: Float32Array;
  rows: number;
}

/** out = U @ coefficients. */
export function combineColumns(
  columns: QuantisedColumns,
  coefficients: ArrayLike<number>,
  out: Float32Array,
): void {
  const { rank, fine, coarse, scales, rows } = columns;
  const nFine = rows ? fine.length / rows : 0;
  out.fill(0);
  addColumns(fine, 0, nFine, rows, coefficients, scales, 0, out);
  addColumns(coarse, 0, rank - nFine, rows, coefficients, scales, nFine, out);
}

/** Four columns a pass: the sum is read and written a quarter as often. */
function addColumns(
  columns: Int16Array | Int8Array,
  first: number,
  count: number,
  rows: number,
  coefficients: ArrayLike<number>,
  scales: Float32Array,
  offset: number,
  out: Float32Array,
): void {
  const factor = (r: number) => (r < count ? coefficients[offset + r] * scales[offset + r] : 0);
  for (let r = first; r < count; r += 4) {
    const [a, b, c, d] = [factor(r), factor(r + 1), factor(r + 2), factor(r + 3)];
    const last = Math.max(count - 1, 0);
    const ia = r * rows;
    const ib = Math.min(r + 1, last) * rows;
    const ic = Math.min(r + 2, last) * rows;
    const id = Math.min(r + 3, last) * rows;
    for (let i = 0; i < rows; i++) {
      out[i] +=
        a * columns[ia + i] + b * columns[ib + i] + c * columns[ic + i] + d * columns[id + i];
    }
  }
}

/** Row of U, (rank,). */
export function rowOf(columns: QuantisedColumns, row: number): Float64Array {
  const { rank, fine, coarse, scales, rows } = columns;
  const nFine = fine.length / rows;
  const out = new Float64Array(rank);
  for (let r = 0; r < rank; r++) {
    const value = r < nFine ? fine[r * rows + row] : coarse[(r - nFine) * rows + row];
    out[r] = scales[r] * value;
  }
  return out;
}

/** row @ V of V (rank, nTimes). */
export function timesCourses(row: Float64Array, courses: Float32Array, nTimes: number) {
  const out = new Float64Array(nTimes);
  for (let r = 0; r < row.length; r++) {
    const factor = row[r];
    for (let t = 0; t < nTimes; t++) out[t] += factor * courses[r * nTimes + t];
  }
  return out;
}

/** Sum over rows of the squares of each column, (rank,). */
export function columnPower(columns: QuantisedColumns): Float64Array {
  const { rank, fine, coarse, scales, rows } = columns;
  const nFine = rows ? fine.length / rows : 0;
  const out = new Float64Array(rank);
  for (let r = 0; r < rank; r++) {
    const source = r < nFine ? fine : coarse;
    const start = (r < nFine ? r : r - nFine) * rows;
    let sum = 0;
    for (let i = start; i < start + rows; i++) sum += source[i] * source[i];
    out[r] = sum * scales[r] * scales[r];
  }
  return out;
}

/** Lengths (n,) of vectors (n, 3). */
export function lengths(vectors: Float32Array, out: Float32Array): void {
  for (let i = 0, j = 0; i < out.length; i++, j += 3) {
    const x = vectors[j];
    const y = vectors[j + 1];
    const z = vectors[j + 2];
    out[i] = Math.sqrt(x * x + y * y + z * z);
  }
}

/** Components (n,) of vectors (n, 3) along unit vectors (n, 3). */
export function alongNormals(vectors: Float32Array, normals: Float32Array, out: Float32Array) {
  for (let i = 0, j = 0; i < out.length; i++, j += 3) {
    out[i] =
      vectors[j] * normals[j] + vectors[j + 1] * normals[j + 1] + vectors[j + 2] * normals[j + 2];
  }
}
