import type { Temporal } from 'temporal-polyfill';
import { type Absence, lastSeen, latestAbsence, notSeenSince } from '../domain/absence.js';
import { splitNights } from '../domain/absent-nights.js';
import type { Act } from '../domain/act.js';
import type { House } from '../domain/house.js';
import { wishOf } from '../domain/settling-in.js';
import type { Stay } from '../domain/stay.js';
import type { StayTask } from '../domain/stay-task.js';
import type { actsOf } from '../domain/stay-acts.js';
import { outInFull, timeOn } from '../web/absence-words.js';
import { nights } from '../web/dates.js';
import { paths } from '../web/paths.js';

/** What the page of a stay says of where its guest is (R21). */
export interface PresenceFacts {
  house: House;
  now: Temporal.Instant;
  absences: readonly Absence[];
  tasks: readonly StayTask[];
  acts: ReturnType<typeof actsOf>;
  history: readonly { act: Act }[];
  formToken: string;
}

/** For a guest who is out of the house: since when, until when, what they asked us to do, and the way back. */
export function outView({ id, isHere }: Stay, { house, now, absences, tasks, formToken }: PresenceFacts) {
  const last = latestAbsence(absences);
  if (!isHere || !last?.isOpen) return null;
  return {
    words: `${outInFull(last, house, now)}.`,
    ...(last.kind === 'away' ? awayWords(last, house, now) : missedWords),
    wish: wishOf(absences, tasks),
    back: { action: paths.back(id), formToken },
    backHref: paths.back(id),
    awayHref: paths.away(id),
  };
}

const missedWords = {
  since: 'The bed is kept.',
  wishTitle: 'They asked us to do this',
  noWish: 'Nothing is written down. Unsure? Ring the on-call line.' as string | null,
  awayLabel: 'They told us: away',
};

/** Until they are late, what they asked for stands there quietly. */
function awayWords(last: Absence, house: House, now: Temporal.Instant): typeof missedWords {
  const asked = last.isLate(now) ? missedWords : { wishTitle: 'If they are not back then', noWish: null };
  const since = `Went ${timeOn(last.sinceAt, house, now)}. The bed is kept.`;
  return { ...missedWords, ...asked, since, awayLabel: 'Expected at another time' };
}

/** For a guest who is here: not seen, in one click since this shift began, or since another time. */
export function missView({ id, arrivedAt }: Stay, facts: PresenceFacts) {
  const { house, now, absences, history, acts, formToken } = facts;
  if (!acts.some(({ act, why }) => act === 'stays.notSeen' && why === null)) return null;
  const look = history.map(({ act }) => act).findLast(isLook);
  const seenAt = lastSeen(latestAbsence(absences), look?.at ?? null);
  const since = notSeenSince(house, now, [arrivedAt, seenAt]);
  return {
    action: paths.notSeen(id),
    words: `counts since ${timeOn(since, house, now)}.`,
    href: paths.notSeen(id),
    formToken,
  };
}

const isLook = ({ kind, undoneByAct }: Act): boolean => kind === 'stay.seen' && undoneByAct === null;

/** '4 nights slept here, 1 night away, 1 night not known'; null while all were slept here. */
export function nightsWords(
  { arrivalDay, departureDay }: Stay,
  absences: readonly Absence[],
  today: Temporal.PlainDate,
): string | null {
  const split = splitNights(arrivalDay, departureDay ?? today.add({ days: 1 }), absences);
  if (split.away + split.notKnown === 0) return null;
  return [
    `${nights(split.slept)} slept here`,
    ...(split.away > 0 ? [`${nights(split.away)} away, bed kept`] : []),
    ...(split.notKnown > 0 ? [`${nights(split.notKnown)} not known`] : []),
  ].join(', ');
}
