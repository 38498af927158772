import type { Temporal } from 'temporal-polyfill';
import type { ActKind } from '../domain/act.js';
import { statusOf } from '../domain/bed-board.js';
import { GuestName } from '../domain/guest-name.js';
import type { House } from '../domain/house.js';
import { mayDo } from '../domain/permissions.js';
import type { Role } from '../domain/person.js';
import type { Draft } from '../drafts/drafts.service.js';
import { clockTime, dayShort, moment } from '../web/dates.js';
import { paths } from '../web/paths.js';
import { named, type Part, text } from '../web/sentence.js';
import { cardOf, nameOf } from './bed-card.views.js';
import type { BedNow } from './board.service.js';
import type { Recent } from './recent-acts.service.js';

/** What the board is drawn from. */
export interface BoardFacts {
  house: House;
  now: Temporal.Instant;
  role: Role;
  beds: readonly BedNow[];
  drafts: readonly Draft[];
  recent: readonly Recent[];
  formToken: string;
}

export function boardView(facts: BoardFacts) {
  const { house, now } = facts;
  const today = house.time.houseDay(now);
  const beds = facts.beds.filter((each) => each.stay !== null || each.bed.isInUse(today));
  const free = beds.filter((each) => statusOf(each, today) === 'free');
  return {
    title: 'Beds',
    freeLine: `${free.length} free now`,
    firstFree: free[0] ? { name: free[0].bed.name, href: paths.checkInTo(free[0].bed.id) } : null,
    reportsHref: mayDo(facts.role, 'reports.view') ? paths.reports() : null,
    summary: summaryOf(beds, today),
    beds: beds.map((each) => cardOf(each, house, today, facts.formToken)),
    drafts: facts.drafts.map((draft) => draftLine(draft, house)),
    justDone: facts.recent.map((line) => recentLine(line, facts)),
    quiet: beds.length === 0 ? 'There are no beds yet. A manager adds them under Settings.' : null,
    formToken: facts.formToken,
    discardAction: paths.discardDraft(),
  };
}

/** '1 getting ready · 1 once S. leaves · 2 guests here' */
function summaryOf(beds: readonly BedNow[], today: Temporal.PlainDate): Part[] {
  const ready = beds.filter((each) => statusOf(each, today) === 'getting-ready').length;
  const leaving = beds.filter(({ stay }) => stay?.isLeavingOn(today));
  const here = beds.filter(({ stay }) => stay !== null).length;
  const sentences: Part[][] = [
    ready > 0 ? [text(`${ready} getting ready`)] : [],
    leaving.length === 1 ? [text('1 once '), named(nameOf(leaving[0]!)), text(' leaves')] : [],
    leaving.length > 1 ? [text(`${leaving.length} leaving today, ${dayShort(today)}`)] : [],
    [text(here === 1 ? '1 guest here' : `${here} guests here`)],
  ];
  return sentences
    .filter((parts) => parts.length > 0)
    .flatMap((parts, place) => (place ? [text(' · '), ...parts] : parts));
}

function draftLine({ place, savedAt }: Draft, house: House) {
  const what = place === paths.checkIn() ? 'Welcome someone' : 'Record leaving';
  return { label: `${what}, begun ${moment(house.time, savedAt)}`, href: place, place };
}

/** Of the acts that belong to a bed and can be undone. */
const recentWords: Partial<Record<ActKind, string>> = {
  'stay.arrived': 'Welcomed',
  'stay.left': 'Left',
  'bed.ready': 'Ready',
};

function recentLine({ act, bedName, guest, personName, canUndo }: Recent, { house, formToken }: BoardFacts) {
  const who: Part[] =
    act.kind === 'bed.ready' || !guest ? [] : [named(new GuestName(guest.name, bedName)), text(' · ')];
  return {
    text: [text(`${recentWords[act.kind] ?? 'Done'}: `), ...who, text(bedName)],
    at: `${clockTime(house.time, act.at)}, ${personName}`,
    href: act.stayId ? paths.stay(act.stayId) : null,
    undo: canUndo ? { action: paths.undo(act.id), formToken, label: 'Undo' } : null,
  };
}
