import type { Temporal } from 'temporal-polyfill';
import type { BedNow } from '../beds/board.service.js';
import type { Bed } from '../domain/bed.js';
import { GuestName } from '../domain/guest-name.js';
import type { KnownClaim } from '../domain/guard.js';
import { day, dayShort } from '../web/dates.js';
import { claimWords } from '../web/obstacle.js';
import { paths } from '../web/paths.js';
import { named, type Part, text } from '../web/sentence.js';

/** A bed that cannot be closed as asked: who is in it, which claims have its nights, and up to when it is free. */
export interface Blocked {
  bed: Bed;
  /** Whoever is in it now, where nobody may be. */
  isIn: BedNow | null;
  claims: readonly KnownClaim[];
  /** The day up to which it could be closed, or null when not even one night is free. */
  latest: Temporal.PlainDate | null;
  /** Beds the guest who is in it could move to. */
  free: readonly string[];
}

/** What can be done about one thing in the way; no address where there is nothing to press. */
interface WayOut {
  words: Part[];
  way: string;
  href: string | null;
  label: string;
}

/** Every record in the way with what can be done about it (R11). */
export function blockedView(blocked: readonly Blocked[], today: Temporal.PlainDate, mayPlan: boolean) {
  return blocked.map(({ bed, isIn, claims, latest, free }) => {
    const stayId = isIn?.stay?.id;
    const others = claims.filter((claim) => claim.stayId == null || claim.stayId !== stayId);
    const lines = [
      ...(isIn ? [guestLine(isIn, free, today)] : []),
      ...others.map((claim) => claimLine(claim, bed, today, mayPlan)),
    ];
    return {
      bedName: bed.name,
      lines: lines.length > 0 ? lines : [notInUse(bed)],
      latest: latest && latestWords(latest),
    };
  });
}

const latestWords = (latest: Temporal.PlainDate) =>
  `It can be closed up to the night of ${dayShort(latest.subtract({ days: 1 }))}: enter that as the last night.`;

function guestLine({ stay, guest, bed }: BedNow, free: readonly string[], today: Temporal.PlainDate): WayOut {
  const who = named(new GuestName(guest?.name ?? null, bed.name));
  const beds = free.length > 0 ? ` Free now: ${free.join(', ')}.` : ' No other bed is free just now.';
  return {
    words: [who, text(` is in ${bed.name}, to leave ${day(stay!.plannedDay, today)}.`)],
    way: `They can move to another bed first.${beds}`,
    href: paths.stay(stay!.id),
    label: 'Open their page to move them',
  };
}

function claimLine(claim: KnownClaim, bed: Bed, today: Temporal.PlainDate, mayPlan: boolean) {
  return { words: claimWords(claim, bed, today), ...wayOut(claim, mayPlan) };
}

function wayOut({ kind, id, stayId, bedId }: KnownClaim, mayPlan: boolean): Omit<WayOut, 'words'> {
  if (kind === 'hold') {
    return {
      way: 'It can be let go, or kept in another bed.',
      href: paths.hold(id),
      label: 'Open what is held',
    };
  }
  if (kind === 'stay') {
    const href = stayId ? paths.stay(stayId) : null;
    return { way: 'They can move to another bed first.', href, label: 'Open their page to move them' };
  }
  const way = mayPlan ? 'Change that one instead.' : 'A coordinator can change that one.';
  return { way, href: mayPlan ? paths.bed(bedId) : null, label: 'Open the bed’s page' };
}

const notInUse = (bed: Bed): WayOut => ({
  words: [text(`${bed.name} is not among the beds in use on all of these nights.`)],
  way: '',
  href: null,
  label: '',
});
