import {
  type CountLink,
  countOf,
  isSameCount,
  keyOf,
  type CountName,
  namesIn,
  type PartsOfWhole,
  rowNames,
} from './count-links.js';
import { type GivenVersion, type Hiding, isHiddenIn, isOpenIn, toldThen } from './hiding.js';
import type { CountTable } from './figure.js';
import { isSmall, MOST_HIDDEN, type Told } from './shared-table.js';
import type { Balance, Unknown } from './witness.js';

/** A count that must not be worked out, and the names by which less can be told of it. */
export interface Protected {
  unknown: Unknown;
  names: readonly CountName[];
}

/** Everything a reader knows: each count between its bounds, what adds up, and which of them they must not find. */
export interface KnownCounts {
  balances: readonly Balance[];
  small: readonly Protected[];
}

/**
 * What somebody knows who has this report and these earlier versions of it, and who knows besides exactly what was corrected
 * between them: more than anyone should, so that no guess at a correction helps.
 */
export function knownCounts(hiding: Hiding, before: readonly GivenVersion[]): KnownCounts {
  const { tables, links } = hiding.counts;
  const unknowns = new Map<string, Unknown>();
  const find = (name: CountName) => unknowns.get(keyOf(name))!;
  const small: Protected[] = [];
  for (const names of groupsOf([...namesIn(tables), ...links.flatMap(namesOfLink)], links)) {
    const unknown = unknownOf(names, hiding, before);
    for (const name of names) unknowns.set(keyOf(name), unknown);
    if (mustNotBeFound(names, tables, before)) small.push({ unknown, names });
  }
  const balances = tables.map((table) => balanceOf(find({ of: table.of }), rowNames(table).map(find)));
  for (const link of links.filter((each): each is PartsOfWhole => !isSameCount(each))) {
    const rest = restOf(link, tables, before);
    balances.push(balanceOf(find(link.whole), [...link.parts.map(find), rest]));
    if (isRestToProtect(link, tables, before)) small.push({ unknown: rest, names: link.parts });
  }
  return { balances, small };
}

const namesOfLink = (link: CountLink): readonly CountName[] =>
  isSameCount(link) ? link.same : [link.whole, ...link.parts];

/** The counts by what they mean: names of one and the same stand together. */
function groupsOf(names: readonly CountName[], links: readonly CountLink[]): CountName[][] {
  let groups = [...new Map(names.map((name) => [keyOf(name), name])).values()].map((name) => [name]);
  for (const { same } of links.filter(isSameCount)) {
    const keys = same.map(keyOf);
    const isSame = (group: CountName[]) => group.some((name) => keys.includes(keyOf(name)));
    groups = [...groups.filter((group) => !isSame(group)), groups.filter(isSame).flat()];
  }
  return groups;
}

function unknownOf(names: readonly CountName[], hiding: Hiding, before: readonly GivenVersion[]): Unknown {
  const { tables } = hiding.counts;
  const counts = names.map((name) => countOf(name, tables));
  const count = counts[0]!;
  if (counts.some((each) => each !== count)) throw new Error(`Not the same: ${names.map(keyOf).join(', ')}`);
  const bounds = names.flatMap((name) => [
    boundsNow(name, count, hiding),
    ...before.map((_, place) => boundsThen(name, count, before.slice(0, place + 1))),
  ]);
  return {
    count,
    low: Math.max(...bounds.map(([low]) => low)),
    high: Math.min(...bounds.map(([, high]) => high)),
  };
}

type Bounds = readonly [low: number, high: number];
const ANY: Bounds = [0, Infinity];
const LARGE: Bounds = [MOST_HIDDEN + 1, Infinity];

const boundsNow = (name: CountName, count: number, hiding: Hiding): Bounds =>
  hiding.isTold(name) ? boundsOf(hiding.told(name), count, sizeIsTold(name, hiding.counts.before)) : ANY;

/** What the last of these versions told, as what it tells of today to somebody who knows how the count has changed. */
function boundsThen(name: CountName, now: number, versions: readonly GivenVersion[]): Bounds {
  const version = versions.at(-1)!;
  const told = toldThen(name, version);
  if (told === null) return ANY;
  const then = countOf(name, version.counted);
  const [low, high] = boundsOf(told, then, sizeIsTold(name, versions.slice(0, -1)));
  return [low + now - then, high + now - then];
}

/** A total that was hidden before reads "not shown" whether it is small or large. */
const sizeIsTold = (name: CountName, before: readonly GivenVersion[]): boolean =>
  !('of' in name) || !isHiddenIn(name, before);

function boundsOf(told: Told, count: number, isSizeTold: boolean): Bounds {
  if (typeof told === 'number') return [count, count];
  if (told === 'fewer') return [1, MOST_HIDDEN];
  return isSizeTold && count > MOST_HIDDEN ? LARGE : ANY;
}

/** Small today or in an earlier version; what stood open in one is found already by whoever knows the correction. */
function mustNotBeFound(
  names: readonly CountName[],
  tables: Tables,
  before: readonly GivenVersion[],
): boolean {
  const all = [tables, ...before.map(({ counted }) => counted)];
  const wasSmall = names.some((name) => all.some((each) => isSmall(countOf(name, each))));
  return wasSmall && !names.some((name) => isOpenIn(name, before));
}

type Tables = readonly CountTable[];

function balanceOf(whole: Unknown, parts: readonly Unknown[]): Balance {
  const balance = new Map([[whole, -1]]);
  for (const part of parts) balance.set(part, (balance.get(part) ?? 0) + 1);
  return balance;
}

/** Who is in the whole and in none of its parts. */
function countRest({ whole, parts, isAll }: PartsOfWhole, tables: Tables): number {
  const count = parts.reduce((left, part) => left - countOf(part, tables), countOf(whole, tables));
  if (count < 0 || (isAll && count > 0)) throw new Error(`Not its parts: ${keyOf(whole)}`);
  return count;
}

function restOf(link: PartsOfWhole, tables: Tables, before: readonly GivenVersion[]): Unknown {
  const count = countRest(link, tables);
  const changes = before.map(({ counted }) => count - countRest(link, counted));
  return { count, low: Math.max(0, ...changes), high: link.isAll ? 0 : Infinity };
}

function isRestToProtect(link: PartsOfWhole, tables: Tables, before: readonly GivenVersion[]): boolean {
  const wasSmall = [tables, ...before.map(({ counted }) => counted)].some((each) =>
    isSmall(countRest(link, each)),
  );
  const names = [link.whole, ...link.parts];
  return wasSmall && !before.some((version) => names.every((name) => isOpenIn(name, [version])));
}
