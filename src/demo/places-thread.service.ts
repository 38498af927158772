import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { ConnectionsService } from '../connections/connections.service.js';
import { HowItWasService } from '../connections/how-it-was.service.js';
import { connectionWays, type HowItWas } from '../domain/connection.js';
import { PlaceReports } from '../places/place-reports.service.js';
import { PlacesService } from '../places/places.service.js';
import { Dice } from './dice.js';
import { inventedPlaces, TROUBLED, troubleWords } from './invented-places.js';
import { onHouseDay } from './story-days.js';
import type { Cast, Moment, Story, Thread } from './story.js';

/** So often somebody asks those who left how it was, in days. */
const ASKED_EVERY = 2;
/** Of a hundred who are asked: so many answer, and so many met with trouble where it happens. */
const SOME_DAY = { inAHundred: 60, trouble: 12 };
/** Something waits to be looked at. */
const THE_LAST = { inAHundred: 100, trouble: 100 };
/** Whoever left longer ago, in days, is not asked any more. */
const ASKED_WITHIN = 30;
/** A coordinator looked so many days before the end; what was told since then waits. */
const LOOKED_BEFORE = 10;

/** The directory, the connections made with guests, and how they were. */
@Injectable()
export class PlacesThread implements Thread {
  constructor(
    private readonly places: PlacesService,
    private readonly reports: PlaceReports,
    private readonly connections: ConnectionsService,
    private readonly answers: HowItWasService,
    private readonly audit: AuditService,
  ) {}

  moments({ house, start, today }: Story): Moment[] {
    const days = start.until(today, { largestUnit: 'day' }).days;
    const at = (day: number, clock: string) => onHouseDay(house.time, start.add({ days: day }), clock);
    const told = (day: number, clock: string, tell: Tell): Moment => {
      const when = at(day, clock);
      return { at: when, tell: (tx, cast) => tell(tx, cast, when) };
    };
    return [
      told(0, '11:10', (tx, cast, when) => this.fill(tx, cast, when)),
      ...Array.from({ length: days }, (_, day) => told(day, '17:20', (...all) => this.connect(...all))),
      ...Array.from({ length: Math.floor(days / ASKED_EVERY) }, (_, place) =>
        told(place * ASKED_EVERY, '18:10', (...all) => this.ask(...all)),
      ),
      told(Math.max(0, days - 3), '17:30', (...all) => this.sendToTrouble(...all)),
      told(Math.max(0, days - 1), '18:40', (...all) => this.ask(...all, THE_LAST)),
      told(Math.max(1, days - LOOKED_BEFORE), '11:40', (...all) => this.look(...all)),
    ];
  }

  private async fill(tx: EntityManager, { house, onShift }: Cast, at: Temporal.Instant): Promise<void> {
    for (const facts of inventedPlaces) {
      const id = await this.places.add(tx, facts, house, house.time.houseDay(at));
      await this.audit.write(tx, onShift(at).id, 'places.manage', id);
    }
  }

  /** One in three guests who are here sits down with somebody and a telephone. */
  private async connect(tx: EntityManager, { house, onShift }: Cast, at: Temporal.Instant): Promise<void> {
    const places = await this.places.all(tx);
    for (const { id, name } of await tx.query<Row[]>(HERE)) {
      const dice = new Dice(`${name} goes to ${at.toString()}`);
      if (!dice.chance(30)) continue;
      const isTroubled = dice.chance(25);
      const place = isTroubled
        ? places.find((each) => each.name === TROUBLED)!
        : places[dice.between(0, places.length - 1)]!;
      const way = connectionWays[dice.between(0, connectionWays.length - 1)]!.code;
      const facts = { placeId: place.id, ownWords: null, way };
      await this.connections.make(tx, id, facts, onShift(at), house);
      await this.audit.write(tx, onShift(at).id, 'connections.make', id);
    }
  }

  /** Whoever left last with a yes to being in touch is told of a place that will not be kind: there is something to look at. */
  private async sendToTrouble(
    tx: EntityManager,
    { house, onShift }: Cast,
    at: Temporal.Instant,
  ): Promise<void> {
    const place = (await this.places.all(tx)).find(({ name }) => name === TROUBLED)!;
    const [stay] = await tx.query<Row[]>(LEFT_WITH_A_YES);
    if (!stay) return;
    const facts = { placeId: place.id, ownWords: null, way: 'appointment' as const };
    await this.connections.make(tx, stay.id, facts, onShift(at), house);
    await this.audit.write(tx, onShift(at).id, 'connections.make', stay.id);
  }

  private async ask(
    tx: EntityManager,
    { house, onShift }: Cast,
    at: Temporal.Instant,
    { inAHundred, trouble } = SOME_DAY,
  ): Promise<void> {
    const since = at.subtract({ hours: 24 * ASKED_WITHIN });
    for (const { id, stayId, placeName, version } of await tx.query<Asked[]>(TO_ASK, [since.toString()])) {
      if (!(await this.connections.askable(stayId, house, tx))) continue;
      const dice = new Dice(`${placeName} was ${at.toString()}`);
      if (!dice.chance(inAHundred)) continue;
      const said = { ...saidOf(placeName, dice, trouble), version };
      await this.answers.answer(tx, { stayId, id }, said, onShift(at), house);
      await this.audit.write(tx, onShift(at).id, 'connections.ask', stayId);
    }
  }

  private async look(tx: EntityManager, { house, onShift }: Cast, at: Temporal.Instant): Promise<void> {
    for (const { placeId, waiting } of await this.reports.counts(tx)) {
      const [newest] = await this.reports.of(placeId, tx);
      if (waiting === 0 || !newest) continue;
      const done = 'Rang their manager. They will put a chair at the door.';
      await this.reports.look(tx, placeId, { upTo: newest.number, done }, onShift(at), house);
      await this.audit.write(tx, onShift(at).id, 'places.look', placeId);
    }
  }
}

type Tell = (tx: EntityManager, cast: Cast, at: Temporal.Instant) => Promise<void>;

interface Row {
  id: string;
  name: string | null;
}

interface Asked {
  id: string;
  stayId: string;
  placeName: string;
  version: number;
}

function saidOf(placeName: string, dice: Dice, trouble: number): { answer: HowItWas; words: string | null } {
  if (placeName === TROUBLED && dice.chance(trouble))
    return { answer: 'trouble', words: troubleWords[dice.between(0, troubleWords.length - 1)]! };
  const answer = dice.weighed([
    ['good', 60],
    ['mixed', 14],
    ['did-not-go', 18],
    ['skipped', 8],
  ] as const);
  return { answer, words: answer === 'good' && dice.chance(40) ? 'Kind people. I will go again.' : null };
}

const HERE = `SELECT s.id, g.name FROM stays s JOIN guests g ON g.id = s.guest_id
  WHERE s.left_at IS NULL AND s.undone_at IS NULL ORDER BY s.arrived_at, g.name`;

const LEFT_WITH_A_YES = `SELECT s.id FROM stays s JOIN consents c ON c.stay_id = s.id
  WHERE s.left_at IS NOT NULL AND s.undone_at IS NULL AND c.purpose = 'follow-up' AND c.withdrawn_at IS NULL
    AND c.expires_on IS NULL ORDER BY s.left_at DESC LIMIT 1`;

const TO_ASK = `SELECT c.id, c.stay_id AS stayId, p.name AS placeName, c.version
  FROM connections c JOIN stays s ON s.id = c.stay_id JOIN places p ON p.id = c.place_id
  WHERE s.left_at >= ? AND c.undone_at IS NULL
    AND EXISTS (SELECT 1 FROM consents y WHERE y.guest_id = s.guest_id AND y.withdrawn_at IS NULL)
    AND NOT EXISTS (SELECT 1 FROM connection_answers a WHERE a.connection_id = c.id AND a.undone_at IS NULL)
  ORDER BY s.left_at, c.made_at, p.name`;
