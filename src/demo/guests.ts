import { Temporal } from 'temporal-polyfill';
import type { Dice } from './dice.js';
import { firstNames, lastNames, pronouns } from './invented.js';
import type { Someone } from './story.js';

const WAY_AWAY_HOURS = 12 * 24;
const MOST_STAYS = 4;

interface Known extends Someone {
  guest: string;
  stays: number;
  leftAt: Temporal.Instant;
}

/** Who comes to the door, in the order they come: most for the first time, some again. */
export class Guests {
  private readonly known: Known[] = [];
  private newcomers = 0;

  constructor(private readonly dice: Dice) {}

  /** `leftAt` is null for a guest who is still here; `who` is somebody given, or null for whoever it may be. */
  next(arrivedAt: Temporal.Instant, leftAt: Temporal.Instant | null, who: Someone | null) {
    const again = who === null && this.dice.chance(20) ? this.oneWhoLeft(arrivedAt) : null;
    const guest: Known = again ?? { ...(who ?? this.newcomer()), ...this.unknownYet(arrivedAt) };
    if (!again) this.known.push(guest);
    guest.stays += 1;
    // Nobody comes again who has not left
    guest.leftAt = leftAt ?? FAR_AHEAD;
    const stayedBefore = again ? this.dice.weighed(answersAgain) : guest.stayedBefore;
    return { guest: guest.guest, name: guest.name, pronouns: guest.pronouns, stayedBefore };
  }

  private unknownYet = (arrivedAt: Temporal.Instant) => ({
    guest: `guest ${this.known.length + 1}`,
    stays: 0,
    leftAt: arrivedAt,
  });

  private oneWhoLeft(at: Temporal.Instant): Known | null {
    const latest = at.subtract({ hours: WAY_AWAY_HOURS });
    const away = this.known.filter(
      ({ name, stays, leftAt }) =>
        name !== null && stays < MOST_STAYS && Temporal.Instant.compare(leftAt, latest) < 0,
    );
    return away.length > 0 ? this.dice.pick(away) : null;
  }

  private newcomer(): Someone {
    const name = this.dice.chance(3) ? null : nameOf((this.newcomers += 1));
    return {
      name,
      pronouns: name !== null && this.dice.chance(45) ? this.dice.pick(pronouns) : null,
      stayedBefore: this.dice.weighed(answersFirst),
    };
  }
}

const FAR_AHEAD = Temporal.Instant.from('2099-12-31T00:00:00Z');

const answersFirst = [
  ['no', 76],
  ['not-asked', 14],
  ['not-said', 7],
  ['yes', 3],
] as const;

const answersAgain = [
  ['yes', 88],
  ['not-said', 7],
  ['not-asked', 5],
] as const;

/** Each number has a name of its own; every ninth goes by one word only. */
function nameOf(number: number): string {
  const first = firstNames[number % firstNames.length]!;
  const round = Math.floor(number / firstNames.length);
  return number % 9 === 4 ? first : `${first} ${lastNames[(number * 7 + round * 3) % lastNames.length]!}`;
}
