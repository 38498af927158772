import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { SheetsService } from '../beds/sheets.service.js';
import type { House } from '../domain/house.js';
import { shiftAfter, shiftAt } from '../domain/shift.js';
import { FeedbackLists } from '../feedback/feedback-lists.service.js';
import { PlannedService } from '../house/planned.service.js';
import { PlaceReports } from '../places/place-reports.service.js';
import { KeysOut } from '../stays/keys-out.service.js';
import { ThingsLeft } from '../stays/things-left.service.js';
import { ReadyToLeaveService } from '../stays/ready-to-leave.service.js';
import { HelpCounts } from '../without-bed/help-counts.service.js';

/** What stands now beside the beds: who is there, the sheet, keys, things left, help without a bed, feedback that waits (R30). */
@Injectable()
export class ShiftNow {
  constructor(
    private readonly planned: PlannedService,
    private readonly sheets: SheetsService,
    private readonly keys: KeysOut,
    private readonly ready: ReadyToLeaveService,
    private readonly left: ThingsLeft,
    private readonly help: HelpCounts,
    private readonly feedback: FeedbackLists,
    private readonly reports: PlaceReports,
  ) {}

  async at(now: Temporal.Instant, house: House) {
    const running = shiftAt(house, now);
    const next = shiftAfter(house, running);
    const today = house.time.houseDay(now);
    const [people, nextPeople, isSheetSettled, keysOut, toGetReady, things] = await Promise.all([
      this.planned.between(running.start, running.end),
      this.planned.between(next.start, next.end),
      this.sheets.isSettled(house, now),
      this.keys.since(today),
      this.ready.asked(today),
      this.left.asked(today),
    ]);
    const beside = {
      withoutBed: await this.help.within(running, house),
      feedback: await this.feedback.waiting(today),
      trouble: await this.reports.counts(),
    };
    return { people, nextPeople, isSheetSettled, keysOut, toGetReady, things, ...beside };
  }
}
