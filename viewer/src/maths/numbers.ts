// Numbers as text: three significant digits, and steps for axes.

/** Three significant digits, with a true minus sign. */
export function writeNumber(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return "–";
  if (value === 0) return "0";
  const size = Math.abs(value);
  const text =
    size >= 1e5 || size < 1e-3
      ? value.toExponential(digits - 1)
      : value.toFixed(Math.max(0, digits - 1 - Math.floor(Math.log10(size) + 1e-12)));
  return text.replace(/-/g, "−");
}

/** A number and its unit. */
export function writeQuantity(value: number, unit: string, digits = 3): string {
  return unit ? `${writeNumber(value, digits)} ${unit}` : writeNumber(value, digits);
}

export function writePoint(point: ArrayLike<number>): string {
  return Array.from(point, (x) =>
    x
      .toFixed(1)
      .replace(/^-0\.0$/, "0.0")
      .replace("-", "−"),
  ).join("  ");
}

/** The largest of 1, 2, 5 times a power of ten that is at most the value. */
export function roundDown(value: number): number {
  if (!(value > 0)) return 0;
  const power = 10 ** Math.floor(Math.log10(value) + 1e-9);
  const lead = value / power;
  return (lead >= 5 ? 5 : lead >= 2 ? 2 : 1) * power;
}

/** Place of the number with the largest size; -1 where there is none. */
export function placeOfLargest(numbers: ArrayLike<number>): number {
  let [best, most] = [-1, -1];
  for (let i = 0; i < numbers.length; i++) {
    const size = Math.abs(numbers[i]);
    if (size > most) [best, most] = [i, size];
  }
  return best;
}

/** A point after an affine transform, 4 x 4 by rows. */
export function transformPoint(matrix: number[], [x, y, z]: ArrayLike<number> & number[]) {
  const row = (r: number) =>
    matrix[4 * r] * x + matrix[4 * r + 1] * y + matrix[4 * r + 2] * z + matrix[4 * r + 3];
  return [row(0), row(1), row(2)] as [number, number, number];
}
