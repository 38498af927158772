import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { ActsService } from '../acts/acts.service.js';
import { UndoService } from '../acts/undo.service.js';
import { dayText, instantText } from '../database/columns.js';
import { updateVersion } from '../database/update-version.js';
import type { Act } from '../domain/act.js';
import { Clock } from '../domain/clock.js';
import { CannotUndo } from '../domain/conflict.js';
import type { House } from '../domain/house.js';
import { toMinute } from '../domain/house-time.js';
import type { Actor } from '../domain/person.js';
import { Supply } from '../domain/supply.js';
import { paths } from '../web/paths.js';
import { SuppliesService } from './supplies.service.js';

/** Somebody looked at a supply, or took that back until the shift ends (R24). */
@Injectable()
export class SupplyLooks {
  constructor(
    private readonly supplies: SuppliesService,
    private readonly acts: ActsService,
    private readonly clock: Clock,
    undo: UndoService,
  ) {
    undo.when('supply.looked', (tx, act) => this.takeBack(tx, act));
  }

  /**
   * It is in its place; `renewedUntil` when there is a new one. Answers the act to undo. Throws NotHere, and a RuleViolation for
   * `goodUntil` that is over.
   */
  async look(
    tx: EntityManager,
    id: string,
    renewedUntil: Temporal.PlainDate | null,
    who: Actor,
    house: House,
  ): Promise<string> {
    const supply = await this.supplies.find(id, tx);
    const [before, now] = [supply.goodUntil, this.clock.now()];
    const today = house.time.houseDay(now);
    if (renewedUntil) {
      supply.renew(renewedUntil, today);
      await updateVersion(tx, Supply, supply, { goodUntil: supply.goodUntil });
    }
    const look = randomUUID();
    const at = instantText.to(toMinute(now));
    const days = [today, before, supply.goodUntil].map((day) => dayText.to(day) ?? null);
    await tx.query(LOOKED, [look, id, at, days[0], who.id, days[1], days[2]]);
    return this.acts.record(tx, who, house, {
      kind: 'supply.looked',
      details: { supply: id, look },
      canBeUndone: true,
    });
  }

  private async takeBack(tx: EntityManager, { details }: Act): Promise<string> {
    const supply = await this.supplies.find(details.supply!, tx);
    const [look] = await tx.query<Renewal[]>(
      'SELECT good_before AS was, good_after AS became FROM supply_looks WHERE id = ?',
      [details.look],
    );
    if (look!.was !== look!.became) await this.putBack(tx, supply, look!);
    const now = instantText.to(toMinute(this.clock.now()));
    await tx.query('UPDATE supply_looks SET undone_at = ? WHERE id = ?', [now, details.look]);
    return paths.shift();
  }

  private async putBack(tx: EntityManager, supply: Supply, { was, became }: Renewal): Promise<void> {
    if ((dayText.to(supply.goodUntil) ?? null) !== became)
      throw new CannotUndo('Its date was changed since then.');
    await updateVersion(tx, Supply, supply, {
      goodUntil: was === null ? null : Temporal.PlainDate.from(was),
    });
  }
}

/** Until when it was good, before and after. */
interface Renewal {
  was: string | null;
  became: string | null;
}

const LOOKED = `INSERT INTO supply_looks (id, supply_id, at, house_day, person_id, good_before, good_after)
  VALUES (?, ?, ?, ?, ?, ?, ?)`;
