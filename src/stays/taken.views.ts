import type { Temporal } from 'temporal-polyfill';
import type { BedNow } from '../beds/board.service.js';
import { canBeGiven, freeUntil } from '../domain/bed-board.js';
import { isBefore } from '../domain/days.js';
import { GuestName } from '../domain/guest-name.js';
import type { Obstacle } from '../domain/guard.js';
import type { House } from '../domain/house.js';
import { parseDay } from '../domain/house-time.js';
import { NOT_ASKED } from '../domain/referral-sources.js';
import { clockTime, day, moment, momentShort, nightOf, nights } from '../web/dates.js';
import { keptFor, whoFor } from '../web/kept-for.js';
import { obstacleView } from '../web/obstacle.js';
import { paths } from '../web/paths.js';
import { bedWords } from './check-in-choices.views.js';
import type { StayedBefore } from '../domain/stay.js';
import type { CheckInForm } from './check-in.forms.js';
import { stayedBeforeWords } from './stays.views.js';

/** What the 409 page of a check-in is drawn from. */
export interface TakenFacts {
  house: House;
  now: Temporal.Instant;
  /** The first night that is wanted: the house day of the arrival. */
  from: Temporal.PlainDate;
  beds: readonly BedNow[];
  /** Who recorded the arrival of the guest who has the bed, and when; null when the bed is taken otherwise. */
  by: { personName: string; at: Temporal.Instant } | null;
  /** What stands in the way, by name (R13); null when the file refused. */
  obstacle: Obstacle | null;
  /** The name under which a bed is kept for the one who is being welcomed. */
  heldName: string | null;
  /** Somebody who is here must not meet somebody: on call knows whom. */
  isTalkFirst: boolean;
  formToken: string;
}

/** Nothing typed is lost: every answer travels in hidden fields, and each free bed is one button. Nothing is swapped by itself. */
export function takenView(form: CheckInForm, facts: TakenFacts) {
  const { house, now, from, beds } = facts;
  const today = house.time.houseDay(now);
  const wanted = beds.find(({ bed }) => bed.id === form.bedId);
  const offers = beds
    .filter((each) => each !== wanted && canBeGiven(each, today))
    .map((each) => offerOf(each, form, house, from))
    // What can be used at once comes first; otherwise in the house's own order
    .sort((one, other) => Number(one.notReady) - Number(other.notReady));
  return {
    title: 'This bed is not free any more',
    keptForm: true,
    isTalkFirst: facts.isTalkFirst,
    ...whoHasIt(wanted),
    inTheWay: wanted?.stay || !facts.obstacle ? null : obstacleView(facts.obstacle, today).words,
    kept: keptBy(form, facts, wanted),
    by: facts.by && `${facts.by.personName} did it, at ${clockTime(house.time, facts.by.at)}.`,
    latest: wanted === undefined ? null : latestWords(wanted, from),
    offers,
    none: offers.length === 0,
    answers: keptAnswers(form, facts),
    hidden: hiddenFields(form),
    wantedId: form.bedId,
    action: paths.checkIn(),
    boardHref: paths.board(),
    formToken: facts.formToken,
  };
}

function whoHasIt(wanted: BedNow | undefined) {
  if (!wanted) return { bedName: 'This bed', guest: null };
  const { bed, guest } = wanted;
  return { bedName: bed.name, guest: guest && new GuestName(guest.name, bed.name) };
}

const keptUntil = ({ claims }: BedNow, holdId: string): Temporal.Instant | null =>
  claims.find(({ id }) => id === holdId)?.keepUntil ?? null;

/** The bed is kept for somebody: perhaps it is they who stand at the door. */
function keptBy(form: CheckInForm, { obstacle, from, house, now }: TakenFacts, wanted: BedNow | undefined) {
  const by = obstacle?.by;
  if (!wanted || by?.kind !== 'hold' || form.holdId !== '') return null;
  if (wanted.stay || isBefore(from, by.firstNight)) return null;
  const { bed } = wanted;
  const keepUntil = keptUntil(wanted, by.id);
  const words = keptFor({ guestName: by.name, keepUntil }, bed.name, house, house.time.houseDay(now));
  return { holdId: by.id, bedId: bed.id, who: whoFor(by.name, bed.name), words };
}

function offerOf(each: BedNow, form: CheckInForm, house: House, from: Temporal.PlainDate) {
  const until = freeUntil(each, from);
  const planned = parseDay(form.departureDay);
  const canTake = until === null || planned === null || !isBefore(until, planned);
  return {
    bedId: each.bed.id,
    bedName: each.bed.name,
    notReady: each.notReadySince !== null,
    offers: each.bed.offers(house.lists.of('bed-features')),
    words: each.notReadySince
      ? `Getting ready since ${momentShort(house.time, each.notReadySince)}, so it isn’t made up yet. ${bedWords(each, from)}.`
      : `Ready. ${bedWords(each, from)}.`,
    canTake,
    why: canTake ? null : shortWords(until, from),
  };
}

function latestWords(wanted: BedNow, from: Temporal.PlainDate): string | null {
  const until = freeUntil(wanted, from);
  return wanted.stay || until === null ? null : shortWords(until, from);
}

const shortWords = (until: Temporal.PlainDate, from: Temporal.PlainDate): string =>
  isBefore(from, until)
    ? `It is free until ${day(until, from)}, not longer.`
    : `It was not free for the ${nightOf(from)}.`;

function nameOf({ name, noName }: CheckInForm, heldName: string | null): GuestName | null {
  const said = name === '' && noName !== 'yes' ? heldName : name;
  return said ? new GuestName(said, 'the house') : null;
}

const heardWords = ({ referralSource }: CheckInForm, { lists }: House): string | null =>
  referralSource === NOT_ASKED ? null : lists.label('referral-sources', referralSource);

function keptAnswers(form: CheckInForm, { house, from, heldName }: TakenFacts) {
  const planned = parseDay(form.departureDay);
  const count = planned?.since(from, { largestUnit: 'day' }).days ?? 0;
  const name = nameOf(form, heldName);
  return [
    { label: 'Name they go by', guest: name, value: name ? null : 'No name yet' },
    { label: 'Pronouns', guest: null, value: form.pronouns },
    { label: 'Stayed before', guest: null, value: stayedBeforeWords[form.stayedBefore as StayedBefore] },
    { label: 'Heard of us', guest: null, value: heardWords(form, house) },
    { label: 'Leaving', guest: null, value: planned && `${day(planned, from)}, ${nights(count)}` },
    { label: 'Arrived', guest: null, value: arrivedWords(form, house) },
  ].filter(({ guest, value }) => guest !== null || value);
}

function arrivedWords({ arrivedAt }: CheckInForm, { time }: House): string | null {
  const read = arrivedAt === '' ? null : time.read(arrivedAt);
  return read?.kind === 'instant' ? moment(time, read.at) : null;
}

const LEFT_OUT = ['_csrf', 'formToken', 'bedId', 'confirmNotReady', 'change'];

const hiddenFields = ({ body }: CheckInForm) =>
  [...body]
    .filter(([name]) => !LEFT_OUT.includes(name))
    .map(([name, answers]) => ({ name, value: answers.at(-1) ?? '' }));
