import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { BedsService } from '../beds/beds.service.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { House } from '../domain/house.js';
import type { Actor, Person } from '../domain/person.js';
import { PRACTICE_PASSPHRASE, practicePeople } from '../domain/practice.js';
import { HouseService } from '../house/house.service.js';
import { PeopleService } from '../people/people.service.js';
import { SetupService } from '../setup/setup.service.js';
import type { Cast } from './story.js';
import { practiceBeds } from './tell-story.js';

const ZONE = 'America/Chicago';
const SETTLED = {
  onCallLine: 'Ines: 555-0100',
  insteadOfABed: 'Tea and a chair in the kitchen until morning\nA call the next day, when they like',
};
/** Opens a practice house as a manager would, before the first guest comes. */
@Injectable()
export class PracticeOpening {
  constructor(
    private readonly setup: SetupService,
    private readonly house: HouseService,
    private readonly people: PeopleService,
    private readonly beds: BedsService,
    private readonly unit: UnitOfWork,
  ) {}

  /** With its beds, its people and its settings. */
  async open(): Promise<Cast> {
    const marta = await this.openHouse();
    return this.castOf(await this.settled(), marta);
  }

  /** The house with what a manager would write under Settings before the first guest comes. */
  private async settled(): Promise<House> {
    const begun = (await this.house.find())!;
    const { name, readyHours, shiftStarts, timeZone, tellsAvailability } = begun;
    const { hidesNotes, logsTalks, turnWipedAfter } = begun;
    const kept = {
      name,
      readyHours,
      shiftStarts,
      timeZone,
      tellsAvailability,
      hidesNotes,
      logsTalks,
      turnWipedAfter,
    };
    await this.unit.run((tx) => this.house.change(tx, begun.version, { ...kept, ...SETTLED }));
    const house = (await this.house.find())!;
    await this.unit.run((tx) => this.furnish(tx, house));
    return house;
  }

  /** What each bed offers: whoever practises finds some that fit. */
  private async furnish(tx: EntityManager, house: House): Promise<void> {
    for (const bed of await this.beds.all(tx)) {
      const { offers } = practiceBeds.find(({ name }) => name === bed.name)!;
      await this.beds.change(tx, bed.id, bed.version, { ...bed, features: [...offers] }, house);
    }
  }

  private openHouse(): Promise<Person> {
    const house = {
      houseName: 'Willow House',
      timeZone: ZONE,
      beds: practiceBeds.map(({ room, name }) => ({ room, name })),
    };
    const first = { personName: practicePeople[0]!.name, passphrase: PRACTICE_PASSPHRASE };
    return this.setup.open({ code: this.setup.code, ...house, ...first }, true);
  }

  /** Everyone has the same passphrase: it is hashed once. */
  private async castOf(house: House, marta: Person): Promise<Cast> {
    const { passphraseHash } = marta;
    const others = await this.unit.run(async (tx) => {
      const added: Person[] = [];
      for (const each of practicePeople.slice(1)) {
        added.push(await this.people.add(tx, { ...each, passphraseHash }));
      }
      return added;
    });
    const beds = new Map((await this.beds.all()).map(({ id, name }) => [name, id]));
    return {
      house,
      beds,
      guests: new Map(),
      stays: new Map(),
      team: [marta, ...others],
      onShift: shifts(house, [marta, ...others]),
    };
  }
}

/** Nights are Rosa's, mornings Ines's, the rest of the day Theo's; Marta is there at noon. */
function shifts(
  { time }: House,
  [marta, ines, theo, rosa]: readonly Person[],
): (at: Temporal.Instant) => Actor {
  return (at) => {
    const { hour } = time.local(at);
    if (hour < 8 || hour >= 22) return rosa!;
    if (hour === 12) return marta!;
    return hour < 12 ? ines! : theo!;
  };
}
