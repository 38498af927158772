import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { Actor } from '../domain/person.js';
import type { ShownGuestNote } from './shown-guest-notes.service.js';

/** Notes with guests that are shown away from their stay are a look at each of those records (R44). */
@Injectable()
export class NoteLooks {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly audit: AuditService,
  ) {}

  /** One line for each stay, kept before the page is sent; none where no such note is shown. */
  async looked(who: Actor, act: string, notes: readonly ShownGuestNote[]): Promise<void> {
    const stays = new Set(notes.map(({ note }) => note.stayId));
    if (stays.size === 0) return;
    await this.unit.run(async (tx) => {
      for (const stay of stays) await this.audit.write(tx, who.id, act, stay);
    });
  }
}
