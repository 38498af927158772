import type { Temporal } from 'temporal-polyfill';
import { isBefore, laterDay } from './days.js';
import { countFigure, type FigureGroup } from './figure.js';
import { begunBy, isIn, type Period } from './period.js';
import type { StayToExport } from './stay-to-export.js';

/** The people behind the stays, each counted once whichever of their records a stay is on (R46). */
export function guestFigures(
  stays: readonly StayToExport[],
  period: Period,
  today: Temporal.PlainDate,
): FigureGroup {
  const begun = begunBy(period, today);
  const standing = stays.filter(({ isUndone }) => !isUndone);
  const withNight = standing.filter((stay) => hasNightIn(stay, begun));
  const arrived = standing.filter(({ arrivalDay }) => isIn(period, arrivalDay));
  const nightless = arrived.filter(({ guestKey }) => !withNight.some((each) => each.guestKey === guestKey));
  const first = arrived.filter(isFirstEver);
  return {
    code: 'guests',
    title: 'Guests',
    note: null,
    figures: [
      people({ ...WITH_NIGHT }, withNight),
      people({ ...WITHOUT_NIGHT }, nightless),
      {
        ...people({ ...FIRST }, first),
        missing: first.filter(({ stayedBefore }) => stayedBefore !== 'no').length,
      },
      people(
        { ...RETURNING },
        arrived.filter((stay) => !isFirstEver(stay)),
      ),
    ],
  };
}

/** Any of its nights is one of these; of a guest who is here up to the current one (R2). */
function hasNightIn({ arrivalDay, departureDay }: StayToExport, { start, end }: Period): boolean {
  const until = departureDay !== null && isBefore(departureDay, end) ? departureDay : end;
  return isBefore(laterDay(arrivalDay, start), until);
}

/** Nothing earlier is on file, and they did not say that they had stayed before this system. */
const isFirstEver = ({ staysBefore, stayedBefore }: StayToExport): boolean =>
  staysBefore === 0 && stayedBefore !== 'yes';

type Words = Pick<Parameters<typeof countFigure>[0], 'code' | 'label' | 'meaning'>;

const people = (words: Words, stays: readonly StayToExport[]) =>
  countFigure({
    ...words,
    value: new Set(stays.map(({ guestKey }) => guestKey)).size,
    of: 'guests',
    stays: stays.map(({ id }) => id),
  });

const WITH_NIGHT = {
  code: 'guests_with_a_night',
  label: 'Guests with a night',
  meaning: 'Different people with at least one night in the period.',
};
const WITHOUT_NIGHT = {
  code: 'guests_without_a_night',
  label: 'Guests with 0 nights only',
  meaning: 'They arrived in the period and had no night in it.',
};
const FIRST = {
  code: 'guests_first_time',
  label: 'First-time guests',
  meaning:
    'Their first ever stay starts in the period. Who said that they had stayed before is none. Missing: who did not say, or was not asked; they are counted here.',
};
const RETURNING = {
  code: 'guests_returning',
  label: 'Guests who came again',
  meaning: 'They arrived in the period and had stayed before, on file or by their own word.',
};
