import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { dayText, instantText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import { Clock } from '../domain/clock.js';
import { ChangedMeanwhile } from '../domain/conflict.js';
import { HouseLists, listKinds } from '../domain/house-lists.js';
import { type HouseEntry, HouseList, type ListKind, type ListWish } from '../domain/house-list.js';
import { changesOf } from '../domain/list-changes.js';
import { toMinute } from '../domain/house-time.js';

/** A version a manager saved. */
export interface SavedList {
  number: number;
  entries: readonly HouseEntry[];
  at: Temporal.Instant;
  personName: string;
}

interface Row extends Omit<HouseEntry, 'retiredOn'> {
  list: string;
  number: number;
  retiredOn: string | null;
}

/** The ready answers of the house in its own words: what they are now, and what they were. */
@Injectable()
export class ListsService {
  constructor(
    private readonly pages: PageReader,
    private readonly clock: Clock,
  ) {}

  /** Every list in its newest version. */
  async all(reader: EntityManager = this.pages.manager): Promise<HouseLists> {
    const rows = await reader.query<Row[]>(NEWEST, [EVERY_LIST]);
    return new HouseLists(listKinds.map((kind) => listOf(kind, rows)));
  }

  /** What managers saved of this list, oldest first; the first version is the one that ships. */
  async versions(kind: ListKind): Promise<{ shipped: readonly HouseEntry[]; saved: SavedList[] }> {
    const [rows, saved] = await Promise.all([
      this.pages.rows<Row>(`${ENTRIES} WHERE e.list = ? ORDER BY e.number, e.position`, [kind.name]),
      this.pages.rows<{ number: number; at: string; personName: string }>(SAVED, [kind.name]),
    ]);
    const of = (number: number) => rows.filter((row) => row.number === number).map(entryOf);
    return {
      shipped: of(1),
      saved: saved.map(({ at, ...each }) => ({
        ...each,
        at: Temporal.Instant.from(at),
        entries: of(each.number),
      })),
    };
  }

  /**
   * Keeps the list as it is wanted, as its next version; nothing new makes none. Throws ChangedMeanwhile when `seen` is not
   * the newest version (R26), a RuleViolation as `HouseList.next` does.
   */
  async keep(
    tx: EntityManager,
    kind: ListKind,
    { seen, wish }: { seen: number; wish: ListWish },
    by: { personId: string; today: Temporal.PlainDate },
  ): Promise<void> {
    const list = listOf(kind, await tx.query<Row[]>(NEWEST, [JSON.stringify([kind.name])]));
    if (seen !== list.number) throw new ChangedMeanwhile('The list was changed by someone else meanwhile.');
    const next = list.next(wish, by.today);
    if (changesOf(list.entries, next).length === 0) return;
    const at = instantText.to(toMinute(this.clock.now()));
    await tx.query('INSERT INTO list_versions VALUES (?, ?, ?, ?)', [kind.name, seen + 1, by.personId, at]);
    for (const [index, entry] of next.entries())
      await tx.query('INSERT INTO list_entries VALUES (?, ?, ?, ?, ?, ?, ?)', [
        kind.name,
        seen + 1,
        index + 1,
        entry.code,
        entry.label,
        entry.group,
        dayText.to(entry.retiredOn) ?? null,
      ]);
  }
}

const ENTRIES = `SELECT e.list, e.number, e.code, e.label, e.in_group AS "group", e.retired_on AS retiredOn
  FROM list_entries e`;

/** Of each list that is asked for, found by its newest version and not among all there were: every page asks this. */
const NEWEST = `SELECT e.list, e.number, e.code, e.label, e.in_group AS "group", e.retired_on AS retiredOn
  FROM list_entries e JOIN json_each(?) kind ON e.list = kind.value
    AND e.number = (SELECT max(v.number) FROM list_versions v WHERE v.list = kind.value)
  ORDER BY e.list, e.position`;

const EVERY_LIST = JSON.stringify(listKinds.map(({ name }) => name));

const SAVED = `SELECT v.number, v.at, p.name AS personName
  FROM list_versions v JOIN people p ON p.id = v.person_id WHERE v.list = ? ORDER BY v.number`;

const entryOf = ({ code, label, group, retiredOn }: Row): HouseEntry => ({
  code,
  label,
  group,
  retiredOn: retiredOn === null ? null : Temporal.PlainDate.from(retiredOn),
});

function listOf(kind: ListKind, rows: readonly Row[]): HouseList {
  const own = rows.filter(({ list }) => list === kind.name);
  return new HouseList(kind, own[0]!.number, own.map(entryOf));
}
