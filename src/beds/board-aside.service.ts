import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { RingBacks } from '../calls/ring-backs.service.js';
import { ExceptionLooks } from '../exceptions/exception-looks.service.js';
import type { House } from '../domain/house.js';
import { mayDo } from '../domain/permissions.js';
import type { Actor } from '../domain/person.js';
import { FollowUpsService } from '../follow-ups/follow-ups.service.js';
import { NoteBox } from '../notes/note-box.service.js';
import { NotesService } from '../notes/notes.service.js';
import { WaitlistService } from '../waitlist/waitlist.service.js';
import type { AsideFacts } from './aside.views.js';

/** Gathers what stands beside the beds: counts, and the box for a note. */
@Injectable()
export class BoardAside {
  constructor(
    private readonly exceptions: ExceptionLooks,
    private readonly notes: NotesService,
    private readonly noteBox: NoteBox,
    private readonly followUps: FollowUpsService,
    private readonly waitlist: WaitlistService,
    private readonly rings: RingBacks,
  ) {}

  async now(who: Actor, house: House, now: Temporal.Instant): Promise<AsideFacts> {
    const [exceptions, notes, due, waitlist, rings, noteBox] = await Promise.all([
      mayDo(who.role, 'exceptions.look') ? this.exceptions.countFor(who.id) : 0,
      this.notes.living(house, now),
      this.followUps.due(house, now),
      this.waitlist.count(house.time.houseDay(now)),
      this.rings.count(now),
      this.noteBox.for(who, house, now),
    ]);
    return {
      exceptions,
      noteCount: notes.filter(({ note }) => note.doneAt === null).length,
      due,
      waitlist,
      rings,
      noteBox,
    };
  }
}
