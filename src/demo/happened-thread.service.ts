import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { TELL } from '../domain/incident-clock.js';
import { IncidentActs } from '../incidents/incident-acts.service.js';
import { IncidentParts } from '../incidents/incident-parts.service.js';
import { IncidentsService } from '../incidents/incidents.service.js';
import { GLASS, GLASS_PART, LEAK } from './invented-happenings.js';
import { onHouseDay } from './story-days.js';
import type { Cast, Moment, Story, Thread, ToldStay } from './story.js';

/** Something happened twice: once it is closed and a guest can read their part, once it is open. */
@Injectable()
export class HappenedThread implements Thread {
  constructor(
    private readonly incidents: IncidentsService,
    private readonly incidentActs: IncidentActs,
    private readonly parts: IncidentParts,
    private readonly audit: AuditService,
  ) {}

  moments(story: Story): Moment[] {
    const at = (days: number, clock: string) =>
      onHouseDay(story.house.time, story.today.add({ days }), clock);
    // Jasper, who stays on, is there on all of these days
    const jasper = story.stays.find(({ bed, leaving }) => bed === 'Cedar' && leaving === null);
    if (!jasper) return [];
    let glass = '';
    return [
      {
        at: at(-4, '19:30'),
        tell: async (tx, cast) => void (glass = await this.glass(tx, cast, at(-4, '19:10'), jasper)),
      },
      { at: at(-4, '19:40'), tell: (tx, cast) => this.told(tx, cast, glass, at(-4, '19:40')) },
      { at: at(-3, '09:10'), tell: (tx, cast) => this.close(tx, cast, glass, at(-3, '09:10'), jasper) },
      { at: at(-1, '21:50'), tell: (tx, cast) => this.leak(tx, cast, at(-1, '21:50')) },
    ];
  }

  private async glass(
    tx: EntityManager,
    { house, onShift, stays }: Cast,
    at: Temporal.Instant,
    jasper: ToldStay,
  ): Promise<string> {
    const who = onShift(at);
    const told = { ...GLASS, happenedAt: at, people: [who.id], guests: [stays.get(jasper)!] };
    const { subjectId } = await this.incidents.write(tx, told, who, house);
    await this.audit.write(tx, who.id, 'happened.write', subjectId);
    return subjectId!;
  }

  private async told(
    tx: EntityManager,
    { house, onShift }: Cast,
    id: string,
    at: Temporal.Instant,
  ): Promise<void> {
    await this.incidentActs.answer(tx, id, { due: TELL, why: null }, onShift(at), house);
    await this.audit.write(tx, onShift(at).id, 'happened.told', id);
  }

  private async close(
    tx: EntityManager,
    cast: Cast,
    id: string,
    at: Temporal.Instant,
    jasper: ToldStay,
  ): Promise<void> {
    const { house, onShift, guests } = cast;
    const who = onShift(at);
    await this.parts.write(tx, id, { guestId: guests.get(jasper.guest)!, text: GLASS_PART }, who, house);
    const { version } = await this.incidents.find(id, tx);
    await this.incidentActs.close(tx, id, version, who, house);
    for (const act of ['happened.change', 'happened.close']) await this.audit.write(tx, who.id, act, id);
  }

  private async leak(tx: EntityManager, { house, onShift }: Cast, at: Temporal.Instant): Promise<void> {
    const who = onShift(at);
    const told = { ...LEAK, happenedAt: at, people: [], guests: [] };
    const { subjectId } = await this.incidents.write(tx, told, who, house);
    await this.audit.write(tx, who.id, 'happened.write', subjectId);
  }
}
