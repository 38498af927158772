import { Injectable } from '@nestjs/common';
import { randomInt, timingSafeEqual } from 'node:crypto';
import { AuditService } from '../audit/audit.service.js';
import { BedsService } from '../beds/beds.service.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Clock } from '../domain/clock.js';
import { House } from '../domain/house.js';
import type { Person } from '../domain/person.js';
import { RuleViolation } from '../domain/rule-violation.js';
import { HouseService } from '../house/house.service.js';
import { LimitsService } from '../house/limits.service.js';
import { PassphrasesService } from '../people/passphrases.service.js';
import { PeopleService } from '../people/people.service.js';
import { NotHere } from '../web/refusals.js';
import type { SetUp } from './setup.forms.js';

/** No look-alikes: read from a terminal, typed by hand. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** Opens the house once. Whoever can read the terminal has the code; there is no default account (R41). */
@Injectable()
export class SetupService {
  readonly code = [0, 1, 2]
    .map(() => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join(''))
    .join('-');

  constructor(
    private readonly unit: UnitOfWork,
    private readonly house: HouseService,
    private readonly limits: LimitsService,
    private readonly beds: BedsService,
    private readonly people: PeopleService,
    private readonly passphrases: PassphrasesService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Throws a RuleViolation for a wrong code, NotHere when the house is set up already. No form makes a practice house: a
   * file that is one says so for good.
   */
  async open(values: SetUp, isPractice = false): Promise<Person> {
    if (!isSame(values.code, this.code))
      throw new RuleViolation('code', 'This is not the code in the terminal');
    const passphraseHash = await this.passphrases.hash(values.passphrase);
    return this.unit.run(async (tx) => {
      if (await this.house.find(tx)) throw new NotHere();
      const house = new House({ name: values.houseName, timeZone: values.timeZone, isPractice });
      await this.house.open(tx, house);
      await this.limits.begin(tx);
      // Guests who are in the house already are recorded as they arrived (R4)
      const firstNight = house.time.houseDay(this.clock.now()).subtract({ days: house.backDatingDays });
      for (const bed of values.beds) await this.beds.add(tx, bed, firstNight);
      const person = await this.people.add(tx, { name: values.personName, role: 'manager', passphraseHash });
      await this.audit.write(tx, person.id, 'house.open', person.id);
      return person;
    });
  }
}

function isSame(typed: string, code: string): boolean {
  const plain = Buffer.from(typed.toUpperCase().replace(/[^A-Z0-9]/g, ''));
  const expected = Buffer.from(code.replace(/-/g, ''));
  return plain.length === expected.length && timingSafeEqual(plain, expected);
}
