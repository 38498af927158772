import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { BedsService } from '../beds/beds.service.js';
import { StoryClock } from '../clock/story-clock.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { House } from '../domain/house.js';
import type { Actor, Person } from '../domain/person.js';
import { PRACTICE_PASSPHRASE, practicePeople } from '../domain/practice.js';
import { HouseService } from '../house/house.service.js';
import { PeopleService } from '../people/people.service.js';
import { SetupService } from '../setup/setup.service.js';
import { AnswersThread } from './answers-thread.service.js';
import { CallsThread } from './calls-thread.service.js';
import { ClaimsThread } from './claims-thread.service.js';
import { FeedbackThread } from './feedback-thread.service.js';
import { HappenedThread } from './happened-thread.service.js';
import { NotesThread } from './notes-thread.service.js';
import { PlacesThread } from './places-thread.service.js';
import { ShiftsThread } from './shifts-thread.service.js';
import { StaysThread } from './stays-thread.service.js';
import { SuppliesThread } from './supplies-thread.service.js';
import { TriesThread } from './tries-thread.service.js';
import { SupportThread } from './support-thread.service.js';
import { WithoutBedThread } from './without-bed-thread.service.js';
import type { Cast, Moment, Story } from './story.js';
import { onHouseDay } from './story-days.js';
import { practiceBeds, tellStory } from './tell-story.js';

const ZONE = 'America/Chicago';
const SETTLED = {
  onCallLine: 'Ines: 555-0100',
  insteadOfABed: 'Tea and a chair in the kitchen until morning\nA call the next day, when they like',
};
const HOURS_OF_A_WEEK = 7 * 24;

/** Fills an empty house file with weeks of invented stays, each act at its own time, through the same services as a shift. */
@Injectable()
export class SeederService {
  constructor(
    private readonly setup: SetupService,
    private readonly house: HouseService,
    private readonly people: PeopleService,
    private readonly beds: BedsService,
    private readonly stays: StaysThread,
    private readonly claims: ClaimsThread,
    private readonly notes: NotesThread,
    private readonly calls: CallsThread,
    private readonly tries: TriesThread,
    private readonly happened: HappenedThread,
    private readonly supplies: SuppliesThread,
    private readonly answers: AnswersThread,
    private readonly shifts: ShiftsThread,
    private readonly support: SupportThread,
    private readonly withoutBed: WithoutBedThread,
    private readonly feedback: FeedbackThread,
    private readonly places: PlacesThread,
    private readonly unit: UnitOfWork,
    private readonly clock: StoryClock,
  ) {}

  /** Ends on the house day the clock now shows, with the clock where it was. */
  async seed(weeks: number): Promise<void> {
    const now = this.clock.now();
    // A few days before the first stay, by the clock of the house
    this.clock.moveTo(now.subtract({ hours: (weeks + 1) * HOURS_OF_A_WEEK }));
    const marta = await this.openHouse();
    const house = await this.settled();
    const story = tellStory(house, house.time.houseDay(now), weeks);
    const cast = await this.castOf(house, marta);
    for (const moments of weeksOf(story, this.momentsOf(story))) await this.tell(moments, cast);
    this.clock.moveTo(now);
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

  private momentsOf(story: Story): Moment[] {
    return [
      this.stays,
      this.claims,
      this.notes,
      this.calls,
      this.tries,
      this.happened,
      this.supplies,
      this.answers,
      this.shifts,
      this.support,
      this.withoutBed,
      this.feedback,
      this.places,
    ]
      .flatMap((thread) => thread.moments(story))
      .sort((one, other) => Temporal.Instant.compare(one.at, other.at));
  }

  /** One unit of work; what time has changed is settled at its beginning (R14). */
  private async tell(moments: readonly Moment[], cast: Cast): Promise<void> {
    this.clock.moveTo(moments[0]!.at);
    await this.unit.run(async (tx) => {
      for (const { at, tell } of moments) {
        this.clock.moveTo(at);
        await tell(tx, cast);
      }
    });
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

function weeksOf({ house, start }: Story, moments: readonly Moment[]): Moment[][] {
  const begin = onHouseDay(house.time, start, '04:00');
  const weeks = new Map<number, Moment[]>();
  for (const moment of moments) {
    const week = Math.floor(moment.at.since(begin).total('hours') / HOURS_OF_A_WEEK);
    weeks.set(week, [...(weeks.get(week) ?? []), moment]);
  }
  return [...weeks.values()];
}
