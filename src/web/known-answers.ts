import { GuestName } from '../domain/guest-name.js';
import type { KnownGuest } from '../domain/known-guest.js';
import { day, month } from './dates.js';

/** A ready answer with what is shown of the guest: initials and month, more only where two would read alike (R17). */
export const knownAnswers = (all: readonly KnownGuest[]) =>
  all.map((each) => ({ value: each.id, label: initials(each), detail: detailOf(each, all) }));

/** From the least to the most that may be shown. */
const details: ((guest: KnownGuest) => string)[] = [
  ({ arrivalDay }) => `stayed in ${month(arrivalDay)}`,
  (guest) => `came ${arrived(guest)}`,
  (guest) => `came ${arrived(guest)}, in ${guest.bedName}`,
];

/** Always with its year. */
const arrived = ({ arrivalDay }: KnownGuest): string => day(arrivalDay, arrivalDay.subtract({ years: 1 }));

/** Always initials, also while names are shown: whoever stands at the desk may read along. */
const initials = ({ name }: KnownGuest): string => new GuestName(name, 'the house').initials();

function detailOf(each: KnownGuest, all: readonly KnownGuest[]): string {
  const looksLike = (detail: (guest: KnownGuest) => string) =>
    all.filter((other) => initials(other) === initials(each) && detail(other) === detail(each));
  return (details.find((detail) => looksLike(detail).length === 1) ?? details.at(-1)!)(each);
}
