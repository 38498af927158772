import type { Departure } from '../domain/departure.js';
import type { House } from '../domain/house.js';
import type { Caller } from '../domain/in-touch.js';
import type { Person } from '../domain/person.js';
import type { Answered } from '../web/fields.js';
import { paths } from '../web/paths.js';
import { endingOf, keysWords, touchWords } from './ending.views.js';
import { agreedWords, moreWords } from './in-touch.views.js';
import type { StayWhole } from './stays.service.js';
import { guestName } from './stays.views.js';

/** What both texts are drawn from. */
export interface AlreadyLeftFacts {
  house: House;
  whole: StayWhole;
  /** What they chose with the yes that is kept. */
  plan: readonly Caller[];
  /** Who works here. */
  people: readonly Person[];
}

/** Someone else recorded this leaving with other answers: both texts stand side by side (R26). */
export function alreadyLeftView(form: Answered, facts: AlreadyLeftFacts) {
  const { house, whole, people } = facts;
  return {
    title: 'Leaving was recorded already',
    guest: guestName(whole),
    lead: 'Someone recorded it first. Nothing you typed was kept as an answer; here are both.',
    recorded: whole.departure
      ? [...endingOf(whole.departure, whole, house), ...numberOf(whole), ...moreOf(facts)]
      : [],
    typed: [
      { term: 'Left', value: form.typed('leftAt').replace('T', ', ') || 'Now' },
      ...typedLines(form, { house, people }, whole.consent !== null),
      {
        term: 'Keys back',
        value: keysWords[form.typed('keysBack') as Departure['keysBack']] ?? keysWords['not-asked'],
      },
    ],
    stayHref: paths.stay(whole.stay.id),
  };
}

/** What was typed of all that can be said before the door; a number or an address only where one is agreed to. */
export function typedLines(
  form: Answered,
  { house: { lists }, people }: Pick<AlreadyLeftFacts, 'house' | 'people'>,
  showsDetail: boolean,
) {
  const shown = (list: 'endings' | 'destinations', code: string) =>
    lists.of(list).words.find((entry) => entry.code === code)?.label ?? 'Not chosen';
  return [
    { term: 'In their own words', value: form.typed('ownWords') || 'Nothing written' },
    { term: 'How the stay ended', value: shown('endings', form.typed('ending')) },
    { term: 'Where they went', value: shown('destinations', form.typed('destination')) },
    { term: 'Things left', value: form.typed('thingsLeft') || 'Nothing written' },
    { term: 'Kept until', value: form.typed('thingsUntil') || 'Not said' },
    { term: 'May we be in touch?', value: inTouchWords(form, showsDetail, people) },
  ];
}

/** Which of two numbers is right is seen only side by side (R26). */
const numberOf = ({ consent }: StayWhole) =>
  consent?.detail ? [{ term: 'Number or address', value: consent.detail }] : [];

/** What else belongs to their yes, as it is kept. */
const moreOf = ({ whole: { consent }, plan, people }: AlreadyLeftFacts) => {
  const words = consent && moreWords(consent, plan[0] ?? NOBODY, people);
  return words ? [{ term: 'More about being in touch', value: words }] : [];
};

const NOBODY: Caller = { callerId: null, ifGone: null };

/** A number that was typed is shown beside another one, never after the guest said no. */
function inTouchWords(form: Answered, isAgreed: boolean, people: readonly Person[]): string {
  const answer = touchWords[form.typed('followUpConsent') as Departure['inTouch']] ?? touchWords['not-asked'];
  const agreed = agreedWords(form, isAgreed, people);
  return [answer, agreed].filter(Boolean).join('. ');
}
