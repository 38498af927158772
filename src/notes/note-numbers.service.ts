import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** The one counter of notes and amendments, whichever they are about (R29). */
@Injectable()
export class NoteNumbers {
  /** The number of what is written next in this unit of work. The file keeps it once, and no other before it. */
  async next(tx: EntityManager): Promise<number> {
    const [row] = await tx.query<{ next: number }[]>(
      'SELECT coalesce(max(number), 0) + 1 AS next FROM note_numbers',
    );
    return row!.next;
  }
}
