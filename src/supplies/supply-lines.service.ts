import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { ActsService } from '../acts/acts.service.js';
import { PageReader } from '../database/page-reader.js';
import type { House } from '../domain/house.js';
import type { Supply } from '../domain/supply.js';
import { SuppliesService } from './supplies.service.js';
import { linesView, type SupplyLinesView } from './supply-lines.views.js';

export type { SupplyLinesView } from './supply-lines.views.js';

/** A supply with the last look at it. */
export interface LookedAt {
  supply: Supply;
  /** Null when nobody looked yet. */
  lastAt: Temporal.Instant | null;
  lastOn: Temporal.PlainDate | null;
  personName: string | null;
}

interface Row {
  supplyId: string;
  at: string;
  on: string;
  personName: string;
}

/** What the shift page names of the supplies. */
@Injectable()
export class SupplyLines {
  constructor(
    private readonly pages: PageReader,
    private readonly supplies: SuppliesService,
    private readonly acts: ActsService,
  ) {}

  /** With `partials/supplies.hbs`: what is to be looked at or replaced, and what was looked at in this shift. */
  async toLookAt(house: House, now: Temporal.Instant, formToken: string): Promise<SupplyLinesView> {
    const undos = await this.acts.undoable('supply.looked', 'supply', now);
    return linesView(await this.all(), { house, now, undos, formToken });
  }

  async all(): Promise<LookedAt[]> {
    const [supplies, rows] = await Promise.all([this.supplies.all(), this.pages.rows<Row>(LAST_LOOKS, [])]);
    return supplies.map((supply) => {
      const last = rows.find(({ supplyId }) => supplyId === supply.id);
      return {
        supply,
        lastAt: last ? Temporal.Instant.from(last.at) : null,
        lastOn: last ? Temporal.PlainDate.from(last.on) : null,
        personName: last?.personName ?? null,
      };
    });
  }
}

const LAST_LOOKS = `SELECT l.supply_id AS supplyId, l.at, l.house_day AS "on", p.name AS personName
  FROM supplies s JOIN supply_looks l ON l.number = (SELECT max(look.number) FROM supply_looks look
    WHERE look.supply_id = s.id AND look.undone_at IS NULL)
  JOIN people p ON p.id = l.person_id`;
