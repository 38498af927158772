import { GuestName } from '../domain/guest-name.js';
import type { House } from '../domain/house.js';
import { labelOf } from '../domain/list-entry.js';
import type { Actor } from '../domain/person.js';
import { languages, moments } from '../domain/question.js';
import type { Turn } from '../domain/turn.js';
import type { AnswerSet } from '../questions/answers.service.js';
import type { StayWhole } from '../stays/stays.service.js';
import { day } from '../web/dates.js';
import { type Answered, choices, listed, problems, titleOf, withUsual } from '../web/fields.js';
import { paths } from '../web/paths.js';
import type { Purpose } from './hand-over-pages.service.js';

interface HandOverFacts {
  whole: StayWhole;
  offered: readonly Purpose[];
  turn: Turn | null;
  sets: readonly AnswerSet[];
  house: House;
  who: Actor;
  formToken: string;
}

const purposes: Record<Purpose, { label: string; detail: string }> = {
  'go-on': { label: 'Go on', detail: 'where they were, in their language' },
  arrival: { label: 'Questions at arrival', detail: 'a few, one on each page' },
  leaving: { label: 'Questions at leaving', detail: 'a few more, with room for own words' },
  read: { label: 'Only to read', detail: 'what is written about them' },
};

/** Before the screen is handed over: for what, in which language, and what both should know. */
export function handOverView(form: Answered, facts: HandOverFacts) {
  const { whole, offered, turn, sets, house, who, formToken } = facts;
  const { stay, guest, parts } = whole;
  const options = offered.map((value) => ({ value, ...purposes[value] }));
  const withLanguage = withUsual(form, 'language', turn?.language ?? 'en');
  return {
    title: titleOf(form, 'Hand the screen over'),
    problems: problems(form),
    guest: new GuestName(guest.name, parts.at(-1)!.bed.name),
    waits: waitsWords(turn, house),
    answered: sets.map((set) => answeredWords(set, house)),
    purpose: choices(form, 'purpose', 'What is it for?', options, { width: 'wide' }),
    language: choices(withLanguage, 'language', 'In which language?', listed(languages), { width: 'few' }),
    personName: who.name,
    wiped: house.turnWipedAfter,
    action: paths.handOver(stay.id),
    stayHref: paths.stay(stay.id),
    keyInHref: paths.keyIn(stay.id),
    sheets: [
      { href: paths.questionSheet('arrival', 'en'), label: 'At arrival, on paper' },
      { href: paths.questionSheet('leaving', 'en'), label: 'At leaving, on paper' },
    ],
    formToken,
  };
}

const answeredWords = ({ moment, keptAt }: AnswerSet, { time }: House): string =>
  `${labelOf(moments, moment)}: answered ${day(time.houseDay(keptAt))}.`;

function waitsWords(turn: Turn | null, { turnWipedAfter }: House): string | null {
  if (!turn) return null;
  if (turn.ended === 'wiped')
    return `It was quiet for ${turnWipedAfter} minutes: what was half answered is wiped.`;
  if (turn.ended !== null) return null;
  const where = turn.screen
    ? 'Their turn is open on a screen. Handed over here, it shows nothing there.'
    : '';
  const word = turn.word ? 'They go on with the word they chose. Anything else begins afresh.' : '';
  return ['Their turn waits half answered.', where, word].filter(Boolean).join(' ');
}
