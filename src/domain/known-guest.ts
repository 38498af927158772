import type { Temporal } from 'temporal-polyfill';

/** A guest who stayed and left, with what may be shown of them to tell them from others (R17). */
export interface KnownGuest {
  id: string;
  /** Reaches a page as a GuestName only. */
  name: string | null;
  foldedName: string;
  /** Whose record it is: the same for records that are linked (R46). */
  person: string;
  /** Of their last stay. */
  arrivalDay: Temporal.PlainDate;
  bedName: string;
}

/** More than these are no help at the door. */
const MOST_OFFERED = 5;

/** The first few, each person once, however many records they have. */
export function firstKnown(all: readonly KnownGuest[]): KnownGuest[] {
  const persons = new Map<string, KnownGuest>();
  for (const each of all) if (!persons.has(each.person)) persons.set(each.person, each);
  return [...persons.values()].slice(0, MOST_OFFERED);
}
