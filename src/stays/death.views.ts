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
  whole: StayWhole;
  formToken: string;
}

/** Few words: what to do first, and when it was (R50). */
export function deathView(form: Answered, { whole, formToken }: DeathFacts) {
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
      hint: 'If nobody knows, leave it empty.',
    }),
    about: choices(form, 'about', 'How sure is the time?', [
      { value: 'exact', label: 'It was then' },
      { value: 'about', label: 'About then' },
      { value: 'not-known', label: stay.isHere ? 'Then they were found' : 'Then we heard of it' },
    ]),
    formToken,
  };
}

/** 'died about Wed 25 Nov, 10 am' in the line under the name; null unless the stay ended so. */
export function diedHere({ death, departure }: StayWhole, house: House, today: Temporal.PlainDate) {
  if (!death || departure?.ending !== DIED) return null;
  const when = moment(house.time, death.diedAt, today);
  return death.about === 'not-known' ? `died, found ${when}` : `died ${aboutWords[death.about]}${when}`;
}

/** The same of a guest who had left by then; null for anyone else. */
export function diedLater({ death, departure }: StayWhole, house: House, today: Temporal.PlainDate) {
  if (!death || departure?.ending === DIED) return null;
  const when = moment(house.time, death.diedAt, today);
  if (death.about === 'not-known') return `They have died. We heard of it ${when}.`;
  return `They died ${aboutWords[death.about]}${when}.`;
}

const aboutWords: Record<Exclude<Death['about'], 'not-known'>, string> = { exact: '', about: 'about ' };
