// Order: which rows of a table come first when they are sorted by one of its columns.

export type Key = number | string | null;

const TEXTS = new Intl.Collator("en", { numeric: true });

/** Places of keys in their order; rows without one stay last, and equal ones as they were. */
export function sortedPlaces(keys: readonly Key[], descending: boolean): number[] {
  const sign = descending ? -1 : 1;
  return keys
    .map((_, place) => place)
    .sort((a, b) => {
      const [one, other] = [keys[a], keys[b]];
      if (one === null || other === null) return Number(one === null) - Number(other === null);
      return sign * compareKeys(one, other);
    });
}

function compareKeys(one: number | string, other: number | string): number {
  if (typeof one === "number" && typeof other === "number") return one - other;
  return TEXTS.compare(String(one), String(other));
}
