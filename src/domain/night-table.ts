import { Temporal } from 'temporal-polyfill';
import { type BedFacts, type BedStatus, type Claim, statusOf } from './bed-board.js';
import { isBefore, isSameDay } from './days.js';
import { nightsBetween } from './house-time.js';
import { isIn, type Period } from './period.js';

/**
 * What a bed is on one night. Besides the states of the current night: `leaving`, the coming night of a guest who is to leave
 * on this house day (R6); `empty`, a night that is over and that nobody had; `gone`, a night the house does not have the bed (R12).
 */
export type NightStatus = BedStatus | 'leaving' | 'empty' | 'gone';

/** One bed with every claim on the nights of a table, past ones too, without the one of the guest who is in it. */
export interface BedOfNights<C extends Claim = Claim> extends BedFacts {
  claims: readonly C[];
  /** The nights of the guest who is in it, as their stay says: begun ones and planned ones (R2). */
  own: C | null;
}

/** Nights in a row with which the same is the case; `kind` says whose they are, `free` that they are nobody's. */
export interface Tile<C extends Claim = Claim> extends Omit<Claim, 'kind'> {
  kind: Claim['kind'] | 'free';
  status: NightStatus;
  claim: C | null;
}

/** The nights of a period in one bed, without gap or overlap: each night is in exactly one tile. */
export function tilesOf<C extends Claim>(
  each: BedOfNights<C>,
  period: Period,
  today: Temporal.PlainDate,
): Tile<C>[] {
  const tiles: Tile<C>[] = [];
  const edges = edgesOf(each, period, today);
  for (const [place, night] of edges.slice(0, -1).entries()) {
    const next = tileOf(each, night, today);
    next.endNight = edges[place + 1]!;
    const last = tiles.at(-1);
    if (last && goesOn(last, next)) last.endNight = next.endNight;
    else tiles.push(next);
  }
  return tiles;
}

/** How many beds are free on each night of the period, as the board counts (R8); null for a night that is over. */
export function freeBeds(
  tiles: readonly Tile[],
  { start, end }: Period,
  today: Temporal.PlainDate,
): (number | null)[] {
  const counts = Array.from<number>({ length: nightsBetween(start, end) }).fill(0);
  for (const { status, firstNight, endNight } of tiles) {
    const [from, to] = [nightsBetween(start, firstNight), nightsBetween(start, endNight)];
    if (status === 'free') for (let place = from; place < to; place += 1) counts[place]! += 1;
  }
  const over = nightsBetween(start, today);
  return counts.map((count, place) => (place < over ? null : count));
}

/** The nights on which something can change, from the first of the period to its end: between two of them all is one. */
function edgesOf(
  { bed, own, claims }: BedOfNights,
  { start, end }: Period,
  today: Temporal.PlainDate,
): Temporal.PlainDate[] {
  const changes = [...claims, ...(own ? [own] : [])].flatMap(({ firstNight, endNight }) => [
    firstNight,
    endNight,
  ]);
  changes.push(today, today.add({ days: 1 }), bed.firstNight);
  if (bed.lastNight) changes.push(bed.lastNight.add({ days: 1 }));
  const inside = changes.filter((night) => isBefore(start, night) && isBefore(night, end));
  return [start, ...inside.sort((one, other) => Temporal.PlainDate.compare(one, other)), end].filter(
    (night, place, all) => place === 0 || isBefore(all[place - 1]!, night),
  );
}

function tileOf<C extends Claim>(
  each: BedOfNights<C>,
  night: Temporal.PlainDate,
  today: Temporal.PlainDate,
): Tile<C> {
  const claim = claimOn(each, night, today);
  const status = statusOn(each, claim, night, today);
  const kind = claim?.kind ?? (status === 'gone' ? 'closure' : 'free');
  return { kind, status, claim, firstNight: night, endNight: night };
}

/** Nights that have begun are of the guest who is here, whatever else claims them (R8). */
function claimOn<C extends Claim>(
  { own, claims }: BedOfNights<C>,
  night: Temporal.PlainDate,
  today: Temporal.PlainDate,
): C | null {
  const isTheirs =
    own !== null &&
    !isBefore(night, own.firstNight) &&
    (isBefore(night, own.endNight) || !isBefore(today, night));
  if (isTheirs) return own;
  return claims.find(({ firstNight, endNight }) => isIn({ start: firstNight, end: endNight }, night)) ?? null;
}

const byKind: Record<Claim['kind'], NightStatus> = { stay: 'staying', hold: 'held', closure: 'closed' };

function statusOn(
  each: BedOfNights,
  claim: Claim | null,
  night: Temporal.PlainDate,
  today: Temporal.PlainDate,
): NightStatus {
  if (!claim && !each.bed.isInUse(night)) return 'gone';
  if (isSameDay(night, today)) return each.stay?.isLeavingOn(today) ? 'leaving' : statusOf(each, today);
  if (claim) return byKind[claim.kind];
  return isBefore(night, today) ? 'empty' : 'free';
}

/** The night of a guest who is to leave stands by itself: it is not theirs for sure. */
const goesOn = (last: Tile, next: Tile): boolean =>
  last.claim === null
    ? next.claim === null && last.status === next.status
    : last.claim === next.claim && last.status !== 'leaving' && next.status !== 'leaving';
