import { Temporal } from 'temporal-polyfill';
import type { BedNow } from '../beds/board.service.js';
import type { Act } from '../domain/act.js';
import { canBeGiven } from '../domain/bed-board.js';
import { isBefore } from '../domain/days.js';
import type { Obstacle } from '../domain/guard.js';
import type { Hold } from '../domain/hold.js';
import type { House } from '../domain/house.js';
import { nightsBetween } from '../domain/house-time.js';
import { day, moment, nights } from '../web/dates.js';
import { type Answered, field, problems, titleOf } from '../web/fields.js';
import { whoFor } from '../web/kept-for.js';
import { obstacleView } from '../web/obstacle.js';
import { fromPaper } from '../web/paper-words.js';
import { paths } from '../web/paths.js';
import { undoButton } from '../web/undo-button.js';

/** A line of a hold's history. */
export interface HoldLine {
  act: Act;
  personName: string;
  /** Who wrote it by hand, when it was keyed in from paper; null otherwise (R52). */
  paperWriter: string | null;
  whyNotUndo: string | null;
}

/** What a hold's page is drawn from. */
export interface HoldFacts {
  house: House;
  now: Temporal.Instant;
  hold: Hold;
  guestName: string | null;
  madeByName: string;
  beds: readonly BedNow[];
  history: readonly HoldLine[];
  /** What stands in the way of keeping it again. */
  obstacle: Obstacle | null;
  /** Why what was asked for is not possible, when no bed is in the way. */
  refused: string | null;
  formToken: string;
}

/** The forms of the page: until when, why it is let go, what is noted; only one was sent. */
export interface HoldForms {
  keepUntil: Answered;
  letGo: Answered;
  didNotCome: Answered;
}

export function holdView(forms: HoldForms, facts: HoldFacts) {
  const { house, now, hold, guestName, formToken, refused } = facts;
  const today = house.time.houseDay(now);
  const bed = facts.beds.find((each) => each.bed.id === hold.bedId)!;
  const isOver = hold.isOver(now);
  return {
    title: titleOf(sentOf(forms), 'A bed that is kept'),
    problems: problemsOf(forms),
    bedName: bed.bed.name,
    who: whoFor(guestName, bed.bed.name),
    isOver,
    lead: leadOf(facts, today),
    state: stateOf(facts, today),
    refused,
    obstacle: facts.obstacle && obstacleView(facts.obstacle, today),
    reach: hold.reach && `Ring them: ${hold.reach}`,
    reason: hold.reason,
    ways: waysIn(facts, today),
    ...actionsOf(forms, facts, today),
    madeBy: `Kept by ${facts.madeByName}, ${moment(house.time, hold.madeAt, today)}`,
    history: facts.history.map((line) => historyLine(line, facts, today)).reverse(),
    boardHref: paths.board(),
    formToken,
  };
}

/** Wrong answers belong to the one form that was sent. */
const sentOf = ({ keepUntil, letGo, didNotCome }: HoldForms): Answered =>
  [keepUntil, letGo, didNotCome].find(({ errors }) => Object.keys(errors).length > 0) ?? keepUntil;

/** Two forms of the page ask for a reason: each problem leads to the one it is of. */
const problemsOf = (forms: HoldForms) =>
  problems(sentOf(forms)).map((each) =>
    each.field === 'reason' && forms.letGo.errors.reason ? { ...each, field: 'let-go-reason' } : each,
  );

function leadOf({ hold, house }: HoldFacts, today: Temporal.PlainDate): string {
  const count = nights(nightsBetween(hold.firstNight, hold.endNight));
  return `${day(hold.firstNight, today)} to ${day(hold.endNight, today)}, ${count} · kept until ${moment(house.time, hold.keepUntil, today)}`;
}

/** How it ended. What ended by itself names the hour that was set (R45). */
function stateOf({ hold, house, now }: HoldFacts, today: Temporal.PlainDate): string | null {
  if (!hold.isOver(now)) return null;
  const at = moment(house.time, hold.endedAt ?? hold.keepUntil, today);
  if (hold.ending === 'used') return `They were welcomed ${at}. It keeps nothing any more.`;
  if (hold.ending === 'let-go') return `Let go ${at}. It keeps nothing any more.`;
  if (hold.ending === 'undone') return 'This was undone. It keeps nothing and counts nowhere.';
  return `Its hour came ${at}, so it keeps nothing any more. They are welcome all the same.`;
}

/** Where its guest can be welcomed now: in its bed, or in one that is free (R14). */
function waysIn({ hold, beds, now, house }: HoldFacts, today: Temporal.PlainDate) {
  if (hold.ending === 'used' || hold.ending === 'undone') return null;
  if (!hold.isOver(now) && isBefore(today, hold.firstNight)) return null;
  const free = beds.filter((each) => canBeGiven(withoutIt(each, hold), today));
  const own = free.find(({ bed }) => bed.id === hold.bedId);
  const link = ({ bed }: BedNow) => ({ name: bed.name, href: paths.checkInHold(bed.id, hold.id) });
  return {
    own: own ? link(own) : null,
    others: own ? [] : free.map(link),
    none: free.length === 0 ? `No bed is free just now, ${moment(house.time, now, today)}.` : null,
  };
}

const withoutIt = (each: BedNow, { id }: Hold): BedNow => ({
  ...each,
  claims: each.claims.filter((claim) => claim.id !== id),
});

function actionsOf(forms: HoldForms, facts: HoldFacts, today: Temporal.PlainDate) {
  const { hold, now } = facts;
  const [isOver, isClosed] = [hold.isOver(now), hold.ending === 'used' || hold.ending === 'undone'];
  const isToCome = isBefore(today, hold.firstNight);
  return {
    keepUntil: isClosed || !isBefore(today, hold.endNight) ? null : keepUntilForm(forms, facts, isOver),
    letGo: isOver
      ? null
      : noteForm(forms.letGo, facts, paths.letGo, 'The bed is free at once. You can undo it.'),
    didNotCome:
      isClosed || isToCome
        ? null
        : noteForm(forms.didNotCome, facts, paths.didNotCome, 'Only a note. Whoever comes late is welcome.'),
  };
}

function keepUntilForm({ keepUntil }: HoldForms, { hold, formToken }: HoldFacts, isOver: boolean) {
  const label = isOver ? 'Keep it again until' : 'Keep it until';
  return {
    action: paths.keepUntil(hold.id),
    label: isOver ? 'Keep it again' : 'Keep it until then',
    keepUntil: field(keepUntil, 'keepUntil', label, { type: 'datetime-local' }),
    formToken,
  };
}

const noteForm = (
  form: Answered,
  { hold, formToken }: HoldFacts,
  path: (id: string) => string,
  hint: string,
) => ({
  action: path(hold.id),
  reason: field(form, 'reason', 'Why', { optional: true, hint }),
  formToken,
});

const historyWords: Partial<Record<Act['kind'], string>> = {
  'hold.made': 'Kept',
  'hold.keptLonger': 'Kept until',
  'hold.letGo': 'Let go',
  'hold.notCome': 'Didn’t come (yet)',
  'stay.arrived': 'Welcomed',
};

const untilOf = ({ details }: Act, house: House, today: Temporal.PlainDate): string =>
  moment(house.time, Temporal.Instant.from(details.keepUntil!), today);

function historyLine(
  { act, personName, paperWriter, whyNotUndo }: HoldLine,
  facts: HoldFacts,
  today: Temporal.PlainDate,
) {
  const { house, formToken } = facts;
  const words = historyWords[act.kind] ?? 'Done';
  return {
    words: act.kind === 'hold.keptLonger' ? `${words} ${untilOf(act, house, today)}` : words,
    reason: act.reason,
    meta: `${moment(house.time, act.at, today)}, ${personName}${fromPaper(paperWriter)}`,
    undone: act.undoneByAct !== null,
    undo: undoButton(act.undoUntil && whyNotUndo === null ? act.id : null, formToken),
  };
}
