import type { Temporal } from 'temporal-polyfill';
import { type BedNow, nameOf } from '../beds/board.service.js';
import type { Bed } from '../domain/bed.js';
import type { Hold } from '../domain/hold.js';
import { GuestName } from '../domain/guest-name.js';
import type { KnownGuest } from '../domain/known-guest.js';
import type { House } from '../domain/house.js';
import type { TalkFirst } from '../domain/talk-first.js';
import { momentShort } from '../web/dates.js';
import { type Answered, choices, field, listed } from '../web/fields.js';
import { knownAnswers } from '../web/known-answers.js';
import { bedQuestion, type Question, timeQuestion } from '../web/paper-questions.js';
import { stayedBeforeChoices } from './check-in-choices.views.js';
import { talkFirstQuestion } from './check-in.views.js';
import { keysChoices, leftAboutChoices } from './at-the-door.views.js';
import { type ExceptionAsked, exceptionView } from './exception.views.js';
import { WISH, WISH_HINT } from './absence.views.js';

/** Which of the guests who are here now, on the screen: whoever came is keyed in before what they did. */
export const whoQuestion = (form: Answered, beds: readonly BedNow[], more: string | null): Question => {
  const here = beds.flatMap((each) => (each.stay ? [{ ...each, stay: each.stay }] : []));
  const options = here.map((each) => ({
    value: each.stay.id,
    label: each.bed.name,
    guest: nameOf(each),
  }));
  const hint = here.length === 0 ? 'Nobody is here. Type in first who came.' : more;
  return { part: 'choices', view: choices(form, 'stayId', 'Who?', options, { width: 'mid', hint }) };
};

const withRoom = ({ id, name, room }: Bed) => ({ id, name, detail: room });

/** What a coordinator is asked for, before the rest; nothing when nobody has to say yes. */
export const yesQuestion = (form: Answered, exception: ExceptionAsked | null): Question[] =>
  exception ? [{ part: 'exception', view: exceptionView(form, exception) }] : [];

/** What the page of an arrival asks only when an answer stands against another record. */
export interface ArrivalAsked {
  house: House;
  now: Temporal.Instant;
  beds: readonly Bed[];
  alike: readonly KnownGuest[];
  talkFirst: TalkFirst | null;
  notReady: BedNow | null;
  exception: ExceptionAsked | null;
  held: { hold: Hold; guestName: string | null; bedName: string } | null;
}

/** The questions of the paper check-in form, in its order. */
export function arrivedQuestions(form: Answered, asked: ArrivalAsked): Question[] {
  const { beds, alike, talkFirst, notReady, exception, held, house } = asked;
  return [
    ...(alike.length > 0 ? [samePerson(form, alike)] : []),
    ...(talkFirst ? [{ part: 'talk-first' as const, view: talkFirstQuestion(form, talkFirst, asked) }] : []),
    ...(notReady?.notReadySince ? [notMadeUp(form, notReady, house)] : []),
    ...yesQuestion(form, exception),
    ...(held ? [heldQuestion(form, held)] : []),
    bedQuestion(form, 'Bed', beds.map(withRoom)),
    goingBy(form),
    { part: 'choices', view: stayedBeforeChoices(form) },
    timeQuestion(form, 'arrivedAt', 'Arrived'),
    {
      part: 'field',
      view: field(form, 'departureDay', 'Leaving', {
        type: 'date',
        hint: 'The day they planned, as they said it.',
      }),
    },
    { part: 'field', view: field(form, 'pronouns', 'Pronouns', { optional: true }) },
  ];
}

function samePerson(form: Answered, alike: readonly KnownGuest[]): Question {
  const answers = [...knownAnswers(alike), { value: 'new', label: 'Someone new', detail: null }];
  return {
    part: 'same-person',
    view: {
      ...choices(form, 'guestId', 'Is it the same person?', answers, { width: 'mid' }),
      isAnswered: false,
    },
  };
}

const notMadeUp = (form: Answered, { bed, notReadySince }: BedNow, { time }: House): Question => ({
  part: 'not-made-up',
  view: {
    bedName: bed.name,
    since: momentShort(time, notReadySince!),
    checked: form.typed('confirmNotReady') === 'yes',
  },
});

/** Their bed was kept: their coming uses that up (R14). */
function heldQuestion(
  form: Answered,
  { hold, guestName, bedName }: NonNullable<ArrivalAsked['held']>,
): Question {
  const answers = [
    { value: hold.id, label: bedName, guest: new GuestName(guestName, bedName), detail: 'came' },
    { value: '', label: 'Somebody else came' },
  ];
  return {
    part: 'choices',
    view: choices(form, 'holdId', 'The bed was kept. Who came?', answers, { width: 'wide' }),
  };
}

const goingBy = (form: Answered): Question => ({
  part: 'going-by',
  view: {
    name: field(form, 'name', 'Name they go by', { hint: 'Any name. It needn’t be on a paper.' }),
    noName: { checked: form.typed('noName') === 'yes' },
    suggestions: null,
    confirm: null,
    exception: null,
  },
});

/** As on the page of a leaving: no undo brings their own words back. */
export const GOES_WITH_THEM = 'Their page “what helps” is deleted with it. No undo brings it back.';

/** A leaving: what was seen at the door. Their own words and being in touch are not asked of a sheet of paper (R23, R32). */
export const leftQuestions = (form: Answered, { lists }: House): Question[] => [
  timeQuestion(form, 'leftAt', 'When did they leave?'),
  { part: 'choices', view: leftAboutChoices(form) },
  {
    part: 'choices-list',
    view: choices(form, 'ending', 'How did the stay end?', listed(lists.of('endings').live), {
      width: 'mid',
    }),
  },
  {
    part: 'choices-list',
    view: choices(form, 'destination', 'Where did they go?', listed(lists.of('destinations').live)),
  },
  { part: 'choices', view: keysChoices(form) },
  { part: 'field', view: field(form, 'thingsLeft', 'Things left', { optional: true }) },
];

export const movedQuestions = (form: Answered, beds: readonly Bed[]): Question[] => [
  bedQuestion(form, 'To which bed?', beds.map(withRoom)),
  { part: 'field', view: field(form, 'reason', 'Why?', { hint: 'A few words. They stand in the history.' }) },
  timeQuestion(form, 'movedAt', 'When did they move?'),
];

export const awayQuestions = (form: Answered): Question[] => [
  timeQuestion(form, 'awayAt', 'When did they go?'),
  {
    part: 'field',
    view: field(form, 'backBy', 'Back by', {
      type: 'datetime-local',
      hint: 'When they expected to be back.',
    }),
  },
  { part: 'area', view: field(form, 'wish', WISH, { optional: true, rows: 3, hint: WISH_HINT }) },
];
