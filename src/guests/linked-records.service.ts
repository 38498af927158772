import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PageReader } from '../database/page-reader.js';

/** SQL: who a guest is in the ledger, the record theirs is linked to or their own (R7). `guest` is a column or a value. */
export const keyOf = (guest: string): string =>
  `ifnull((SELECT link.same_as FROM linked_guests link WHERE link.guest_id = ${guest}), ${guest})`;

/** SQL: every record of the person whose key this is. */
export const recordsOf = (key: string): string =>
  `(SELECT ${key} AS id UNION ALL SELECT link.guest_id FROM linked_guests link WHERE link.same_as = ${key})`;

/** The records of one person (R46). */
export interface Records {
  /** The one the others are linked to comes first. */
  ids: string[];
  /** When the last of them was linked, as it stands in the file; null while there is one only. */
  linkedAt: string | null;
}

/** Which records are those of one person. */
@Injectable()
export class LinkedRecords {
  constructor(private readonly pages: PageReader) {}

  /** A guest nobody linked, or nobody knows, stands alone. */
  async of(guestId: string, reader: EntityManager = this.pages.manager): Promise<Records> {
    const rows = await reader.query<{ id: string; at: string | null }[]>(
      `SELECT record.id, link.linked_at AS at FROM ${recordsOf(keyOf('?1'))} record
        LEFT JOIN linked_guests link ON link.guest_id = record.id`,
      [guestId],
    );
    const linkedAt = rows.reduce<string | null>(
      (last, { at }) => ((at ?? '') > (last ?? '') ? at : last),
      null,
    );
    return { ids: rows.map(({ id }) => id), linkedAt };
  }
}
