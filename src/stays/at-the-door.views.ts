import type { Temporal } from 'temporal-polyfill';
import type { House } from '../domain/house.js';
import { keyOf } from '../domain/settling-in.js';
import type { StayTask } from '../domain/stay-task.js';
import { moment } from '../web/dates.js';
import { type Answered, choices, field } from '../web/fields.js';
import { keyWords } from './good-to-know.views.js';

/** When they left, and how sure that is. */
export function when(form: Answered, house: House, now: Temporal.Instant) {
  return {
    leftAt: field(form, 'leftAt', 'Day and time', {
      type: 'datetime-local',
      hint: `Leave it empty for now, ${moment(house.time, now)}.`,
    }),
    leftAbout: leftAboutChoices(form),
  };
}

/** How sure a time is. */
export const leftAboutChoices = (form: Answered) =>
  choices(form, 'leftAbout', 'How sure is this time?', [
    { value: 'exact', label: 'Exactly then' },
    { value: 'about', label: 'About then' },
    { value: 'not-known', label: 'Not known' },
  ]);

/** A key that came back before is back, unless something else is chosen. */
export function keys(form: Answered, tasks: readonly StayTask[]) {
  const isBack = keyOf(tasks, null)?.isBack === true;
  const known: Answered = { ...answeredOf(form), typed: (name) => form.typed(name) || (isBack ? 'yes' : '') };
  const key = keyWords({ tasks, departure: null });
  return keysChoices(known, key === '' ? null : `Key ${key}.`);
}

/** Three answers, none chosen beforehand. */
export const keysChoices = (form: Answered, hint: string | null = null) =>
  choices(
    form,
    'keysBack',
    'Keys back?',
    [
      { value: 'yes', label: 'Yes' },
      { value: 'not-yet', label: 'Not yet' },
      { value: 'not-asked', label: 'Not asked' },
    ],
    { hint },
  );

const answeredOf = ({ errors, ready }: Answered) => ({ errors, ready });
