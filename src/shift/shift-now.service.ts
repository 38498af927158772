import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { SheetsService } from '../beds/sheets.service.js';
import type { House } from '../domain/house.js';
import { shiftAfter, shiftAt } from '../domain/shift.js';
import { FeedbackLists } from '../feedback/feedback-lists.service.js';
import { PlannedService } from '../house/planned.service.js';
import { KeysOut } from '../stays/keys-out.service.js';
import { HelpCounts } from '../without-bed/help-counts.service.js';

/** Who is there now and next, whether the night's sheet is settled, the keys that are out, what was done without a bed, the feedback that waits (R30). */
@Injectable()
export class ShiftNow {
  constructor(
    private readonly planned: PlannedService,
    private readonly sheets: SheetsService,
    private readonly keys: KeysOut,
    private readonly help: HelpCounts,
    private readonly feedback: FeedbackLists,
  ) {}

  async at(now: Temporal.Instant, house: House) {
    const running = shiftAt(house, now);
    const next = shiftAfter(house, running);
    const [people, nextPeople, isSheetSettled, keysOut, withoutBed, feedback] = await Promise.all([
      this.planned.between(running.start, running.end),
      this.planned.between(next.start, next.end),
      this.sheets.isSettled(house, now),
      this.keys.since(house.time.houseDay(now)),
      this.help.within(running, house),
      this.feedback.waiting(house.time.houseDay(now)),
    ]);
    return { people, nextPeople, isSheetSettled, keysOut, withoutBed, feedback };
  }
}
