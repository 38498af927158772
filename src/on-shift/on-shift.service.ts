import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { type EntityManager, IsNull } from 'typeorm';
import { ActsService } from '../acts/acts.service.js';
import { UndoService } from '../acts/undo.service.js';
import type { Act } from '../domain/act.js';
import { Clock } from '../domain/clock.js';
import type { House } from '../domain/house.js';
import { toMinute } from '../domain/house-time.js';
import { OnShift, type ShiftRole } from '../domain/on-shift.js';
import type { Actor } from '../domain/person.js';
import { RuleViolation } from '../domain/rule-violation.js';
import { PeopleService } from '../people/people.service.js';
import { NotHere } from '../web/refusals.js';
import { paths } from '../web/paths.js';

/** Who is to be on shift or on call, from when to when. */
export interface ToPut {
  personId: string;
  role: ShiftRole;
  fromAt: Temporal.Instant;
  toAt: Temporal.Instant;
  phone: string | null;
}

/** Puts people on shift and on call, and takes them off (R30). */
@Injectable()
export class OnShiftService {
  constructor(
    private readonly people: PeopleService,
    private readonly acts: ActsService,
    private readonly clock: Clock,
    undo: UndoService,
  ) {
    undo.when('shift.put', (tx, act) => this.change(tx, act, { undoneAt: toMinute(this.clock.now()) }));
    undo.when('shift.takenOff', (tx, act) => this.change(tx, act, { endedAt: null, endedBy: null }));
  }

  /** Answers the act that can be undone. Throws a RuleViolation for someone who does not work here, and as OnShift does. */
  async put(tx: EntityManager, to: ToPut, who: Actor, house: House): Promise<string> {
    const isHere = (await this.people.workingHere()).some(({ id }) => id === to.personId);
    if (!isHere) throw new RuleViolation('person', 'Choose someone who works here');
    const now = toMinute(this.clock.now());
    const entry = new OnShift({ ...to, id: randomUUID(), putBy: who.id, putAt: now });
    await tx.insert(OnShift, entry);
    return this.record(tx, 'shift.put', entry.id, who, house);
  }

  /** From now on they are not; null when somebody took them off already. Throws NotHere for an unknown id. */
  async takeOff(tx: EntityManager, id: string, who: Actor, house: House): Promise<string | null> {
    const endedAt = toMinute(this.clock.now());
    const open = { id, endedAt: IsNull(), undoneAt: IsNull() };
    const { affected } = await tx.update(OnShift, open, { endedAt, endedBy: who.id });
    if (affected === 1) return this.record(tx, 'shift.takenOff', id, who, house);
    if (!(await tx.existsBy(OnShift, { id }))) throw new NotHere();
    return null;
  }

  private record(
    tx: EntityManager,
    kind: 'shift.put' | 'shift.takenOff',
    entry: string,
    who: Actor,
    house: House,
  ): Promise<string> {
    return this.acts.record(tx, who, house, { kind, details: { entry }, canBeUndone: true });
  }

  private async change(tx: EntityManager, { details }: Act, to: Partial<OnShift>): Promise<string> {
    await tx.update(OnShift, { id: details.entry!, undoneAt: IsNull() }, to);
    return paths.shiftPeople();
  }
}
