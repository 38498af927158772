import type { Hours } from '../domain/hours.js';
import { hourWords } from '../domain/hours.js';
import { RuleViolation } from '../domain/rule-violation.js';

/** The hours of a day as ready answers to "from" and "until"; `none` is what leaving both open means. */
export function hourAnswers(none: string) {
  const open = { value: '', label: none };
  return { from: [open, ...hoursBetween(0, 23)], to: [open, ...hoursBetween(1, 24)] };
}

const hoursBetween = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, place) => ({
    value: String(from + place),
    label: hourWords(from + place),
  }));

/** Two hours as they were chosen; null for neither. Throws a RuleViolation beside `safeFrom` or `safeTo` for any other pair. */
export function typedHours(typedFrom: string, typedTo: string): Hours | null {
  if (typedFrom === '' && typedTo === '') return null;
  const [from, to] = [hour(typedFrom), hour(typedTo)];
  if (from === null || from > 23) throw new RuleViolation('safeFrom', 'Choose both hours, or neither');
  if (to === null) throw new RuleViolation('safeTo', 'Choose both hours, or neither');
  if (to <= from) throw new RuleViolation('safeTo', 'Choose an hour later on the same day');
  return { from, to };
}

/** A whole hour from 0 to 24, or null. */
const hour = (text: string): number | null => (/^(\d|1\d|2[0-4])$/.test(text) ? Number(text) : null);
