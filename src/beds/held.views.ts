import type { Temporal } from 'temporal-polyfill';
import { claimOn } from '../domain/bed-board.js';
import { isBefore } from '../domain/days.js';
import { anHourLonger, isAsked } from '../domain/hold.js';
import type { House } from '../domain/house.js';
import type { Role } from '../domain/person.js';
import { day, dayShort } from '../web/dates.js';
import { keptFor, keptHour, whoFor } from '../web/kept-for.js';
import { paths } from '../web/paths.js';
import { type Part, text } from '../web/sentence.js';
import type { BedNow } from './board.service.js';
import type { ClaimNow } from './claims-ahead.service.js';

/** What the card of a bed needs beside the bed. */
export interface CardFacts {
  house: House;
  now: Temporal.Instant;
  today: Temporal.PlainDate;
  role: Role;
  formToken: string;
}

type Hold = ClaimNow & { keepUntil: Temporal.Instant };
const isHold = (claim: ClaimNow): claim is Hold => claim.kind === 'hold' && claim.keepUntil !== null;

/** The hold a card speaks of: the one of this night, or the next that will be. */
export const holdOf = ({ claims }: BedNow): Hold | null => claims.find(isHold) ?? null;

const isOfThisNight = (hold: Hold, today: Temporal.PlainDate): boolean => claimOn([hold], today) !== null;

/** 'Kept for D. until 11 pm', and the day they would leave or, for a later night, come. */
export function heldLines(each: BedNow, { house, today }: Pick<CardFacts, 'house' | 'today'>): Part[][] {
  const hold = holdOf(each);
  if (!hold) return [];
  const kept = keptFor(hold, each.bed.name, house, today);
  const isLater = isBefore(today, hold.firstNight);
  const nights = isLater
    ? ` From ${day(hold.firstNight, today)} to ${day(hold.endNight, today)}.`
    : ` Would leave ${day(hold.endNight, today)}.`;
  return [[...kept, text(`.${nights}`)]];
}

/** What can be done with what is kept: welcome its guest, look at it, and near its hour keep it longer or let it go. */
export function heldActions(each: BedNow, facts: CardFacts) {
  const hold = holdOf(each);
  if (!hold) return null;
  const { today } = facts;
  const isNow = isOfThisNight(hold, today);
  return {
    who: whoFor(hold.guestName, each.bed.name),
    checkInHref: isNow && !each.stay ? paths.checkInHold(each.bed.id, hold.id) : null,
    href: paths.hold(hold.id),
    label: isNow ? 'What is kept' : `Kept from ${dayShort(hold.firstNight)}`,
    ask: isAsked(hold.keepUntil, facts.now) ? askOf(hold, facts) : null,
  };
}

/** The board asks in time (R14): in one click it is kept an hour longer, or let go. */
function askOf(hold: Hold, { house, today, formToken }: CardFacts) {
  const longer = anHourLonger(hold, house);
  return {
    longer: longer && {
      action: paths.keepUntil(hold.id),
      label: `Keep until ${keptHour(longer, house, today)}`,
      fields: [{ name: 'keepUntil', value: house.time.typed(longer) }],
      formToken,
    },
    ringHref: hold.canRing === true ? `${paths.hold(hold.id)}#ring` : null,
    letGo: { action: paths.letGo(hold.id), formToken },
  };
}

/** A free bed can be kept, and one whose guest leaves on this day: the coming night is free once they have left (R6). */
export function keepHref({ bed, stay, claims }: BedNow, today: Temporal.PlainDate): string | null {
  const isTheirs = stay !== null && !stay.isLeavingOn(today);
  const isClaimed = claimOn(claims, today) !== null;
  return isTheirs || isClaimed || !bed.isInUse(today) ? null : paths.newHoldOf(bed.id, today.toString());
}
