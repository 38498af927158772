import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { supportKinds, supportTold, wasOffered } from '../domain/support.js';
import { DIED } from '../domain/departure-lists.js';
import { SupportService } from '../stays/support.service.js';
import { Dice } from './dice.js';
import type { Cast, Moment, Story, Thread, ToldStay } from './story.js';

/** What was there for guests, told with most of them within the hour before they leave. */
@Injectable()
export class SupportThread implements Thread {
  private dice = new Dice('support');

  constructor(
    private readonly support: SupportService,
    private readonly audit: AuditService,
  ) {}

  moments({ stays }: Story): Moment[] {
    this.dice = new Dice('support');
    return stays.flatMap((stay) => {
      const leaving = stay.leaving?.answers;
      if (!leaving || leaving.ending === DIED || stay.arrivedAt.until(leaving.leftAt).total('hours') < 6)
        return [];
      if (!this.dice.chance(75)) return [];
      const at = leaving.leftAt.subtract({ minutes: 40 });
      return [{ at, tell: (tx, cast) => this.tell(tx, cast, stay, at) }];
    });
  }

  private async tell(
    tx: EntityManager,
    { house, onShift, stays }: Cast,
    stay: ToldStay,
    at: Temporal.Instant,
  ): Promise<void> {
    const [who, stayId] = [onShift(at), stays.get(stay)!];
    await this.support.tell(tx, stayId, { ...this.told(), version: 0 }, who, house);
    await this.audit.write(tx, who.id, 'stays.support', stayId);
  }

  /** Some would rather not say, and some are not asked everything. */
  private told() {
    const kinds = supportKinds.map(({ code: kind }) => {
      const answer = this.dice.weighed(answers);
      return { kind, answer, way: wasOffered(answer) ? this.dice.weighed(ways) : '' };
    });
    return supportTold({ kinds, wellness: this.dice.weighed(plans), skipsTheRest: this.dice.chance(15) });
  }
}

const answers = [
  ['taken-up', 60],
  ['offered', 15],
  ['neither', 12],
  ['skipped', 8],
  ['not-asked', 5],
] as const;
const ways = [
  ['one', 50],
  ['both', 25],
  ['group', 15],
  ['', 10],
] as const;
const plans = [
  ['offered', 40],
  ['made', 20],
  ['theirs', 15],
  ['neither', 15],
  ['skipped', 10],
] as const;
