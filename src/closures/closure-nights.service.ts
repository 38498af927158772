import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { BedsService } from '../beds/beds.service.js';
import { updateVersion } from '../database/update-version.js';
import type { Bed } from '../domain/bed.js';
import { Clock } from '../domain/clock.js';
import { Closure, type ClosureDates } from '../domain/closure.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { GuardService } from '../ledger/guard.service.js';
import { LedgerService } from '../ledger/ledger.service.js';

/** Keeps a closure and the nights it claims in step (R5, R11). */
@Injectable()
export class ClosureNights {
  constructor(
    private readonly beds: BedsService,
    private readonly guard: GuardService,
    private readonly ledger: LedgerService,
    private readonly clock: Clock,
  ) {}

  /** Throws BedTaken when a night of it has another claim, a RuleViolation for dates that cannot be. */
  async close(
    tx: EntityManager,
    bed: Bed,
    dates: ClosureDates,
    isPlanned: boolean,
    who: Actor,
    house: House,
    madeAt = this.clock.now(),
  ): Promise<Closure> {
    const facts = { id: randomUUID(), bedId: bed.id, isPlanned, madeBy: who.id };
    const closure = new Closure({ ...facts, ...dates }, house, madeAt);
    const endNight = closure.endNight(bed, house.time.houseDay(this.clock.now()));
    const nights = { bedId: bed.id, firstNight: dates.firstNight, endNight };
    await this.guard.check(tx, { ...nights, isEntered: !isPlanned });
    await this.ledger.close(tx, nights, closure.id);
    await tx.insert(Closure, closure);
    return closure;
  }

  /** For its new dates, its old claim let go. Nights that passed to a guest who stayed on stay theirs (R8). Throws BedTaken. */
  async claimAgain(
    tx: EntityManager,
    closure: Closure,
    before: Temporal.PlainDate,
    today: Temporal.PlainDate,
  ): Promise<void> {
    const { id, bedId, firstNight } = closure;
    const bed = await this.beds.find(bedId, tx);
    const first = firstNight.equals(before) ? await this.ledger.firstNightOf(tx, id) : firstNight;
    const nights = { bedId, firstNight: first, endNight: closure.endNight(bed, today) };
    await this.guard.check(tx, { ...nights, own: [id] });
    await this.ledger.moveTo(tx, id, nights);
  }

  /** Keeps how it ended. Nights that have begun stay closed; what was undone or never began claims none. */
  async end(tx: EntityManager, closure: Closure): Promise<void> {
    const { id, version, ending, endedAt, endedOn } = closure;
    const first = await this.ledger.firstNightOf(tx, id);
    const endNight = ending === 'used-again' ? endedOn! : first;
    await this.ledger.moveTo(tx, id, { firstNight: first, endNight });
    await updateVersion(tx, Closure, { id, version }, { ending, endedAt, endedOn });
  }
}
