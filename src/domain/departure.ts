import type { Temporal } from 'temporal-polyfill';
import type { House } from './house.js';

export const leftAboutAnswers = ['exact', 'about', 'not-known'] as const;
export const inTouchAnswers = ['yes', 'no', 'not-asked'] as const;
/** Getting ready follows every leaving, and may be done at once; a bed that cannot be used is closed next. */
export const bedNextAnswers = ['ready', 'at-once', 'close'] as const;
export const keysAnswers = ['yes', 'not-yet', 'not-asked'] as const;

/** What a person answers when someone leaves: how the stay ended and where the guest went are two facts (R23). */
export interface DepartureAnswers {
  leftAt: Temporal.Instant;
  leftAbout: (typeof leftAboutAnswers)[number];
  ending: string;
  destination: string;
  ownWords: string | null;
  inTouch: (typeof inTouchAnswers)[number];
  keysBack: (typeof keysAnswers)[number];
  thingsLeft: string | null;
  /** The house day until which they are kept; null when nobody said. */
  thingsUntil: Temporal.PlainDate | null;
}

/** Throws a RuleViolation for an ending or a destination the house does not offer; `kept` is what a record says now. */
export function checkAnswer(
  name: 'ending' | 'destination',
  code: string,
  { lists }: House,
  { field = name, kept = null }: { field?: string; kept?: string | null } = {},
): void {
  const list = name === 'ending' ? 'endings' : 'destinations';
  lists.of(list).check(field, code, 'Choose one of these answers', kept);
}

/** Throws as `checkAnswer` does for how the stay ended, then for where they went. */
export function checkAnswers({ ending, destination }: DepartureAnswers, house: House): void {
  checkAnswer('ending', ending, house);
  checkAnswer('destination', destination, house);
}

/** A desk that leaves the time empty means now: a few minutes later it is still the same leaving. */
const SAME_WITHIN_MINUTES = 60;

/** The recorded end of a stay. An undone one stays on file, marked, and counts in no figure (R24). */
export class Departure implements DepartureAnswers {
  id: string;
  stayId: string;
  leftAt: Temporal.Instant;
  leftAbout: DepartureAnswers['leftAbout'];
  ending: string;
  destination: string;
  ownWords: string | null;
  inTouch: DepartureAnswers['inTouch'];
  keysBack: DepartureAnswers['keysBack'];
  thingsLeft: string | null;
  thingsUntil: Temporal.PlainDate | null;
  undoneAt: Temporal.Instant | null = null;

  constructor(facts: { id: string; stayId: string; answers: DepartureAnswers }) {
    this.id = facts.id;
    this.stayId = facts.stayId;
    this.leftAt = facts.answers.leftAt;
    this.leftAbout = facts.answers.leftAbout;
    this.ending = facts.answers.ending;
    this.destination = facts.answers.destination;
    this.ownWords = facts.answers.ownWords;
    this.inTouch = facts.answers.inTouch;
    this.keysBack = facts.answers.keysBack;
    this.thingsLeft = facts.answers.thingsLeft;
    this.thingsUntil = facts.answers.thingsUntil;
  }

  /** Two desks recorded the same, at about the same time: that is one departure, not a conflict (R23). */
  saysTheSameAs(answers: DepartureAnswers): boolean {
    const apart = Math.abs(this.leftAt.since(answers.leftAt).total('minutes'));
    if (apart > SAME_WITHIN_MINUTES) return false;
    if (String(this.thingsUntil) !== String(answers.thingsUntil)) return false;
    const same = [
      'leftAbout',
      'ending',
      'destination',
      'ownWords',
      'inTouch',
      'keysBack',
      'thingsLeft',
    ] as const;
    return same.every((question) => this[question] === answers[question]);
  }
}
