import { codesOf, labelOf, type ListEntry } from './list-entry.js';
import { RuleViolation } from './rule-violation.js';

/** The four kinds of support as the field counts them, in the words of the house. */
export const supportKinds = [
  { code: 'emotional', label: 'Listened' },
  { code: 'informational', label: 'Shared information' },
  { code: 'instrumental', label: 'Practical help' },
  { code: 'affiliational', label: 'Did something together' },
] as const;

export type SupportKind = (typeof supportKinds)[number]['code'];

/** Neither is an answer; a skip and a question nobody asked are none, and not one another (R37). */
export const supportAnswers = [
  { code: 'taken-up', label: 'Took it up' },
  { code: 'offered', label: 'Offered, not taken up' },
  { code: 'neither', label: 'Not offered' },
  { code: 'skipped', label: 'Skipped' },
  { code: 'not-asked', label: 'Not asked' },
] as const;

export type SupportAnswer = (typeof supportAnswers)[number]['code'];

export const supportWays = [
  { code: 'one', label: 'One to one' },
  { code: 'group', label: 'In a group' },
  { code: 'both', label: 'Both' },
] as const;

export type SupportWay = (typeof supportWays)[number]['code'];

/** Whether there was a wellness plan; the plan itself is the guest’s, and never kept here. */
export const wellnessAnswers = [
  { code: 'made', label: 'Made one here' },
  { code: 'theirs', label: 'Keep one of their own' },
  { code: 'offered', label: 'Offered, not made' },
  { code: 'neither', label: 'Not offered' },
  { code: 'skipped', label: 'Skipped' },
  { code: 'not-asked', label: 'Not asked' },
] as const;

export type WellnessAnswer = (typeof wellnessAnswers)[number]['code'];

/** What a guest says of one kind; the way is null where nobody said it. */
export interface KindTold {
  kind: SupportKind;
  answer: SupportAnswer;
  way: SupportWay | null;
}

/** What was there for a guest in one stay: each kind once, in their order. */
export interface SupportTold {
  kinds: readonly KindTold[];
  wellness: WellnessAnswer;
}

/** What was sent: codes, or nothing where the question was left open. */
export interface SupportSent {
  kinds: readonly { kind: SupportKind; answer: string; way: string }[];
  wellness: string;
  /** The guest would rather not go on: what is still open is skipped. */
  skipsTheRest: boolean;
}

/**
 * What is kept of it; what was left open was not asked. Throws a RuleViolation for the kind, `<kind>Way` or `wellness`, and
 * for `main` when there is nothing to keep.
 */
export function supportTold({ kinds, wellness, skipsTheRest }: SupportSent): SupportTold {
  const open = skipsTheRest ? 'skipped' : 'not-asked';
  const filled = (sent: string) => (sent === '' || (skipsTheRest && sent === 'not-asked') ? open : sent);
  const told = {
    kinds: kinds.map(({ kind, answer, way }) => ({
      kind,
      answer: oneOf(supportAnswers, filled(answer), kind),
      way: way === '' ? null : oneOf(supportWays, way, `${kind}Way`),
    })),
    wellness: oneOf(wellnessAnswers, filled(wellness), 'wellness'),
  };
  const pointless = told.kinds.find(({ answer, way }) => way !== null && !wasOffered(answer));
  if (pointless) throw new RuleViolation(pointless.kind, 'Choose whether it was offered, or clear how');
  const isSilent = [told.wellness, ...told.kinds.map(({ answer }) => answer)].every(
    (each) => each === 'not-asked',
  );
  if (isSilent) throw new RuleViolation('main', 'Choose at least one answer, or skip');
  return told;
}

/** There is a way to it, one to one or in a group. */
export const wasOffered = (answer: SupportAnswer): boolean => answer === 'taken-up' || answer === 'offered';

/** Two desks wrote down one answer. */
export const saysTheSame = (one: SupportTold, other: SupportTold): boolean =>
  one.wellness === other.wellness &&
  one.kinds.every(({ kind, answer, way }) =>
    other.kinds.some((each) => each.kind === kind && each.answer === answer && each.way === way),
  );

/**
 * The kinds that were taken up, for a file: codes with a space between, `none` only when every kind has an answer (R37).
 * Of a stay of which nothing was told there are no kinds.
 */
export function supportColumn(kinds: readonly Pick<KindTold, 'kind' | 'answer'>[]): string {
  if (kinds.length === 0) return 'not asked';
  const taken = codesOf(supportKinds).filter((code) =>
    kinds.some(({ kind, answer }) => kind === code && answer === 'taken-up'),
  );
  if (taken.length > 0) return taken.join(' ');
  const has = (state: SupportAnswer) => kinds.some(({ answer }) => answer === state);
  if (has('skipped')) return 'skipped';
  return has('not-asked') ? 'not asked' : 'none';
}

/** Why it cannot be asked of this stay, or null when it can (R25). */
export function whyNotSupport(isUndone: boolean, hasDied: boolean): string | null {
  if (isUndone) return 'This check-in was undone.';
  return hasDied ? 'Nothing is asked here any more.' : null;
}

function oneOf<Code extends string>(
  list: readonly (ListEntry & { code: Code })[],
  sent: string,
  field: string,
): Code {
  const found = list.find(({ code }) => code === sent);
  if (!found) throw new RuleViolation(field, 'Choose one of these answers');
  return found.code;
}

/** What was told, a line each. */
export function supportLines({ kinds, wellness }: SupportTold) {
  return [
    ...kinds.map(({ kind, answer, way }) => ({
      term: labelOf(supportKinds, kind),
      value: `${labelOf(supportAnswers, answer)}${way ? ` · ${labelOf(supportWays, way).toLowerCase()}` : ''}`,
    })),
    { term: 'A wellness plan', value: labelOf(wellnessAnswers, wellness) },
  ];
}
