/** A count as whoever reads a report sees it: what it is, and between what they know it to be. */
export interface Unknown {
  count: number;
  low: number;
  high: number;
}

/** Counts that add up to nothing when each is taken its number of times: the rows of a table, and its total less once. */
export type Balance = ReadonlyMap<Unknown, number>;

/** Tries before the search gives up. Giving up hides more, never less. */
const PATIENCE = 20_000;

/**
 * Whether another world of whole counts fits everything that is known, in which this count is one more or one less: then its
 * lowest and its highest possible value differ (R39). Within one table the answer is exact, and depends on nothing but what is
 * known.
 */
export const couldBeOther = (count: Unknown, balances: readonly Balance[]): boolean =>
  [1, -1].some((step) => {
    const search = { moved: new Map<Unknown, number>(), tries: PATIENCE, balances };
    return move(search, count, step);
  });

interface Search {
  /** One more or one less: how the other world differs from this one. */
  moved: Map<Unknown, number>;
  tries: number;
  balances: readonly Balance[];
}

/** Moves one count, then others until everything adds up again; puts them back where that cannot be. */
function move(search: Search, count: Unknown, step: number): boolean {
  const next = count.count + step;
  search.tries -= 1;
  if (search.tries < 0 || next < count.low || next > count.high) return false;
  search.moved.set(count, step);
  if (settles(search)) return true;
  search.moved.delete(count);
  return false;
}

function settles(search: Search): boolean {
  const open = search.balances.find((balance) => offBy(balance, search.moved) !== 0);
  if (!open) return true;
  const off = offBy(open, search.moved);
  return [...open].some(([count, times]) => {
    if (search.moved.has(count) || times === 0) return false;
    return move(search, count, -Math.sign(off) * Math.sign(times));
  });
}

function offBy(balance: Balance, moved: Search['moved']): number {
  let off = 0;
  for (const [count, step] of moved) off += (balance.get(count) ?? 0) * step;
  return off;
}
