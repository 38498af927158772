import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { In, IsNull } from 'typeorm';
import { dayText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import { Consent } from '../domain/consent.js';
import { Departure } from '../domain/departure.js';
import type { Guest } from '../domain/guest.js';
import type { Question } from '../domain/question.js';
import { StayTask } from '../domain/stay-task.js';
import { TalkFirst } from '../domain/talk-first.js';
import { type GuestStay, GuestStays } from '../guests/guest-stays.service.js';
import { GuestsService } from '../guests/guests.service.js';
import { LinkedRecords } from '../guests/linked-records.service.js';
import { type GuestPart, IncidentParts } from '../incidents/incident-parts.service.js';
import { type ShownGuestNote, ShownGuestNotes } from '../notes/shown-guest-notes.service.js';
import { type Told, ToldWithThem } from './told-with-them.service.js';
import { NotHere } from '../web/refusals.js';

/** A stay with what was said and written in it. */
export interface RecordedStay {
  stay: GuestStay;
  tasks: StayTask[];
  departure: Departure | null;
  notes: ShownGuestNote[];
  told: Told;
}

/** Everything the house holds about one person, on whichever of their records it stands. */
export interface GuestRecord {
  guest: Guest;
  /** The newest first. */
  stays: RecordedStay[];
  consents: Consent[];
  talkFirst: TalkFirst[];
  /** What was written for them of things that happened. */
  happened: GuestPart[];
  /** Every question there was, in each of its versions. */
  questions: Question[];
  /** The names of those who were in the house with them: none of them is to stand on their print-out (R27). */
  others: (string | null)[];
}

/** Gathers what is written about a guest, for them to read and have. */
@Injectable()
export class RecordService {
  constructor(
    private readonly guests: GuestsService,
    private readonly records: LinkedRecords,
    private readonly guestStays: GuestStays,
    private readonly notes: ShownGuestNotes,
    private readonly parts: IncidentParts,
    private readonly told: ToldWithThem,
    private readonly pages: PageReader,
  ) {}

  /** Throws NotHere for an unknown guest and for one whose only check-in was undone. */
  async of(id: string, today: Temporal.PlainDate): Promise<GuestRecord> {
    const [guest, { ids }] = await Promise.all([this.guests.find(id), this.records.of(id)]);
    const stays = await this.guestStays.of(ids);
    if (!stays.some(({ guestId }) => guestId === id)) throw new NotHere();
    const [recorded, consents, talkFirst, happened, questions, others] = await Promise.all([
      Promise.all(stays.map((stay) => this.recorded(stay))),
      this.pages.manager.findBy(Consent, { guestId: In(ids) }),
      this.pages.manager.findBy(TalkFirst, { guestId: In(ids) }),
      this.parts.partsFor(id),
      this.told.asked(),
      this.pages.rows<{ name: string | null }>(TOGETHER, [JSON.stringify(ids), dayText.to(today)]),
    ]);
    const names = others.map(({ name }) => name);
    return { guest, stays: recorded, consents, talkFirst, happened, questions, others: names };
  }

  private async recorded(stay: GuestStay): Promise<RecordedStay> {
    const [tasks, departure, notes, told] = await Promise.all([
      this.pages.manager.findBy(StayTask, { stayId: stay.id, undoneAt: IsNull() }),
      this.pages.manager.findOneBy(Departure, { stayId: stay.id, undoneAt: IsNull() }),
      this.notes.ofStay(stay.id),
      this.told.of(stay.id),
    ]);
    return { stay, tasks, departure, notes, told };
  }
}

/** Who was here on a day on which they were; a day both for who left and who came (R6). */
const TOGETHER = `SELECT DISTINCT g.name FROM stays own JOIN stays s ON s.arrival_day <= coalesce(own.departure_day, ?2)
    AND coalesce(s.departure_day, ?2) >= own.arrival_day
  JOIN guests g ON g.id = s.guest_id
  WHERE own.guest_id IN (SELECT value FROM json_each(?1)) AND s.guest_id NOT IN (SELECT value FROM json_each(?1))
    AND own.undone_at IS NULL AND s.undone_at IS NULL AND g.name IS NOT NULL`;
