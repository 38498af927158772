import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { RingBacks } from '../calls/ring-backs.service.js';
import { ExceptionLooks } from '../exceptions/exception-looks.service.js';
import type { House } from '../domain/house.js';
import { mayDo } from '../domain/permissions.js';
import type { Actor } from '../domain/person.js';
import { FollowUpsService } from '../follow-ups/follow-ups.service.js';
import { NoteBox } from '../notes/note-box.service.js';
import { ReadingService } from '../notes/reading.service.js';
import { ShownNotes } from '../notes/shown-notes.service.js';
import { WaitlistService } from '../waitlist/waitlist.service.js';
import type { AsideFacts } from './aside.views.js';

/** Gathers what stands beside the beds: counts, and the box for a note. */
@Injectable()
export class BoardAside {
  constructor(
    private readonly exceptions: ExceptionLooks,
    private readonly notes: ShownNotes,
    private readonly reading: ReadingService,
    private readonly noteBox: NoteBox,
    private readonly followUps: FollowUpsService,
    private readonly waitlist: WaitlistService,
    private readonly rings: RingBacks,
  ) {}

  async now(who: Actor, house: House, now: Temporal.Instant): Promise<AsideFacts> {
    const [exceptions, notes, fresh, due, waitlist, rings, noteBox] = await Promise.all([
      mayDo(who.role, 'exceptions.look') ? this.exceptions.countFor(who.id) : 0,
      this.notes.living(house, now),
      this.reading.newFor(who.id),
      this.followUps.due(house, now),
      this.waitlist.count(house.time.houseDay(now)),
      this.rings.count(now),
      this.noteBox.for(who, house, now),
    ]);
    return {
      exceptions,
      noteCount: notes.filter(({ note, takenBack }) => note.doneAt === null && !note.isPinned && !takenBack)
        .length,
      freshCount: fresh.length,
      due,
      waitlist,
      rings,
      noteBox,
    };
  }
}
