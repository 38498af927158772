/** Null of none: an average that is 0 would be a number nobody gave (R37). */
export const meanOf = (numbers: readonly number[]): number | null =>
  numbers.length === 0 ? null : numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

/** The one in the middle of them in order, or the two of an even number; none of none. */
export function middleOf(numbers: readonly number[]): readonly number[] {
  const sorted = inOrder(numbers);
  return sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
}

/** Halfway between the middle two of an even number; null of none. */
export const medianOf = (numbers: readonly number[]): number | null => meanOf(middleOf(numbers));

/** The smallest of them that at least this share, of 1, do not exceed (nearest rank); null of none. */
export function percentileOf(numbers: readonly number[], share: number): number | null {
  const sorted = inOrder(numbers);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}

const inOrder = (numbers: readonly number[]): number[] => [...numbers].sort((one, other) => one - other);

/** How often each of them occurs, in the order of their first. */
export function tally<Key>(keys: readonly Key[]): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
