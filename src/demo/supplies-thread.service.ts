import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { SupplyLooks } from '../supplies/looks.service.js';
import { SuppliesService } from '../supplies/supplies.service.js';
import { onHouseDay } from './story-days.js';
import type { Cast, Moment, Story, Thread } from './story.js';

/** Where each is, when somebody looked, in how many days it goes off: one is due, one is to be replaced, one is fine. */
const SUPPLIES = [
  { id: 'naloxone', name: 'Naloxone', place: 'Hall cupboard, top shelf', lookedOn: -3, goodFor: 20 },
  { id: 'first-aid', name: 'First aid kit', place: 'Kitchen, left of the door', lookedOn: -10, goodFor: 300 },
  {
    id: 'smoke-alarms',
    name: 'Smoke alarms',
    place: 'One in each hall, and the kitchen',
    lookedOn: -31,
    goodFor: null,
  },
] as const;

type Told = (typeof SUPPLIES)[number];

/** What matters at night, and who looked at it. */
@Injectable()
export class SuppliesThread implements Thread {
  constructor(
    private readonly supplies: SuppliesService,
    private readonly looks: SupplyLooks,
    private readonly audit: AuditService,
  ) {}

  moments({ house, today }: Story): Moment[] {
    const at = (days: number, clock: string) => onHouseDay(house.time, today.add({ days }), clock);
    return SUPPLIES.flatMap((supply) => [
      { at: at(-32, '12:15'), tell: (tx, cast) => this.switchOn(tx, cast, supply, at(-32, '12:15'), today) },
      {
        at: at(supply.lookedOn, '15:05'),
        tell: (tx, cast) => this.look(tx, cast, supply, at(supply.lookedOn, '15:05')),
      },
    ]);
  }

  private async switchOn(
    tx: EntityManager,
    { house, onShift }: Cast,
    { id, name, place, goodFor }: Told,
    at: Temporal.Instant,
    today: Temporal.PlainDate,
  ): Promise<void> {
    const goodUntil = goodFor === null ? null : today.add({ days: goodFor });
    const facts = { name, place, everyDays: 30, goodUntil, isOn: true, version: 1 };
    await this.supplies.change(tx, id, facts, house.time.houseDay(at));
    await this.audit.write(tx, onShift(at).id, 'settings.manage', id);
  }

  private async look(
    tx: EntityManager,
    { house, onShift }: Cast,
    { id }: Told,
    at: Temporal.Instant,
  ): Promise<void> {
    await this.looks.look(tx, id, null, onShift(at), house);
    await this.audit.write(tx, onShift(at).id, 'supplies.look', id);
  }
}
