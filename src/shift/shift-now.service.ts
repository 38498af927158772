import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { SheetsService } from '../beds/sheets.service.js';
import type { House } from '../domain/house.js';
import { shiftAfter, shiftAt } from '../domain/shift.js';
import { PlannedService } from '../house/planned.service.js';
import { KeysOut } from '../stays/keys-out.service.js';
import { ThingsLeft } from '../stays/things-left.service.js';
import { ReadyToLeaveService } from '../stays/ready-to-leave.service.js';

/** Who is there now and next, whether the night's sheet is settled, and the keys that are out (R30). */
@Injectable()
export class ShiftNow {
  constructor(
    private readonly planned: PlannedService,
    private readonly sheets: SheetsService,
    private readonly keys: KeysOut,
    private readonly ready: ReadyToLeaveService,
    private readonly left: ThingsLeft,
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
    return { people, nextPeople, isSheetSettled, keysOut, toGetReady, things };
  }
}
