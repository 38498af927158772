import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Temporal } from 'temporal-polyfill';
import { ActsService } from '../acts/acts.service.js';
import { BoardService } from '../beds/board.service.js';
import { BoardSummary } from '../beds/board-summary.service.js';
import { RingBacks } from '../calls/ring-backs.service.js';
import { SheetsService } from '../beds/sheets.service.js';
import { ClosuresService } from '../closures/closures.service.js';
import { isEarlier } from '../domain/days.js';
import type { House } from '../domain/house.js';
import { parseDay } from '../domain/house-time.js';
import type { Actor } from '../domain/person.js';
import { RuleViolation } from '../domain/rule-violation.js';
import { type Shift, shiftAt, shiftOn } from '../domain/shift.js';
import { FollowUpsService } from '../follow-ups/follow-ups.service.js';
import { LapsedHolds } from '../holds/lapsed-holds.service.js';
import { IncidentLines } from '../incidents/incident-lines.service.js';
import { NoteBox } from '../notes/note-box.service.js';
import { HandedOverNotes } from '../notes/handed-over.service.js';
import { ReadingService } from '../notes/reading.service.js';
import { PaperSheets } from '../paper/paper-sheets.service.js';
import { SupplyLines } from '../supplies/supply-lines.service.js';
import { Page, SeeOther } from '../web/answer.js';
import { type FormBody, only } from '../web/form-body.js';
import { FormTokens } from '../web/form-tokens.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { TheHouse, Who } from '../web/who.js';
import { WaitlistService } from '../waitlist/waitlist.service.js';
import { HappenedService } from './happened.service.js';
import { PastShifts } from './past-shift.service.js';
import { pastShiftView } from './past-shift.views.js';
import { ShiftNow } from './shift-now.service.js';
import { type ShiftFacts, shiftView } from './shift.views.js';

/** The page a shift is handed over with. */
@Controller('shift')
export class ShiftController {
  constructor(
    private readonly board: BoardService,
    private readonly boardSummary: BoardSummary,
    private readonly happenings: HappenedService,
    private readonly lapsed: LapsedHolds,
    private readonly notes: HandedOverNotes,
    private readonly reading: ReadingService,
    private readonly noteBox: NoteBox,
    private readonly followUps: FollowUpsService,
    private readonly waitlist: WaitlistService,
    private readonly rings: RingBacks,
    private readonly closures: ClosuresService,
    private readonly paper: PaperSheets,
    private readonly incidents: IncidentLines,
    private readonly supplies: SupplyLines,
    private readonly past: PastShifts,
    private readonly shiftNow: ShiftNow,
    private readonly sheets: SheetsService,
    private readonly acts: ActsService,
    private readonly tokens: FormTokens,
  ) {}

  @Get()
  @Permit('shift.view')
  async show(
    @Query() { date, slot }: Record<string, unknown>,
    @Req() { visit }: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    if (date !== undefined || slot !== undefined)
      return this.showPast(readShift(date, slot, house), visit.now, who, house);
    const facts = await this.facts(visit.now, who, house);
    return new Page('shift/show', shiftView(facts));
  }

  /** Nobody prints the night's sheet now: it is not asked for again in this shift (R30). */
  @Post('sheet')
  @Permit('shift.sheet')
  async notNow(@Who() who: Actor, @TheHouse() house: House) {
    await this.acts.log(who, 'shift.sheet', (tx) => this.sheets.settle(tx, 'not-now', who, house));
    return new SeeOther(paths.shift());
  }

  @Post('read')
  @Permit('shift.read')
  async read(@Body() body: FormBody, @Who() who: Actor) {
    const upTo = Number(/^\d{1,9}$/.exec(only(body, 'upTo'))?.[0] ?? 0);
    await this.acts.log(who, 'shift.read', (tx) => this.reading.read(tx, upTo, who));
    return new SeeOther(paths.shift(), { message: 'Kept. What comes later is new again.', undo: null });
  }

  /** One that runs has its own page. Throws a RuleViolation for one that is still to come. */
  private async showPast(shift: Shift, now: Temporal.Instant, who: Actor, house: House) {
    const running = shiftAt(house, now);
    if (shift.start.equals(running.start)) return new SeeOther(paths.shift());
    if (isEarlier(now, shift.start)) throw new RuleViolation('date', 'This shift has not begun yet');
    return new Page('shift/past', pastShiftView(await this.past.of(shift, who, house), { house, now }));
  }

  private async facts(now: Temporal.Instant, who: Actor, house: House): Promise<ShiftFacts> {
    const today = house.time.houseDay(now);
    const [beds, happened, lapsed, written, due, waitlist, rings, noteBox, unseen, sheet, there] =
      await Promise.all([
        this.board.now(today),
        this.happenings.within(shiftAt(house, now)),
        this.lapsed.since(house.shiftBefore(now), house),
        this.notes.for(who, house, now),
        this.followUps.due(house, now),
        this.waitlist.count(today),
        this.rings.count(now),
        this.noteBox.for(who, house, now),
        this.closures.unseen(),
        this.paper.open(),
        this.shiftNow.at(now, house),
      ]);
    const summary = this.boardSummary.of(beds, today);
    const formToken = this.tokens.draw({ personId: who.id, place: '' });
    const waiting = { due, waitlist, rings, unseen, sheet };
    const made = { summary, happened, lapsed, written, noteBox, ...waiting, ...there };
    const inTheHouse = await this.inTheHouse(who, house, now, formToken);
    return { house, now, role: who.role, ...made, ...inTheHouse, formToken };
  }

  /** What happened there and what is to be looked at, each shown by its own part. */
  private async inTheHouse(who: Actor, house: House, now: Temporal.Instant, formToken: string) {
    const [somethingHappened, supplies] = await Promise.all([
      this.incidents.handedOver(who, house, now, formToken),
      this.supplies.toLookAt(house, now, formToken),
    ]);
    return { somethingHappened, supplies };
  }
}

/** Throws a RuleViolation where no shift begins so. */
function readShift(date: unknown, slot: unknown, house: House): Shift {
  const day = typeof date === 'string' ? parseDay(date) : null;
  const hour = typeof slot === 'string' && /^\d{1,2}$/.test(slot) ? Number(slot) : NaN;
  const shift = day && shiftOn(house, day, hour);
  if (shift) return shift;
  const hours = house.shiftHours.join(', ');
  throw new RuleViolation(
    'date',
    `No shift begins then. They begin at ${hours}; write the date as 2026-11-22`,
  );
}
