import { Temporal } from 'temporal-polyfill';
import { isEarlier } from './days.js';
import type { House } from './house.js';
import { toMinute } from './house-time.js';
import { codesOf } from './list-entry.js';
import { emergencyAnswers, type EmergencyAnswer } from './incident-lists.js';
import { namesIn } from './names-in.js';
import { mayDo } from './permissions.js';
import type { Actor } from './person.js';
import { RuleViolation } from './rule-violation.js';

/** What is said in codes; the words about it stand apart. */
export interface IncidentFacts {
  happenedAt: Temporal.Instant;
  kinds: readonly string[];
  emergency: string;
  /** Ids of those who work here and had part in it. */
  people: readonly string[];
}

/** Something happened: one record, whole for its writer, coordinators and managers; one line of it for everyone on shift. */
export class Incident {
  id: string;
  happenedAt: Temporal.Instant;
  houseDay: Temporal.PlainDate;
  kinds: string[];
  emergency: EmergencyAnswer;
  people: string[];
  writtenAt: Temporal.Instant;
  personId: string;
  /** The last clock the house had set by then: one set later hurries nobody. */
  clocksUpTo: number;
  closedAt: Temporal.Instant | null = null;
  closedBy: string | null = null;
  undoneAt: Temporal.Instant | null = null;
  version = 1;

  /** Throws a RuleViolation for `happenedAt` (R4), `kinds` or `emergency`. */
  constructor(
    facts: IncidentFacts & { id: string; writtenAt: Temporal.Instant; personId: string; clocksUpTo: number },
    house: House,
  ) {
    this.id = facts.id;
    this.writtenAt = toMinute(facts.writtenAt);
    this.personId = facts.personId;
    this.clocksUpTo = facts.clocksUpTo;
    this.kinds = [];
    this.tell(facts, house, facts.writtenAt);
  }

  get isOpen(): boolean {
    return this.closedAt === null && this.undoneAt === null;
  }

  /** Says it anew. Throws a RuleViolation as the constructor does; a kind set aside since can be left as it is. */
  tell(facts: IncidentFacts, house: House, now: Temporal.Instant): void {
    if (String(facts.happenedAt) !== String(this.happenedAt))
      house.checkRecent('happenedAt', facts.happenedAt, now);
    checkKinds(facts.kinds, this.kinds, house);
    const emergency = facts.emergency === '' ? 'not_asked' : facts.emergency;
    if (!codesOf(emergencyAnswers).includes(emergency))
      throw new RuleViolation('emergency', 'Choose one of the answers');
    this.happenedAt = facts.happenedAt;
    this.houseDay = house.time.houseDay(facts.happenedAt);
    this.kinds = [...facts.kinds];
    this.emergency = emergency as EmergencyAnswer;
    this.people = [...facts.people];
  }

  /** Nothing of it changes after this; more can only be added. */
  close(by: { personId: string; at: Temporal.Instant }): void {
    this.closedAt = toMinute(by.at);
    this.closedBy = by.personId;
  }

  /** Whether this person reads all of it, and not only its one line. */
  isWholeFor({ id, role }: Actor): boolean {
    return id === this.personId || mayDo(role, 'happened.readAll');
  }

  /** Whether the handover shows it at `now`: while it is open, and to whoever takes over from the shift that closed it (R30). */
  isHandedOver(now: Temporal.Instant, house: House): boolean {
    if (this.undoneAt) return false;
    return this.closedAt === null || !isEarlier(this.closedAt, house.shiftBefore(now));
  }
}

function checkKinds(kinds: readonly string[], kept: readonly string[], { lists }: House): void {
  if (kinds.length === 0) throw new RuleViolation('kinds', 'Tick at least one');
  const list = lists.of('happened-kinds');
  for (const kind of kinds) list.check('kinds', kind, 'Tick what it was', kept.includes(kind) ? kind : null);
}

/** Throws a RuleViolation for `nextShift` when the line everyone reads names one of these guests. */
export function checkNamesNobody(line: string, names: readonly (string | null)[]): void {
  const [found] = namesIn(line, names);
  if (found !== undefined)
    throw new RuleViolation(
      'nextShift',
      `“${found}” is a guest’s name. Everyone on shift reads this line: write “a guest”, or another word`,
    );
}

/** Throws a RuleViolation for `part` when what a guest is to read names another guest (R27); their own name may stand in it. */
export function checkNamesNoOther(
  text: string,
  own: string | null,
  others: readonly (string | null)[],
): void {
  const mine = namesIn(text, [own]);
  const found = namesIn(text, others).find((word) => !mine.includes(word));
  if (found !== undefined)
    throw new RuleViolation('part', `“${found}” is another guest’s name. Write “another guest” here`);
}
