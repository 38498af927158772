import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { House } from '../domain/house.js';
import type { Period } from '../domain/period.js';
import { RuleViolation } from '../domain/rule-violation.js';
import { aboutSheet, dictionarySheet } from './about.views.js';
import { anyoneSheet } from './anyone.views.js';
import { GivenOutService } from './given-out.service.js';
import { OutcomesService } from './outcomes.service.js';
import type { Sheet } from './sheet.service.js';

/** For whom a file of outcomes is made. */
export type Reader = 'inside' | 'anyone';

/** Who asks for it, of which house, and when. */
interface Asked {
  who: { name: string };
  house: House;
  now: Temporal.Instant;
  period: Period;
}

/** What the files of outcomes hold, by who will read them (R39). The first sheet is what a CSV file has. */
@Injectable()
export class OutcomeFiles {
  constructor(
    private readonly outcomes: OutcomesService,
    private readonly givenOut: GivenOutService,
  ) {}

  /** Throws a RuleViolation for `sharing` when a period was not given out to anyone yet. */
  of(reader: Reader, asked: Asked): Promise<[Sheet, ...Sheet[]]> {
    return reader === 'inside' ? this.rows(asked) : this.counts(asked);
  }

  private async rows({ who, house, now, period }: Asked): Promise<[Sheet, ...Sheet[]]> {
    const { columns, rows } = await this.outcomes.rows(period, house.time.houseDay(now), house);
    return [
      { name: 'Stays that left', columns: columns.map(({ name }) => name), rows },
      dictionarySheet(columns),
      aboutSheet({ house, period, madeBy: who.name, madeAt: now, filter: ROWS, smallNumbers: SHOWN }),
    ];
  }

  /** As it was given out, word for word. */
  private async counts({ who, house, period }: Asked): Promise<[Sheet, ...Sheet[]]> {
    const last = (await this.givenOut.given(period)).at(-1);
    if (!last) throw new RuleViolation('sharing', 'Give it out first: nothing was exported');
    const about = { house, period, madeBy: who.name, madeAt: last.madeAt, smallNumbers: HIDDEN };
    const filter = last.version === 1 ? COUNTS : `${COUNTS}; corrected on ${last.houseDay.toString()}`;
    return [anyoneSheet(last.shared), aboutSheet({ ...about, filter })];
  }
}

const ROWS = 'A row for each stay that left in the period, by house day';
const SHOWN = 'Not hidden: for the house alone';
const COUNTS = 'Counts of the stays that left in the period, by house day';
const HIDDEN = 'Counts of 1 to 10 read “fewer than 11”; “not shown” keeps them from being worked out';
