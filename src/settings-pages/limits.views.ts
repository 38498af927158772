import type { Temporal } from 'temporal-polyfill';
import type { Bed } from '../domain/bed.js';
import { isBefore } from '../domain/days.js';
import type { StayLimit } from '../domain/stay-limit.js';
import type { StayLimits } from '../domain/stay-limits.js';
import { day, nights } from '../web/dates.js';
import { type Answered, field, problems, select, titleOf } from '../web/fields.js';
import type { DraftView } from '../web/draft-view.js';
import { paths } from '../web/paths.js';
import { tabs } from './settings.views.js';

/** What the page is drawn from: one of its two forms can have come back. */
export interface LimitsFacts {
  limits: StayLimits;
  beds: readonly Bed[];
  today: Temporal.PlainDate;
  draft: DraftView | null;
  formToken: string;
  /** For the form that is kept when it is half filled in. */
  keptToken: string;
}

export function limitsView(forms: { limit: Answered; keptDay: Answered }, facts: LimitsFacts) {
  const { limits, beds, today, formToken } = facts;
  const wrong = problems(forms.limit).length > 0 ? forms.limit : forms.keptDay;
  return {
    title: titleOf(wrong, 'How long somebody stays'),
    keptForm: true,
    draft: facts.draft,
    keptToken: facts.keptToken,
    tabs: tabs(paths.limitSettings()),
    problems: problems(wrong),
    limits: limits.all.map((limit) => limitLine(limit, facts)),
    limitForm: limitForm(forms.limit, beds),
    keptDays: limits.keptDays
      .filter((kept) => !isBefore(kept.day, today))
      .map((kept) => ({
        words: `${day(kept.day, today)}: ${kept.name}`,
        away: { action: paths.keptDayAway(kept.day.toString()), formToken },
      })),
    keptDayForm: {
      keptDay: field(forms.keptDay, 'keptDay', 'Day', { type: 'date' }),
      dayName: field(forms.keptDay, 'dayName', 'What it is called'),
    },
    formToken,
  };
}

function limitLine(limit: StayLimit, { limits, beds, today, formToken }: LimitsFacts) {
  const isToCome = isBefore(today, limit.fromDay);
  const isNow = limits.inForce(limit.bedId, today)?.id === limit.id;
  return {
    where: limit.bedId === null ? 'Whole house' : (beds.find(({ id }) => id === limit.bedId)?.name ?? ''),
    words: limitWords(limit),
    since: sinceWords(limit, today, isToCome ? 'From' : isNow ? 'Since' : 'Was in force from'),
    away: isToCome ? { action: paths.limitAway(limit.id), formToken } : null,
  };
}

/** "Up to 7 nights in one stay. Up to 14 nights in any 30 days." */
function limitWords({ mostNights, rollingNights, rollingDays }: StayLimit): string {
  const one = mostNights === null ? [] : [`Up to ${nights(mostNights)} in one stay.`];
  const rolling =
    rollingNights === null ? [] : [`Up to ${nights(rollingNights)} in any ${rollingDays} days.`];
  return [...one, ...rolling].join(' ') || 'No limit of its own.';
}

/** The year 2000 is before any house: nobody is told of it. */
const sinceWords = ({ fromDay }: StayLimit, today: Temporal.PlainDate, word: string): string =>
  fromDay.year === 2000 ? 'Since the house opened' : `${word} ${day(fromDay, today)}`;

const limitForm = (form: Answered, beds: readonly Bed[]) => ({
  bedId: select(form, 'bedId', 'For', [
    { value: '', label: 'The whole house' },
    ...beds.map(({ id, name }) => ({ value: id, label: name })),
  ]),
  mostNights: field(form, 'mostNights', 'Most nights in one stay', {
    type: 'number',
    hint: 'From 1 to 28. For one bed it may stay empty.',
  }),
  rollingNights: field(form, 'rollingNights', 'Most nights of one person, in all stays', {
    type: 'number',
    optional: true,
  }),
  rollingDays: field(form, 'rollingDays', 'Within how many days?', { type: 'number', optional: true }),
  fromDay: field(form, 'fromDay', 'For those who arrive from', {
    type: 'date',
    optional: true,
    hint: 'Leave it empty for today. Whoever is here keeps the limit they came with.',
  }),
});
