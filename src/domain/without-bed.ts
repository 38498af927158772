import type { Temporal } from 'temporal-polyfill';
import { isBefore, isEarlier } from './days.js';
import type { House } from './house.js';
import { toMinute } from './house-time.js';
import type { ListEntry } from './list-entry.js';
import { RuleViolation } from './rule-violation.js';

/** Somebody came by the living room, people did something together, or something was given. */
export type HelpKind = 'visit' | 'group' | 'thing';

/** What people do together, as it ships; a house words it anew. */
export const groupKinds: readonly ListEntry[] = [
  { code: 'support', label: 'Talking together' },
  { code: 'wellness', label: 'Wellness planning' },
  { code: 'making', label: 'Making things' },
  { code: 'meal', label: 'A meal together' },
  { code: 'walk', label: 'A walk' },
  { code: 'other', label: 'Another group' },
];

/** What is given, as it ships; a house words it anew. */
export const thingsGiven: readonly ListEntry[] = [
  { code: 'food', label: 'Food' },
  { code: 'clothes', label: 'Clothes' },
  { code: 'fare', label: 'A fare' },
  { code: 'toiletries', label: 'Toiletries' },
  { code: 'blanket', label: 'Blanket or sleeping bag' },
  { code: 'other', label: 'Something else' },
];

export const MOST_MINUTES = 999;
const MOST_AT_ONCE = 99;
/** For so many days the word somebody is called by stays with a line (R47). */
export const NAME_DAYS = 30;

/** How one tap says it: what, which of the house’s list, how many, and whether it is for the night. */
export interface HelpTapped {
  kind: HelpKind;
  /** A code of the house’s list of groups or of things; null for a visit. */
  code: string | null;
  /** People of a visit, heads of a group, pieces of a thing. */
  count: number;
  isOvernight: boolean;
}

/** What can be said of it afterwards; what is left out stays as it was. */
export interface HelpDetails {
  at?: Temporal.Instant;
  count: number;
  /** Null where nobody said: that is not 0 (R37). */
  minutes: number | null;
  isOvernight: boolean;
  name?: string | null;
}

/** What the house did for people without a bed of its own: counted by house day, nobody needs a name. */
export class HelpWithoutBed {
  number: number;
  id: string;
  kind: HelpKind;
  code: string | null;
  at: Temporal.Instant;
  houseDay: Temporal.PlainDate;
  /** When it was noted: until that shift ends it can be changed. */
  notedAt: Temporal.Instant;
  count: number;
  minutes: number | null = null;
  isOvernight: boolean;
  name: string | null = null;
  personId: string;
  version = 1;
  undoneAt: Temporal.Instant | null = null;

  /** Throws a RuleViolation for `code` the house does not offer, and for `count` as `change` does. */
  constructor(
    { id, personId, now, ...tapped }: HelpTapped & { id: string; personId: string; now: Temporal.Instant },
    house: House,
  ) {
    this.id = id;
    this.personId = personId;
    this.kind = tapped.kind;
    this.code = checkedCode(tapped, house);
    this.notedAt = toMinute(now);
    this.tell({ ...tapped, at: now, minutes: null, name: null }, house);
  }

  /** Whether anything of it can still be changed: the shift in which it was noted runs, and it stands (R24). */
  canChange(now: Temporal.Instant, house: House): boolean {
    return this.undoneAt === null && isEarlier(now, house.shiftEnd(this.notedAt));
  }

  /** Throws a RuleViolation for `main` when its shift is over, for `at` (R4), or for `count`. */
  change(details: HelpDetails, now: Temporal.Instant, house: House): void {
    if (!this.canChange(now, house))
      throw new RuleViolation('main', 'The shift in which this was noted is over. It stays as it is');
    if (details.at) house.checkRecent('at', details.at, now);
    this.tell(details, house);
  }

  /** The word to call them by, for as long as it is kept. */
  nameOn(today: Temporal.PlainDate): string | null {
    return isBefore(this.houseDay.add({ days: NAME_DAYS }), today) ? null : this.name;
  }

  /** A group has no one name, a thing no minutes, and only a visit can last the night. */
  private tell(
    { at = this.at, count, minutes, isOvernight, name = this.name }: HelpDetails,
    house: House,
  ): void {
    checkCount(this.kind, count);
    this.at = toMinute(at);
    this.houseDay = house.time.houseDay(at);
    this.count = count;
    this.minutes = this.kind === 'thing' ? null : minutes;
    this.isOvernight = this.kind === 'visit' && isOvernight;
    this.name = this.kind === 'group' ? null : name;
  }
}

function checkedCode({ kind, code }: HelpTapped, { lists }: House): string | null {
  if (kind === 'visit') return null;
  const [list, words] =
    kind === 'group'
      ? (['groups', 'Choose which group'] as const)
      : (['things', 'Choose what it was'] as const);
  lists.of(list).check('code', code ?? '', words);
  return code;
}

/** A group to which nobody came is one too: its count is a true 0. */
function checkCount(kind: HelpKind, count: number): void {
  const least = kind === 'group' ? 0 : 1;
  if (!Number.isInteger(count) || count < least || count > MOST_AT_ONCE)
    throw new RuleViolation('count', `Enter a number from ${least} to ${MOST_AT_ONCE}`);
}
