import type { Temporal } from 'temporal-polyfill';
import type { Death } from '../domain/death.js';
import { DIED } from '../domain/departure-lists.js';
import type { House } from '../domain/house.js';
import { moment } from '../web/dates.js';
import { type Answered, choices, field, problems, titleOf } from '../web/fields.js';
import { paths } from '../web/paths.js';
import type { StayWhole } from './stays.service.js';
import { guestName } from './stays.views.js';

/** What the page of a death is drawn from. */
export interface DeathFacts {
  house: House;
  now: Temporal.Instant;
  whole: StayWhole;
  formToken: string;
}

/** Few words: what to do first, and when it was (R50). */
export function deathView(form: Answered, { house, now, whole, formToken }: DeathFacts) {
  const { stay } = whole;
  return {
    title: titleOf(form, 'If someone has died'),
    problems: problems(form),
    guest: guestName(whole),
    isHere: stay.isHere,
    backHref: paths.stay(stay.id),
    helpHref: paths.ifSomeoneDies(),
    action: paths.death(stay.id),
    diedAt: field(form, 'diedAt', 'When was it?', {
      type: 'datetime-local',
      hint: `Leave it empty for now, ${moment(house.time, now)}.`,
    }),
    about: choices(form, 'about', 'How sure is the time?', [
      { value: 'exact', label: 'It was then' },
      { value: 'about', label: 'About then' },
      { value: 'not-known', label: stay.isHere ? 'Then they were found' : 'Then we heard of it' },
    ]),
    formToken,
  };
}

const aboutWords: Record<Death['about'], string> = {
  exact: '',
  about: 'about ',
  'not-known': 'time not known, put down as ',
};

/** 'died about Wed 25 Nov, 10 am' in the line under the name; null unless the stay ended so. */
export const diedHere = ({ death, departure }: StayWhole, house: House, today: Temporal.PlainDate) =>
  death && departure?.ending === DIED ? diedWords(death, house, today) : null;

/** The same of a guest who had left by then; null for anyone else. */
export const diedLater = ({ death, departure }: StayWhole, house: House, today: Temporal.PlainDate) =>
  death && departure?.ending !== DIED ? `They ${diedWords(death, house, today)}.` : null;

const diedWords = ({ diedAt, about }: Death, house: House, today: Temporal.PlainDate): string =>
  `died ${aboutWords[about]}${moment(house.time, diedAt, today)}`;
