import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { House } from '../domain/house.js';
import type { Role } from '../domain/person.js';
import { RecordService } from './record.service.js';
import { recordView } from './record.views.js';

export type RecordView = ReturnType<typeof recordView>;

/** What is written about a guest as it stands on their print-out, for every page that shows it. */
@Injectable()
export class RecordPages {
  constructor(private readonly records: RecordService) {}

  /** Throws NotHere as RecordService does. */
  async view(
    guestId: string,
    around: { house: House; now: Temporal.Instant; role: Role },
  ): Promise<RecordView> {
    const record = await this.records.of(guestId, around.house.time.houseDay(around.now));
    return recordView({ ...record, ...around });
  }
}
