import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { HouseService } from '../../../src/house/house.service.js';
import { type House, openHouse } from '../../support/open-house.js';
import { type Act, acts } from './acts.js';
import { Calendar } from './calendar.js';
import { HouseModel } from './house-model.js';
import { Limits } from './limits.js';
import { meant, play, until } from './play.js';
import { RealHouse } from './real-house.js';
import type { Limit } from './records.js';

const ZONE = 'America/New_York';
/** Maple and Cedar stand in one room. */
const ROOMS = [0, 0, 1];
/** A house's own limits, others from the seventh night on, and some of Birch; on the fourth day nobody is asked to leave (R22). */
const LIMITS: Limit[] = [
  { bed: null, from: -100, most: 4, rolling: [5, 8] },
  { bed: 2, from: -100, most: 1, rolling: [2, 6] },
  { bed: null, from: 6, most: 3, rolling: null },
];
const KEPT = [3];
/** The file knows the nights up to 2099. */
const LAST_YEAR = 2095;

/** One act, done in both; then both are to be the same. */
class Step implements fc.AsyncCommand<HouseModel, RealHouse> {
  constructor(private readonly told: Act) {}

  check(model: Readonly<HouseModel>): boolean {
    return meant(model as HouseModel, this.told) !== null;
  }

  async run(model: HouseModel, real: RealHouse): Promise<void> {
    const told = meant(model, this.told)!;
    if (told.act === 'wait' || told.act === 'waitTo') {
      model.passTo(until(model, told));
      real.passTo(model.now);
      // Only reading knows what time has changed
      expect([told, await real.board()]).toEqual([told, model.board()]);
      await real.settle();
    } else {
      expect([told, await real.play(told)]).toEqual([told, play(model, told)]);
      // What an act made room for is settled with the next
      model.passTo(model.now);
      if (told.act === 'retire') await real.settle();
    }
    await same(told, model, real);
  }

  toString(): string {
    return JSON.stringify(this.told);
  }
}

/** The file has each night as the model has it, and the board says the same (R14). */
async function same(told: Act, model: HouseModel, real: RealHouse): Promise<void> {
  expect([told, await real.owners()]).toEqual([told, model.owners()]);
  expect([told, await real.board()]).toEqual([told, model.board()]);
  expect(real.kinds()).toEqual(model.acts.map(({ kind }) => kind));
}

type Often = Partial<Record<Act['act'], number>>;

/** How often each act comes: all of them once at least, those by which people meet in a bed, those that put right. */
const rounds = {
  everything: {
    ...Object.fromEntries(Object.keys(acts).map((name) => [name, 1])),
    ...{ checkIn: 8, move: 4, swap: 4, leave: 3, plan: 3, hold: 3, undo: 6 },
    ...{
      reopen: 2,
      correctDeparture: 2,
      alive: 2,
      cameAndLeft: 2,
      ready: 2,
      keepLonger: 2,
      wait: 2,
      waitTo: 3,
    },
  } as Often,
  afterwards: {
    ...{ checkIn: 6, leave: 5, hold: 4, undo: 5, waitTo: 2, wait: 1, ready: 2, retire: 3, planClosure: 1 },
    ...{
      die: 4,
      alive: 4,
      cameAndLeft: 4,
      reopen: 4,
      correctDeparture: 3,
      correctArrival: 2,
      away: 3,
      notSeen: 1,
      back: 2,
      cancelClosure: 1,
    },
  } as Often,
  meeting: { checkIn: 6, hold: 6, move: 6, swap: 4, plan: 3, leave: 1, waitTo: 3, wait: 1 } as Often,
};

const stepsOf = (often: Often) =>
  (Object.entries(often) as [Act['act'], number][]).flatMap(([name, times]) =>
    Array.from({ length: times }, () => (acts[name] as fc.Arbitrary<Act>).map((told) => new Step(told))),
  );

/** A house in which one story is told after the other, each around the next change of the clocks. */
export class Stories {
  private house: House | null = null;
  private now = Temporal.PlainDate.from('2027-01-10');

  /** So many stories; throws with the shortest one that the house and the model tell differently, and its seed. */
  async tell(round: keyof typeof rounds, count: number, seed: number): Promise<void> {
    const stories = fc.commands(stepsOf(rounds[round]), { maxCommands: 60, size: 'max' });
    await fc.assert(
      fc.asyncProperty(stories, (story) => this.inHouse((begin) => fc.asyncModelRun(begin, story))),
      { numRuns: count, seed },
    );
  }

  async close(): Promise<void> {
    await this.house?.close();
    this.house = null;
  }

  private async inHouse(
    story: (begin: () => Promise<{ model: HouseModel; real: RealHouse }>) => Promise<void>,
  ): Promise<void> {
    const house = await this.open();
    const first = nextChange(this.now).subtract({ days: 2 });
    const calendar = new Calendar(ZONE, first);
    const start = calendar.minute(0, 15);
    const model = new HouseModel(calendar, start, ROOMS, new Limits(LIMITS, KEPT));
    await setLimits(house, calendar);
    const real = await realHouse(house, calendar);
    real.passTo(start);
    try {
      await story(() => Promise.resolve({ model, real }));
    } finally {
      await real.end();
      const end = house.clock.now().toZonedDateTimeISO(ZONE).toPlainDate();
      this.now = end;
    }
  }

  private async open(): Promise<House> {
    if (this.house && this.now.year < LAST_YEAR) return this.house;
    await this.close();
    this.now = Temporal.PlainDate.from('2027-01-10');
    this.house = await openHouse({
      beds: 'Maple\nCedar\nBirch',
      timeZone: ZONE,
      startAt: `${this.now.toString()}T18:00:00Z`,
    });
    await this.house.write(async (tx) => {
      await tx.query(`UPDATE beds SET room = 'Garden' WHERE name <> 'Birch'`);
    });
    return this.house;
  }
}

async function setLimits(house: House, calendar: Calendar): Promise<void> {
  const beds = await house.rows<{ id: string }>('SELECT id FROM beds ORDER BY position');
  await house.write(async (tx) => {
    for (const table of ['stay_limits', 'kept_days']) await tx.query(`DELETE FROM ${table}`);
    for (const [place, { bed, from, most, rolling }] of LIMITS.entries()) {
      const row = [
        `limit ${place}`,
        bed === null ? null : beds[bed]!.id,
        calendar.date(from).toString(),
        most,
      ];
      await tx.query('INSERT INTO stay_limits VALUES (?, ?, ?, ?, ?, ?)', [
        ...row,
        ...(rolling ?? [null, null]),
      ]);
    }
    for (const night of KEPT)
      await tx.query('INSERT INTO kept_days VALUES (?, ?)', [calendar.date(night).toString(), 'Kept']);
  });
}

async function realHouse(house: House, calendar: Calendar): Promise<RealHouse> {
  const [who] = await house.rows<{ id: string; name: string }>('SELECT id, name FROM people');
  const rules = (await house.write((tx) => house.app.get(HouseService).find(tx)))!;
  const beds = await house.rows<{ id: string }>('SELECT id FROM beds ORDER BY position');
  const [last] = await house.rows<{ number: number }>('SELECT ifnull(max(number), 0) AS number FROM acts');
  const ids = beds.map(({ id }) => id);
  return new RealHouse(house, rules, ids, { ...who!, role: 'coordinator' }, calendar, last!.number);
}

/** The date of the next night in which the clocks change. */
function nextChange(after: Temporal.PlainDate): Temporal.PlainDate {
  const noon = after.toZonedDateTime({ timeZone: ZONE, plainTime: '12:00' });
  return noon.getTimeZoneTransition('next')!.toPlainDate();
}
