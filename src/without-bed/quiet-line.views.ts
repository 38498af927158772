import type { WithoutBedFigures } from '../domain/without-bed-figures.js';
import { counted } from '../web/counted.js';

/** What was done without a bed, in one line; null when there was nothing. */
export function quietLine({ visits, groups, things, calls }: WithoutBedFigures): string | null {
  const parts = [
    visits.times > 0 && `${counted(visits.times, 'visit')} (${visitWords(visits)})`,
    groups.times > 0 && `${counted(groups.times, 'group')} (${people(groups.heads)})`,
    things.amount > 0 && `${counted(things.amount, 'thing')} given`,
    calls.times > 0 && `${counted(calls.times, 'call')}${minutesWords(calls)}`,
  ].filter((part) => part !== false);
  return parts.length > 0 ? parts.join(' · ') : null;
}

const visitWords = ({ people: many, overnight }: WithoutBedFigures['visits']): string =>
  overnight > 0 ? `${people(many)}, ${overnight} overnight` : people(many);

/** Minutes nobody said are not 0 (R37). */
const minutesWords = ({ minutes, withMinutes }: WithoutBedFigures['calls']): string =>
  withMinutes > 0 ? ` (${counted(minutes, 'minute')} said)` : '';

export const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`);
