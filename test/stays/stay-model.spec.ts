import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { Conflict } from '../../src/domain/conflict.js';
import type { House as HouseRules } from '../../src/domain/house.js';
import { toMinute } from '../../src/domain/house-time.js';
import { RuleViolation } from '../../src/domain/rule-violation.js';
import { HouseService } from '../../src/house/house.service.js';
import { LedgerService } from '../../src/ledger/ledger.service.js';
import { CheckInService } from '../../src/stays/check-in.service.js';
import { DepartureDayService } from '../../src/stays/departure-day.service.js';
import { DepartureService } from '../../src/stays/departure.service.js';
import { MoveService } from '../../src/stays/move.service.js';
import { SwapService } from '../../src/stays/swap.service.js';
import { departureAnswers } from '../support/builders.js';
import { type House, openHouse } from '../support/open-house.js';
import { StayModel } from './stay-model.js';

const bed = fc.nat(2);
const guest = fc.nat(9);
const anAct = fc.oneof(
  fc.record({ act: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ act: fc.constant('checkIn' as const), bed, nights: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ act: fc.constant('plan' as const), guest, in: fc.nat(6) }),
  fc.record({ act: fc.constant('move' as const), guest, bed, hoursBack: fc.constantFrom(0, 0, 0, 20) }),
  fc.record({ act: fc.constant('swap' as const), guest, other: guest }),
  fc.record({ act: fc.constant('leave' as const), guest }),
  fc.record({
    act: fc.constant('hold' as const),
    bed,
    in: fc.nat(4),
    nights: fc.integer({ min: 1, max: 3 }),
  }),
);
type AnAct = typeof anAct extends fc.Arbitrary<infer T> ? T : never;

const said = { reason: 'Because', exception: null, version: null };

/** Acts of a story on a real file beside the same story in the model. */
class Story {
  private readonly model = new StayModel();
  private readonly ids = new Map<string, string>();
  private readonly first: Temporal.PlainDate;

  constructor(
    private readonly house: House,
    private readonly rules: HouseRules,
    private readonly beds: readonly string[],
    private readonly who: { id: string; name: string; role: 'staff' },
    private readonly number: number,
  ) {
    this.first = rules.time.houseDay(house.clock.now());
  }

  async tell(told: AnAct): Promise<void> {
    if (told.act === 'wait') return this.house.clock.advance({ hours: told.hours });
    this.settle();
    const work = this.workOf(told);
    if (work === null) return;
    const isAllowed = this.inModel(told);
    const answer = await this.house.write(work).then(
      () => true,
      (error) => {
        if (error instanceof Conflict || error instanceof RuleViolation) return false;
        throw error;
      },
    );
    expect([told, answer]).toEqual([told, isAllowed]);
  }

  settle(): void {
    this.model.settle(this.first.until(this.rules.time.houseDay(this.now)).days);
  }

  /** Every night has the owner the model says, and the parts of each stay tile it without a gap. */
  async compare(): Promise<void> {
    const rows = await this.house.rows<{ line: string }>(
      `SELECT CAST(julianday(n.night) - julianday(?1) AS INTEGER) || ' ' || (b.position - 1) || ' ' || coalesce(g.name, 'hold') AS line
        FROM bed_nights n JOIN beds b ON b.id = n.bed_id LEFT JOIN guests g ON g.id = n.guest_key WHERE n.night >= ?1`,
      [this.first.toString()],
    );
    expect(rows.map(({ line }) => line).sort()).toEqual(this.model.owners());
    expect(await this.house.rows(GAPS)).toEqual([]);
  }

  async end(): Promise<void> {
    for (const { guest } of this.model.here)
      await this.house.write((tx) => this.leave(tx, this.ids.get(guest)!));
    await this.house.write((tx) => tx.query(`UPDATE claims SET end_night = first_night WHERE kind = 'hold'`));
    this.house.clock.advance({ days: 12 });
  }

  private get now() {
    return toMinute(this.house.clock.now());
  }

  private at(hoursBack: number) {
    return this.now.subtract({ hours: hoursBack });
  }

  private one(number: number) {
    const { here } = this.model;
    return here[number % (here.length || 1)];
  }

  private day(night: number) {
    return this.first.add({ days: night });
  }

  private inModel(told: Exclude<AnAct, { act: 'wait' }>): boolean {
    const { model } = this;
    if (told.act === 'checkIn') return model.checkIn(this.name(), told.bed, model.today + told.nights);
    if (told.act === 'hold')
      return model.hold(told.bed, model.today + told.in, model.today + told.in + told.nights);
    const stay = this.one(told.guest)!;
    if (told.act === 'plan') return model.plan(stay, model.today + told.in);
    if (told.act === 'swap') return model.swap(stay, this.one(told.other)!);
    if (told.act === 'leave') return (model.leave(stay), true);
    const day = this.first.until(this.rules.time.houseDay(this.at(told.hoursBack))).days;
    const isInIt = Temporal.Instant.compare(this.since.get(stay.guest)!, this.at(told.hoursBack)) <= 0;
    return isInIt && model.move(stay, told.bed, day);
  }

  private workOf(told: Exclude<AnAct, { act: 'wait' }>): ((tx: EntityManager) => Promise<unknown>) | null {
    const { app } = this.house;
    if (told.act === 'checkIn') return (tx) => this.checkIn(tx, told.bed, told.nights);
    if (told.act === 'hold') {
      const firstNight = this.day(this.model.today + told.in);
      const nights = {
        bedId: this.beds[told.bed]!,
        firstNight,
        endNight: firstNight.add({ days: told.nights }),
      };
      return (tx) => app.get(LedgerService).hold(tx, nights);
    }
    const stay = this.one(told.guest);
    if (!stay) return null;
    const id = this.ids.get(stay.guest)!;
    if (told.act === 'leave') return (tx) => this.leave(tx, id);
    const change = { ...said, departureDay: this.day(this.model.today + ('in' in told ? told.in : 0)) };
    if (told.act === 'plan')
      return (tx) => app.get(DepartureDayService).change(tx, id, change, this.who, this.rules);
    const at = this.at('hoursBack' in told ? told.hoursBack : 0);
    if (told.act === 'swap') {
      const other = { ...said, movedAt: at, otherStayId: this.ids.get(this.one(told.other)!.guest)! };
      return (tx) =>
        this.moving(at, [stay.guest, this.one(told.other)!.guest], () =>
          app.get(SwapService).swap(tx, id, other, this.who, this.rules),
        );
    }
    const move = { ...said, movedAt: at, bedId: this.beds[told.bed]! };
    return (tx) =>
      this.moving(at, [stay.guest], () => app.get(MoveService).move(tx, id, move, this.who, this.rules));
  }

  /** Since when each guest is in their bed. */
  private readonly since = new Map<string, Temporal.Instant>();

  private async moving(at: Temporal.Instant, guests: string[], work: () => Promise<unknown>): Promise<void> {
    await work();
    for (const each of guests) this.since.set(each, at);
  }

  private name(): string {
    return `Guest ${this.number}-${this.model.stays.length}`;
  }

  private async checkIn(tx: EntityManager, place: number, nights: number): Promise<void> {
    // The model has them already when they were let in
    const name = `Guest ${this.number}-${this.ids.size}`;
    const found = { name, pronouns: null, stayedBefore: 'no', guestId: 'new', isSameAsked: true } as const;
    const fresh = { isNameless: false, holdId: '' };
    const wanted = { bedId: this.beds[place]!, departureDay: this.day(this.model.today + nights) };
    const values = {
      ...found,
      ...fresh,
      ...wanted,
      arrivedAt: this.now,
      confirmNotReady: true,
      talked: null,
      exception: null,
    };
    const done = await this.house.app.get(CheckInService).checkIn(tx, values, this.who, this.rules);
    this.ids.set(name, done.subjectId!);
    this.since.set(name, this.now);
  }

  private leave(tx: EntityManager, id: string) {
    const leaving = {
      answers: departureAnswers({ leftAt: this.now }),
      contact: null,
      points: [],
      exception: null,
    };
    return this.house.app.get(DepartureService).depart(tx, id, leaving, this.who, this.rules);
  }
}

/** Parts that do not begin where the one before ended, or the stay with its arrival; ends that are not the stay's. */
const GAPS = `SELECT * FROM (
    SELECT stay_id, from_at, from_day, to_at, to_day,
      lag(to_at, 1, arrived_at) OVER one AS at_before, lag(to_day, 1, arrival_day) OVER one AS day_before,
      lead(from_at, 1, left_at) OVER one AS at_after, lead(from_day, 1, departure_day) OVER one AS day_after
    FROM bed_segments JOIN stays ON stays.id = stay_id
    WINDOW one AS (PARTITION BY stay_id ORDER BY from_at, ifnull(to_at, '9'), ifnull(to_day, '9')))
  WHERE from_at IS NOT at_before OR from_day IS NOT day_before OR to_at IS NOT at_after OR to_day IS NOT day_after`;

describe('any sequence of acts on stays, beside a plain model (R2, R5–R8, R19, R20)', () => {
  let house: House;

  beforeAll(async () => {
    house = await openHouse({ beds: 'Maple\nCedar\nBirch', startAt: '2026-03-03T18:00:00Z' });
  });

  afterAll(() => house.close());

  it('allows and refuses the same, gives every night the same owner, and leaves no gap', async () => {
    const { person } = await house.signIn();
    const rules = (await house.write((tx) => house.app.get(HouseService).find(tx)))!;
    // How long a stay may be is another question
    await house.write((tx) => tx.query('DELETE FROM stay_limits'));
    const beds = (await house.rows<{ id: string }>('SELECT id FROM beds ORDER BY position')).map(
      ({ id }) => id,
    );
    let stories = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(anAct, { minLength: 10, maxLength: 30 }), async (acts) => {
        const story = new Story(house, rules, beds, { ...person, role: 'staff' }, (stories += 1));
        try {
          for (const told of acts) await story.tell(told);
          await house.write(() => Promise.resolve());
          story.settle();
          await story.compare();
        } finally {
          await story.end();
        }
      }),
      { numRuns: 25 },
    );
  });
});
