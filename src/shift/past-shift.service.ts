import { Injectable } from '@nestjs/common';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import type { Shift } from '../domain/shift.js';
import { LapsedHolds } from '../holds/lapsed-holds.service.js';
import { PlannedService } from '../house/planned.service.js';
import { IncidentLines } from '../incidents/incident-lines.service.js';
import { NoteLooks } from '../notes/note-looks.service.js';
import { ShownGuestNotes } from '../notes/shown-guest-notes.service.js';
import { ShownNotes } from '../notes/shown-notes.service.js';
import { HelpCounts } from '../without-bed/help-counts.service.js';
import { HappenedService } from './happened.service.js';

/** What a shift that is over is drawn from. */
export type PastShift = Awaited<ReturnType<PastShifts['of']>>;

/** Gathers what happened in a shift that is over and what was written in it, as it reads now (R30). */
@Injectable()
export class PastShifts {
  constructor(
    private readonly happenings: HappenedService,
    private readonly lapsed: LapsedHolds,
    private readonly incidents: IncidentLines,
    private readonly planned: PlannedService,
    private readonly notes: ShownNotes,
    private readonly guestNotes: ShownGuestNotes,
    private readonly looks: NoteLooks,
    private readonly help: HelpCounts,
  ) {}

  /** Whose notes are shown is written down before they are (R44). */
  async of(shift: Shift, who: Actor, house: House) {
    const [happened, lapsed, incidents, people, notes, guestNotes, withoutBed] = await Promise.all([
      this.happenings.within(shift),
      this.lapsed.since(shift.start, house, shift.end),
      this.incidents.within(shift, who, house),
      this.planned.between(shift.start, shift.end),
      this.notes.writtenWithin(shift),
      this.guestNotes.writtenWithin(shift),
      this.help.within(shift, house),
    ]);
    await this.looks.looked(who, 'shift.past.view', guestNotes);
    return { shift, happened, lapsed, incidents, people, notes, guestNotes, withoutBed };
  }
}
