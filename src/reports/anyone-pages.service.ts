import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import {
  canBeCorrected,
  checkPeriod,
  type CountsToShare,
  type GivenOut,
  type Grid,
  lastOver,
  periodOf,
  toldToday,
} from '../domain/given-out.js';
import type { House } from '../domain/house.js';
import type { Period } from '../domain/period.js';
import type { SharedTable } from '../domain/shared-table.js';
import { GivenOutService } from './given-out.service.js';
import { OutcomesService } from './outcomes.service.js';

/** What stands on the page for anyone else. */
export interface AnyonePage {
  grid: Grid | null;
  /** Those that are over, the newest first. */
  periods: readonly Period[];
  period: Period | null;
  given: readonly GivenOut[];
  /** What was given out last, or what would be now. */
  tables: readonly SharedTable[];
  /** What a corrected one would tell; null where no reader would see a difference. */
  corrected: readonly SharedTable[] | null;
}

const PERIODS_SHOWN = { quarters: 8, years: 5 };

/** Reads what the page for anyone else is drawn from. */
@Injectable()
export class AnyonePages {
  constructor(
    private readonly givenOut: GivenOutService,
    private readonly outcomes: OutcomesService,
  ) {}

  /** Of the period, or of the last one that is over for null. Throws a RuleViolation for one that cannot be given out. */
  async of(period: Period | null, today: Temporal.PlainDate, house: House): Promise<AnyonePage> {
    const grid = await this.givenOut.grid();
    if (!grid) return { grid, period: null, periods: [], given: [], tables: [], corrected: null };
    const chosen = period ?? lastOver(grid, today);
    checkPeriod(grid, chosen, today);
    const given = await this.givenOut.given(chosen);
    const counts = await this.outcomes.toShare(chosen, today, house);
    return { grid, period: chosen, periods: periodsOver(grid, today), given, ...toldOf(counts, given) };
  }
}

function toldOf(counts: CountsToShare, given: readonly GivenOut[]) {
  const last = given.at(-1);
  if (!last) return { tables: toldToday(counts, given), corrected: null };
  return { tables: last.shared, corrected: canBeCorrected(counts, given) ? toldToday(counts, given) : null };
}

function periodsOver(grid: Grid, today: Temporal.PlainDate): Period[] {
  const periods = [lastOver(grid, today)];
  while (periods.length < PERIODS_SHOWN[grid])
    periods.push(periodOf(grid, periods.at(-1)!.start.subtract({ days: 1 })));
  return periods;
}
