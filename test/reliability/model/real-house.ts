import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { ActsService } from '../../../src/acts/acts.service.js';
import { UndoService } from '../../../src/acts/undo.service.js';
import { BedsService } from '../../../src/beds/beds.service.js';
import { BoardService } from '../../../src/beds/board.service.js';
import { ClosuresService } from '../../../src/closures/closures.service.js';
import { flagsOf, statusOf } from '../../../src/domain/bed-board.js';
import { Conflict } from '../../../src/domain/conflict.js';
import type { House as HouseRules } from '../../../src/domain/house.js';
import type { Actor } from '../../../src/domain/person.js';
import { RuleViolation } from '../../../src/domain/rule-violation.js';
import { HoldEndings } from '../../../src/holds/hold-endings.service.js';
import { HoldsService } from '../../../src/holds/holds.service.js';
import { AbsencesService } from '../../../src/stays/absences.service.js';
import { type CheckIn, CheckInService } from '../../../src/stays/check-in.service.js';
import { CorrectionsService } from '../../../src/stays/corrections.service.js';
import { DeathsService } from '../../../src/stays/deaths.service.js';
import { DepartureDayService } from '../../../src/stays/departure-day.service.js';
import { DepartureService } from '../../../src/stays/departure.service.js';
import { MoveService } from '../../../src/stays/move.service.js';
import { ReopeningService } from '../../../src/stays/reopening.service.js';
import { SwapService } from '../../../src/stays/swap.service.js';
import { departureAnswers } from '../../support/builders.js';
import type { House } from '../../support/open-house.js';
import type { Act, ActOf } from './acts.js';
import type { Calendar, Minute, Night } from './calendar.js';
import type { Refusal } from './records.js';

type Played = Exclude<Act, { act: 'wait' | 'waitTo' }>;
type Work = (tx: EntityManager) => Promise<unknown>;

const said = { reason: 'Because', exception: null, version: null };

/** The same acts by the services of a house, on its file. */
export class RealHouse {
  private readonly ids = { stay: [] as string[], hold: [] as string[], closure: [] as string[] };
  private readonly acts: { id: string; kind: string }[] = [];
  private lastAct = 0;

  constructor(
    private readonly house: House,
    private readonly rules: HouseRules,
    private readonly beds: readonly string[],
    private readonly who: Actor,
    private readonly calendar: Calendar,
    private readonly firstAct: number,
  ) {
    this.lastAct = firstAct;
  }

  passTo(now: Minute): void {
    this.house.clock.moveTo(instant(now).toString());
  }

  /** Null when it was done, or the kind of refusal, for wrong answers the field; any other error is thrown on. */
  async play(told: Played): Promise<Refusal> {
    const work = await this.workOf(told);
    try {
      await this.house.write(work);
    } catch (error) {
      if (error instanceof RuleViolation) return error.field;
      if (error instanceof Conflict) return error.constructor.name;
      throw error;
    }
    await this.hear();
    return null;
  }

  /** What time has changed is written, by a unit of work that does nothing. */
  settle = (): Promise<unknown> => this.house.write(() => Promise.resolve());

  async board(): Promise<string[]> {
    const today = this.rules.time.houseDay(this.house.clock.now());
    const beds = await this.house.app.get(BoardService).now(today);
    return beds.map((bed) => [statusOf(bed, today), ...flagsOf(bed, today)].join(' '));
  }

  async owners(): Promise<string[]> {
    const first = this.calendar.date(-FIRST);
    const rows = await this.house.rows<{ night: number; bed: number; claim: string; stay: string | null }>(
      `SELECT CAST(julianday(n.night) - julianday(?1) AS INTEGER) - ${FIRST} AS night, b.position - 1 AS bed,
          n.claim_id AS claim, s.stay_id AS stay
        FROM bed_nights n JOIN beds b ON b.id = n.bed_id LEFT JOIN bed_segments s ON s.id = n.claim_id
        WHERE n.night >= ?1`,
      [first.toString()],
    );
    return rows.map(({ night, bed, claim, stay }) => `${night} ${bed} ${this.nameOf(claim, stay)}`).sort();
  }

  kinds = (): string[] => this.acts.map(({ kind }) => kind);

  private nameOf(claim: string, stay: string | null): string {
    if (stay !== null) return `stay ${this.ids.stay.indexOf(stay)}`;
    const hold = this.ids.hold.indexOf(claim);
    return hold >= 0 ? `hold ${hold}` : `closure ${this.ids.closure.indexOf(claim)}`;
  }

  /** What was written in history since: it says what was made. */
  private async hear(): Promise<void> {
    const rows = await this.house.rows<{ number: number; id: string; kind: string; made: string | null }>(
      `SELECT number, id, kind, CASE kind WHEN 'stay.arrived' THEN stay_id WHEN 'hold.made' THEN details ->> 'hold'
        WHEN 'bed.closed' THEN details ->> 'closure' END AS made FROM acts WHERE number > ? ORDER BY number`,
      [this.lastAct],
    );
    for (const { number, id, kind, made } of rows) {
      this.lastAct = number;
      this.acts.push({ id, kind });
      if (made !== null) this.ids[MAKES[kind]!].push(made);
    }
  }

  private day = (nights: Night) => this.today().add({ days: nights });

  private today = () => this.rules.time.houseDay(this.house.clock.now());

  private ago = (hours: number) => this.house.clock.now().subtract({ hours });

  private ahead = (hours: number) => this.house.clock.now().add({ hours });

  private async versionOf(table: 'stays' | 'beds' | 'closures', id: string): Promise<number> {
    const [row] = await this.house.rows<{ version: number }>(`SELECT version FROM ${table} WHERE id = ?`, [
      id,
    ]);
    return row!.version;
  }

  private async workOf(told: Played): Promise<Work> {
    const way = this.ways[told.act] as (told: Played) => Work | Promise<Work>;
    return way(told);
  }

  private get<Service>(service: new (...args: never[]) => Service): Service {
    return this.house.app.get(service);
  }

  private readonly ways: { [Name in Played['act']]: (told: ActOf<Name>) => Work | Promise<Work> } = {
    hold: async (told) => {
      const guestId = told.guest === null ? null : await this.guestOf(told.guest);

      const empty = { guestName: null, reach: null, reason: null, source: NO_SOURCE };
      const nights = { bedId: this.beds[told.bed]!, firstNight: this.day(told.in), nights: told.nights };
      const wanted = { ...empty, guestId, ...nights, keepUntil: this.ahead(told.in * 24 + told.hours) };
      return (tx) => this.get(HoldsService).make(tx, wanted, this.who, this.rules);
    },
    keepLonger: (told) => (tx) =>
      this.get(HoldsService).keepLonger(
        tx,
        this.ids.hold[told.hold]!,
        this.ahead(told.hours),
        this.who,
        this.rules,
      ),
    letGo: (told) => (tx) =>
      this.get(HoldEndings).letGo(tx, this.ids.hold[told.hold]!, null, this.who, this.rules),
    checkIn: (told) => this.checkIn(told),
    cameAndLeft: (told) => this.cameAndLeft(told),
    plan: (told) => (tx) =>
      this.get(DepartureDayService).change(
        tx,
        this.ids.stay[told.stay]!,
        { ...said, departureDay: this.day(told.in), exception: this.agreed(told) },
        this.who,
        this.rules,
      ),
    leave: (told) => (tx) => {
      const answers = departureAnswers({ leftAt: this.ago(told.hoursBack) });
      const leaving = { answers, inTouch: null, isBedReady: false, exception: null, isTimeSure: true };
      return this.get(DepartureService).depart(tx, this.ids.stay[told.stay]!, leaving, this.who, this.rules);
    },
    move: (told) => (tx) => {
      const move = {
        ...said,
        exception: this.agreed(told),
        movedAt: this.ago(told.hoursBack),
        bedId: this.beds[told.bed]!,
      };
      return this.get(MoveService).move(tx, this.ids.stay[told.stay]!, move, this.who, this.rules);
    },
    swap: (told) => (tx) => {
      const otherStayId = this.ids.stay[told.other]!;
      const swap = { ...said, exception: this.agreed(told), movedAt: this.ago(told.hoursBack), otherStayId };
      return this.get(SwapService).swap(tx, this.ids.stay[told.stay]!, swap, this.who, this.rules);
    },
    away: (told) => (tx) => {
      const times = { awayAt: this.ago(told.hoursBack), backBy: this.ahead(told.hours) };
      const away = { ...times, wish: null, exception: null, version: null };
      return this.get(AbsencesService).away(tx, this.ids.stay[told.stay]!, away, this.who, this.rules);
    },
    notSeen: (told) => (tx) => {
      const missed = { since: null, exception: null, version: null };
      return this.get(AbsencesService).notSeen(tx, this.ids.stay[told.stay]!, missed, this.who, this.rules);
    },
    back: (told) => (tx) => {
      const back = { at: this.ago(told.hoursBack), exception: null, version: null };
      return this.get(AbsencesService).back(tx, this.ids.stay[told.stay]!, back, this.who, this.rules);
    },
    ready: (told) => (tx) => this.ready(tx, this.beds[told.bed]!),
    closeNow: (told) => (tx) => {
      const dates = { lastNight: this.dayOrNull(told.last), reason: 'repair', note: null };
      const values = { ...dates, wholeRoom: told.room };
      return this.get(ClosuresService).closeNow(tx, this.beds[told.bed]!, values, this.who, this.rules);
    },
    planClosure: (told) => (tx) => {
      const dates = { firstNight: this.day(told.in), lastNight: this.dayOrNull(told.last) };
      const values = { ...dates, reason: 'repair', note: null };
      return this.get(ClosuresService).plan(tx, this.beds[told.bed]!, values, this.who, this.rules);
    },
    changeClosure: (told) => this.changeClosure(told),
    cancelClosure: (told) => (tx) =>
      this.get(ClosuresService).cancel(tx, this.ids.closure[told.closure]!, 'Done', this.who, this.rules),
    retire: async (told) => {
      const id = this.beds[told.bed]!;
      const version = await this.versionOf('beds', id);
      return async (tx) => {
        const { name, room, position, features } = await this.get(BedsService).find(id, tx);
        const to = { name, room, position, features, lastNight: this.dayOrNull(told.last) };
        return this.get(BedsService).change(tx, id, version, to, this.rules);
      };
    },
    correctArrival: (told) => this.correct(told.stay, 'arrivedAt', told.hoursBack),
    correctDeparture: (told) => this.correct(told.stay, 'leftAt', told.hoursBack),
    reopen: async (told) => {
      const id = this.ids.stay[told.stay]!;
      const bedId = told.bed === null ? null : this.beds[told.bed]!;
      const to = { bedId, reason: 'Still here', version: await this.versionOf('stays', id) };
      return (tx) => this.get(ReopeningService).reopen(tx, id, to, this.who, this.rules);
    },
    die: (told) => (tx) => {
      const died = { diedAt: this.ago(told.hoursBack), about: 'exact' as const };
      return this.get(DeathsService).write(tx, this.ids.stay[told.stay]!, died, this.who, this.rules);
    },
    alive: (told) => this.correct(told.stay, 'alive', 0),
    undo: (told) => (tx) =>
      this.get(UndoService).undo(tx, this.acts.at(-1 - told.back)!.id, this.who, this.rules),
  };

  private dayOrNull = (nights: Night | null) => (nights === null ? null : this.day(nights));

  private async checkIn(told: ActOf<'checkIn'>): Promise<Work> {
    const values = await this.arrivalOf(told);
    return (tx) => this.get(CheckInService).checkIn(tx, values, this.who, this.rules);
  }

  private async arrivalOf(told: ActOf<'checkIn'>): Promise<CheckIn> {
    const holdId = told.hold === null ? '' : this.ids.hold[told.hold]!;
    const guestId =
      told.guest === null ? ((await this.keptFor(holdId)) ?? 'new') : await this.guestOf(told.guest);
    const who = {
      name: 'Ash',
      isNameless: false,
      pronouns: null,
      stayedBefore: 'no' as const,
      guestId,
      holdId,
    };
    const stay = { bedId: this.beds[told.bed]!, departureDay: this.day(told.nights) };
    const answers = {
      arrivedAt: this.ago(told.hoursBack),
      confirmNotReady: told.confirm,
      talked: null,
      exception: this.agreed(told),
    };
    return { ...who, ...stay, ...answers, referralSource: 'not_asked', isSameAsked: true };
  }

  private async cameAndLeft(told: ActOf<'cameAndLeft'>): Promise<Work> {
    const came = { ...told, hold: null, confirm: false };
    const values = await this.arrivalOf({ ...came, act: 'checkIn' });
    const leftAt = values.arrivedAt.add({ hours: told.hours });
    const departureDay = this.rules.time.houseDay(values.arrivedAt).add({ days: told.nights });
    const both = { ...values, departureDay, plannedAt: values.arrivedAt, leftAt };
    const rest = { inTouch: null, isBedReady: false, exception: this.agreed(told) };
    const leaving = { answers: departureAnswers({ leftAt }), isTimeSure: true, ...rest };
    return async (tx) => {
      const done = await this.get(CheckInService).checkIn(tx, both, this.who, this.rules);
      const line = { arrival: done.undo!, who: this.who, house: this.rules };
      await this.get(DepartureService).departWithArrival(tx, done.subjectId!, leaving, line);
    };
  }

  private agreed = ({ yes }: { yes: boolean }) => (yes ? { reason: 'Agreed', agreedBy: this.who.id } : null);

  /** The page has them ready. */
  private async keptFor(holdId: string): Promise<string | null> {
    const sql = 'SELECT guest_id AS guest FROM holds WHERE id = ?';
    const [row] = await this.house.rows<{ guest: string | null }>(sql, [holdId]);
    return row?.guest ?? null;
  }

  private async guestOf(stay: number): Promise<string> {
    const [row] = await this.house.rows<{ guest: string }>(
      'SELECT guest_id AS guest FROM stays WHERE id = ?',
      [this.ids.stay[stay]],
    );
    return row!.guest;
  }

  private async changeClosure(told: ActOf<'changeClosure'>): Promise<Work> {
    const id = this.ids.closure[told.closure]!;
    const closure = await this.get(ClosuresService).find(id);
    const firstNight = told.first === null ? closure.firstNight : this.day(told.first);
    const dates = {
      firstNight,
      lastNight: this.dayOrNull(told.last),
      reason: closure.reason,
      note: closure.note,
    };
    return (tx) => this.get(ClosuresService).change(tx, id, closure.version, dates, this.who, this.rules);
  }

  private async correct(
    stay: number,
    field: 'arrivedAt' | 'leftAt' | 'alive',
    hoursBack: number,
  ): Promise<Work> {
    const id = this.ids.stay[stay]!;
    const about = { field, part: '', value: '', chosen: null, reason: 'It was so' };
    const to = { ...about, at: this.ago(hoursBack), version: await this.versionOf('stays', id) };
    return (tx) => this.get(CorrectionsService).correct(tx, id, to, this.who, this.rules);
  }

  private async ready(tx: EntityManager, bedId: string): Promise<void> {
    const turnover = await this.get(BedsService).makeReady(tx, bedId, this.who.id, this.house.clock.now());
    if (!turnover) return;
    const line = { kind: 'bed.ready' as const, bedId, details: { turnover: turnover.id }, canBeUndone: true };
    await this.get(ActsService).record(tx, this.who, this.rules, line);
  }

  /** Everybody leaves and nothing is kept, for the story after this one. */
  async end(): Promise<void> {
    this.house.clock.advance({ days: 1 });
    const beds = await this.house.rows<{ id: string }>(
      'SELECT id FROM stays WHERE left_at IS NULL AND undone_at IS NULL',
    );
    for (const { id } of beds) {
      const leaving = {
        answers: departureAnswers({ leftAt: this.house.clock.now() }),
        inTouch: null,
        isBedReady: false,
        exception: null,
        isTimeSure: true,
      };
      await this.house.write((tx) =>
        this.get(DepartureService).depart(tx, id, leaving, this.who, this.rules),
      );
    }
    await this.house.write((tx) => tx.query(`UPDATE claims SET end_night = first_night WHERE kind = 'hold'`));
    const closures = await this.house.rows<{ id: string }>(
      'SELECT id FROM closures WHERE ending IS NULL AND last_night IS NULL',
    );
    for (const { id } of closures)
      await this.house.write((tx) => this.get(ClosuresService).cancel(tx, id, 'Over', this.who, this.rules));
    for (const id of this.beds) {
      await this.house.write((tx) => this.ready(tx, id));
      await this.house.write((tx) => tx.query('UPDATE beds SET last_night = NULL WHERE id = ?', [id]));
    }
    this.house.clock.advance({ days: 20 });
  }
}

const FIRST = 15;
const MAKES: Record<string, 'stay' | 'hold' | 'closure'> = {
  'stay.arrived': 'stay',
  'hold.made': 'hold',
  'bed.closed': 'closure',
};
const NO_SOURCE = { callId: '', waitlistId: '' };

const instant = (minute: Minute) => Temporal.Instant.fromEpochMilliseconds(minute * 60_000);
