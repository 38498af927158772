import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { PageReader } from '../database/page-reader.js';
import { updateVersion } from '../database/update-version.js';
import { Supply, type SupplyFacts } from '../domain/supply.js';
import { NotHere } from '../web/refusals.js';

/** A look at a supply, that stands or was taken back. */
export interface SupplyLook {
  id: string;
  at: Temporal.Instant;
  personName: string;
  /** Until when the new one is good; null when it was the same one. */
  renewedUntil: Temporal.PlainDate | null;
  isUndone: boolean;
}

/** What matters at night, and who looked at it. */
@Injectable()
export class SuppliesService {
  constructor(private readonly pages: PageReader) {}

  all(reader: EntityManager = this.pages.manager): Promise<Supply[]> {
    return reader.find(Supply, { order: { name: 'ASC' } });
  }

  /** Throws NotHere for an unknown id. */
  async find(id: string, reader: EntityManager = this.pages.manager): Promise<Supply> {
    const supply = await reader.findOneBy(Supply, { id });
    if (!supply) throw new NotHere();
    return supply;
  }

  /** Throws a RuleViolation as the supply does. */
  async add(tx: EntityManager, facts: SupplyFacts, today: Temporal.PlainDate): Promise<Supply> {
    const supply = new Supply({ ...facts, id: randomUUID() }, today);
    await tx.insert(Supply, supply);
    return supply;
  }

  /** Throws a RuleViolation, or ChangedMeanwhile when `version` is not its version (R26). */
  async change(
    tx: EntityManager,
    id: string,
    { version, ...facts }: SupplyFacts & { version: number },
    today: Temporal.PlainDate,
  ): Promise<void> {
    const supply = await this.find(id, tx);
    supply.change(facts, today);
    const { name, place, everyDays, goodUntil, onSince } = supply;
    await updateVersion(tx, Supply, { id, version }, { name, place, everyDays, goodUntil, onSince });
  }

  /** The newest first. */
  async looks(id: string, reader: EntityManager = this.pages.manager): Promise<SupplyLook[]> {
    const rows = await reader.query<LookRow[]>(LOOKS, [id]);
    return rows.map(({ at, renewedUntil, isUndone, ...row }) => ({
      ...row,
      at: Temporal.Instant.from(at),
      renewedUntil: renewedUntil === null ? null : Temporal.PlainDate.from(renewedUntil),
      isUndone: isUndone === 1,
    }));
  }
}

interface LookRow {
  id: string;
  at: string;
  personName: string;
  renewedUntil: string | null;
  isUndone: number;
}

const LOOKS = `SELECT l.id, l.at, p.name AS personName, l.undone_at IS NOT NULL AS isUndone,
    CASE WHEN l.good_after IS NOT l.good_before THEN l.good_after END AS renewedUntil
  FROM supply_looks l JOIN people p ON p.id = l.person_id WHERE l.supply_id = ? ORDER BY l.number DESC LIMIT 50`;
