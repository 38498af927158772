import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { ReportReader } from '../database/report-reader.js';
import type { House } from '../domain/house.js';
import { type OccupancyReport, occupancyReport } from '../domain/occupancy-report.js';
import { type ExpectedNight, OUTLOOK_NIGHTS, outlookOf } from '../domain/outlook.js';
import { type Period, periodBefore, yearBefore } from '../domain/period.js';
import { demandOnFile } from './demand-on-file.service.js';
import { withFirstRequests } from './first-requests.service.js';
import { nightsOnFile } from './nights-on-file.service.js';

/** A report with what it is held against, and what is planned from the house day on. */
export interface ComparedOccupancy {
  report: OccupancyReport;
  before: OccupancyReport;
  yearAgo: OccupancyReport;
  outlook: ExpectedNight[];
}

/** How full the house was, and is planned to be. */
@Injectable()
export class OccupancyService {
  constructor(private readonly reports: ReportReader) {}

  /** The report of this period, of the one before it, and of the same days a year earlier, all of one moment of the file. */
  compared(period: Period, house: House, now: Temporal.Instant): Promise<ComparedOccupancy> {
    const today = house.time.houseDay(now);
    const ahead = { start: today, end: today.add({ days: OUTLOOK_NIGHTS }) };
    return this.reports.together(async (reader) => ({
      report: await read(reader, period, house, now),
      before: await read(reader, periodBefore(period), house, now),
      yearAgo: await read(reader, yearBefore(period), house, now),
      outlook: outlookOf(await nightsOnFile(reader, ahead, house, now), today),
    }));
  }

  report(period: Period, house: House, now: Temporal.Instant): Promise<OccupancyReport> {
    return this.reports.together((reader) => read(reader, period, house, now));
  }
}

async function read(
  reader: EntityManager,
  period: Period,
  house: House,
  now: Temporal.Instant,
): Promise<OccupancyReport> {
  const nights = await nightsOnFile(reader, period, house, now);
  const stays = await withFirstRequests(reader, nights.stays);
  const demand = await demandOnFile(reader, period, house);
  return occupancyReport({ ...nights, stays, ...demand }, period, house.time.houseDay(now));
}
