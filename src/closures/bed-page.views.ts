import type { Temporal } from 'temporal-polyfill';
import type { Bed } from '../domain/bed.js';
import type { Closure } from '../domain/closure.js';
import type { House } from '../domain/house.js';
import type { Turnover } from '../domain/turnover.js';
import { day, lasted, moment } from '../web/dates.js';
import { type Answered, problems, titleOf } from '../web/fields.js';
import { paths } from '../web/paths.js';
import { bedHistoryLine, type BedLine } from './bed-history.views.js';
import { blockedOf, type ClosureFacts, plannedFields } from './closures.views.js';

/** What a bed's page is drawn from, beside the form on it. */
export interface BedPageFacts extends ClosureFacts {
  closures: readonly Closure[];
  history: readonly BedLine[];
  turnovers: readonly Turnover[];
  names: ReadonlyMap<string, string>;
  /** Where a manager changes name, room and what it offers. */
  settingsHref: string | null;
}

/** Everything about one bed but who slept in it (R11, R12). */
export function bedPageView(form: Answered, facts: BedPageFacts) {
  const { bed, house, now, closures } = facts;
  const today = house.time.houseDay(now);
  const current = closures.filter((each) => !each.isOver(today));
  return {
    title: titleOf(form, 'Bed'),
    problems: problems(form),
    bedName: bed.name,
    room: bed.room,
    facts: factsOf(bed, house, today),
    settingsHref: facts.settingsHref,
    boardHref: paths.board(),
    closeHref: current.some((each) => each.hasBegun(today)) ? null : paths.closeNow(bed.id),
    unseen: closures.filter((each) => each.isUnseen).map((each) => unseenLine(each, facts)),
    current: current.map((each) => closureLine(each, facts, today)),
    past: closures.filter((each) => each.isOver(today)).map((each) => closureLine(each, facts, today)),
    blocked: blockedOf(facts),
    ...plannedFields(form, house),
    planAction: paths.bedClosures(bed.id),
    history: facts.history.map((line) => bedHistoryLine(line, house, today)),
    turnovers: facts.turnovers.map((each) => turnoverLine(each, facts, today)),
    formToken: facts.formToken,
  };
}

const factsOf = (bed: Bed, { lists }: House, today: Temporal.PlainDate) => [
  { term: 'Room', value: bed.room ?? 'None' },
  { term: 'What it offers', value: bed.offers(lists.of('bed-features')) || 'Nothing said yet' },
  { term: 'In use from', value: day(bed.firstNight, today) },
  ...(bed.lastNight ? [{ term: 'Last night in use', value: day(bed.lastNight, today) }] : []),
];

const byWhom = (id: string, { names }: BedPageFacts) => names.get(id) ?? 'Someone';

function unseenLine(closure: Closure, facts: BedPageFacts) {
  const { house, now, formToken } = facts;
  const at = moment(house.time, closure.madeAt, house.time.houseDay(now));
  return {
    words: `${byWhom(closure.madeBy, facts)} closed this bed on shift, ${at}.`,
    action: paths.closureSeen(closure.id),
    formToken,
  };
}

function closureLine(closure: Closure, facts: BedPageFacts, today: Temporal.PlainDate) {
  const { house } = facts;
  const isOver = closure.isOver(today);
  return {
    nights: nightsWords(closure, today),
    reason: house.lists.label('closure-reasons', closure.reason),
    note: closure.note,
    meta: [
      `${byWhom(closure.madeBy, facts)}, ${moment(house.time, closure.madeAt, today)}`,
      closure.seenBy && `looked at by ${byWhom(closure.seenBy, facts)}`,
      endingWords(closure, house, today),
    ]
      .filter(Boolean)
      .join(' · '),
    changeHref: isOver ? null : paths.changeClosure(closure.id),
    endHref: isOver ? null : paths.cancelClosure(closure.id),
    endLabel: closure.hasBegun(today) ? 'Use it again' : 'Cancel',
  };
}

/** 'From Sun 22 Nov to the night of Tue 24 Nov' */
export function nightsWords(
  { firstNight, lastNight }: Pick<Closure, 'firstNight' | 'lastNight'>,
  today: Temporal.PlainDate,
): string {
  if (lastNight === null) return `From ${day(firstNight, today)} until someone opens it`;
  if (lastNight.equals(firstNight)) return `The night of ${day(firstNight, today)}`;
  return `From ${day(firstNight, today)} to the night of ${day(lastNight, today)}`;
}

function endingWords({ ending, endedAt }: Closure, { time }: House, today: Temporal.PlainDate) {
  if (ending === null || endedAt === null) return null;
  const words = { 'used-again': 'used again', cancelled: 'cancelled', undone: 'undone' };
  return `${words[ending]} ${moment(time, endedAt, today)}`;
}

function turnoverLine(turnover: Turnover, facts: BedPageFacts, today: Temporal.PlainDate) {
  const { sinceAt, endedAt, readyBy } = turnover;
  return {
    when: moment(facts.house.time, endedAt!, today),
    took: lasted(sinceAt, endedAt!),
    by: byWhom(readyBy!, facts),
  };
}
