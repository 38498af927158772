import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { instantText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import { Clock } from '../domain/clock.js';
import { ChangedMeanwhile } from '../domain/conflict.js';
import { toMinute } from '../domain/house-time.js';
import { checkClock, isSameClock, type KindClock } from '../domain/incident-clock.js';

/** The clocks of the house, and the number of the last one set: it grows with each change. */
export interface Clocks {
  all: KindClock[];
  upTo: number;
}

interface Row extends KindClock {
  number: number;
}

/** How soon somebody must hear of each kind of happening: what holds now, and what held when something was written. */
@Injectable()
export class ClocksService {
  constructor(
    private readonly pages: PageReader,
    private readonly clock: Clock,
  ) {}

  /** As they were when the house had set `upTo`; as they are now without one. */
  async of(upTo: number | null = null, reader: EntityManager = this.pages.manager): Promise<Clocks> {
    const rows = await reader.query<Row[]>(CLOCKS, [upTo]);
    return {
      all: rows.map(({ kind, tellHours, reportHours, reportTo }) => ({
        kind,
        tellHours,
        reportHours,
        reportTo,
      })),
      upTo: Math.max(0, ...rows.map(({ number }) => number)),
    };
  }

  /**
   * Keeps those that are new. Throws ChangedMeanwhile when another was set since `seen` (R26), a RuleViolation as
   * `checkClock` does.
   */
  async keep(tx: EntityManager, wanted: readonly KindClock[], seen: number, personId: string): Promise<void> {
    const now = await this.of(null, tx);
    for (const clock of wanted) checkClock(clock);
    if (now.upTo !== seen) throw new ChangedMeanwhile('The clocks were changed by someone else meanwhile.');
    const at = instantText.to(toMinute(this.clock.now()));
    for (const clock of wanted) {
      const before = now.all.find(({ kind }) => kind === clock.kind) ?? NONE;
      if (isSameClock(before, clock)) continue;
      const { kind, tellHours, reportHours, reportTo } = clock;
      await tx.query(SET, [kind, tellHours, reportHours, reportTo, personId, at]);
    }
  }
}

const NONE: KindClock = { kind: '', tellHours: null, reportHours: null, reportTo: null };

const CLOCKS = `SELECT c.number, c.kind, c.tell_hours AS tellHours, c.report_hours AS reportHours, c.report_to AS reportTo
  FROM incident_clocks c WHERE c.number = (SELECT max(n.number) FROM incident_clocks n
    WHERE n.kind = c.kind AND n.number <= ifnull(?1, n.number)) ORDER BY c.number`;

const SET = `INSERT INTO incident_clocks (kind, tell_hours, report_hours, report_to, person_id, at)
  VALUES (?, ?, ?, ?, ?, ?)`;
