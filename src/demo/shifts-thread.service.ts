import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { type Shift, shiftAfter, shiftAt } from '../domain/shift.js';
import { OnShiftService, type ToPut } from '../on-shift/on-shift.service.js';
import { onHouseDay } from './story-days.js';
import type { Cast, Moment, Story, Thread } from './story.js';

/** Three shifts a day: from the day before the last to some days after it. */
const SHIFTS = 21;

/** Who is on shift and on call around the last day of the story: whoever practises finds them there. */
@Injectable()
export class ShiftsThread implements Thread {
  constructor(
    private readonly onShift: OnShiftService,
    private readonly audit: AuditService,
  ) {}

  moments({ house, today }: Story): Moment[] {
    const at = onHouseDay(house.time, today.subtract({ days: 2 }), '15:00');
    return [{ at, tell: (tx, cast) => this.plan(tx, cast, at) }];
  }

  private async plan(tx: EntityManager, cast: Cast, at: Temporal.Instant): Promise<void> {
    const shifts = [shiftAt(cast.house, at)];
    while (shifts.length < SHIFTS) shifts.push(shiftAfter(cast.house, shifts.at(-1)!));
    for (const { start, end } of shifts) {
      const personId = cast.onShift(start).id;
      await this.put(tx, cast, { personId, role: 'shift', fromAt: start, toAt: end, phone: null }, at);
    }
    await this.put(tx, cast, onCallFor(cast, shifts), at);
  }

  private async put(tx: EntityManager, { house, onShift }: Cast, to: ToPut, at: Temporal.Instant) {
    const who = onShift(at);
    await this.onShift.put(tx, to, who, house);
    await this.audit.write(tx, who.id, 'shift.people', to.personId);
  }
}

/** Ines, who is second in the team, all the while. */
const onCallFor = ({ team }: Cast, shifts: readonly Shift[]): ToPut => ({
  personId: team[1]!.id,
  role: 'on-call',
  fromAt: shifts[0]!.start,
  toAt: shifts.at(-1)!.end,
  phone: '555-0100',
});
