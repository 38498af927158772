import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { NotesService } from '../notes/notes.service.js';
import { ReadingService } from '../notes/reading.service.js';
import { Dice } from './dice.js';
import { type HouseNoteWords, houseNotes, notesAtTheEnd } from './invented-notes.js';
import { onHouseDay } from './story-days.js';
import type { Cast, Moment, Story, Thread } from './story.js';

const MOST_DAYS_UNTIL_DONE = 2;

/** What the shifts of the house told one another. */
@Injectable()
export class NotesThread implements Thread {
  constructor(
    private readonly notes: NotesService,
    private readonly reading: ReadingService,
    private readonly audit: AuditService,
  ) {}

  moments({ house, start, today }: Story): Moment[] {
    const dice = new Dice('notes');
    const days = start.until(today, { largestUnit: 'day' }).days;
    const told = Array.from({ length: Math.floor(days / 3) }, (_, third) => ({
      words: houseNotes[third % houseNotes.length]!,
      at: onHouseDay(house.time, start.add({ days: third * 3 }), `${dice.between(14, 23)}:20`),
      doneAfter: dice.between(1, MOST_DAYS_UNTIL_DONE),
    }));
    // What is still to be done on the last day is told by itself
    const earlier = told.filter(
      ({ at }) => at.until(onHouseDay(house.time, today, '04:00')).total('hours') > 72,
    );
    const atTheEnd = notesAtTheEnd.map(({ clock, ...words }) => ({
      words,
      at: onHouseDay(house.time, today.subtract({ days: 1 }), clock),
      doneAfter: null,
    }));
    return [...earlier, ...atTheEnd].flatMap((note) => this.momentsOf(note, today));
  }

  private momentsOf(
    { words, at, doneAfter }: { words: HouseNoteWords; at: Temporal.Instant; doneAfter: number | null },
    today: Temporal.PlainDate,
  ): Moment[] {
    let id = '';
    const isDone = words.lives === 'done' && doneAfter !== null;
    return [
      { at, tell: async (tx, cast) => void (id = await this.write(tx, cast, words, at, today)) },
      ...(isDone
        ? [
            {
              at: at.add({ hours: doneAfter * 24 }),
              tell: (tx: EntityManager, cast: Cast) =>
                this.done(tx, cast, id, at.add({ hours: doneAfter * 24 })),
            },
          ]
        : []),
    ];
  }

  private async write(
    tx: EntityManager,
    { house, team, onShift }: Cast,
    { text, lives, livesForDays, isPinned }: HouseNoteWords,
    at: Temporal.Instant,
    today: Temporal.PlainDate,
  ): Promise<string> {
    const who = onShift(at);
    const untilDay = lives === 'date' ? today.add({ days: livesForDays ?? 0 }) : null;
    // Everyone has read what was written before
    for (const each of team) await this.reading.read(tx, Number.MAX_SAFE_INTEGER, each);
    const note = await this.notes.write(tx, { text, lives, untilDay, isPinned }, who, house);
    await this.audit.write(tx, who.id, 'notes.write', note.id);
    return note.id;
  }

  private async done(tx: EntityManager, { house, onShift }: Cast, id: string, at: Temporal.Instant) {
    const who = onShift(at);
    await this.notes.done(tx, id, who, house);
    await this.audit.write(tx, who.id, 'notes.done', id);
  }
}
