import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { possibleResults } from '../domain/follow-up-offer.js';
import { type FollowUpNow, FollowUpsService } from '../follow-ups/follow-ups.service.js';
import { AskedService } from '../follow-ups/asked.service.js';
import { TriesService } from '../follow-ups/tries.service.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { QuestionsService } from '../questions/questions.service.js';
import { Dice } from './dice.js';
import { inventedAnswer } from './invented-answers.js';
import { onHouseDay } from './story-days.js';
import type { Cast, Moment, Story, Thread } from './story.js';

/** The hours at which somebody has time to ring. */
const HOURS = ['10:30', '15:05', '18:30'];
/** On the last days nobody came to it: something is left to try out. */
const LEFT_TO_DO_DAYS = 3;

const weights: Record<string, number> = {
  talked: 44,
  no_answer: 36,
  message_left: 10,
  later: 6,
  someone_else: 3,
  wrong_number: 3,
  mail_back: 3,
  not_this_one: 3,
  stop_all: 1,
  called_us: 2,
};

interface Asking {
  id: string;
  who: Actor;
  house: House;
  dice: Dice;
}

/** Keeping in touch with those who said yes to it. */
@Injectable()
export class TriesThread implements Thread {
  constructor(
    private readonly followUps: FollowUpsService,
    private readonly tries: TriesService,
    private readonly asked: AskedService,
    private readonly questions: QuestionsService,
    private readonly audit: AuditService,
  ) {}

  moments({ house, start, today }: Story): Moment[] {
    const days = start.until(today, { largestUnit: 'day' }).days - LEFT_TO_DO_DAYS;
    return Array.from({ length: Math.max(0, days) }, (_, day) => start.add({ days: day })).flatMap((day) =>
      HOURS.map((clock) => {
        const at = onHouseDay(house.time, day, clock);
        return { at, tell: (tx: EntityManager, cast: Cast) => this.ring(tx, cast, at) };
      }),
    );
  }

  private async ring(tx: EntityManager, { house, onShift }: Cast, at: Temporal.Instant): Promise<void> {
    const who = onShift(at);
    for (const each of await this.followUps.open(house, at, tx)) {
      // Ids are new each time the story is told: chance hangs on what stays the same
      const dice = new Dice(
        `${each.guest.name} ${each.followUp.point} ${each.tries.length} ${at.toString()}`,
      );
      const result = resultOf(each, dice);
      if (result === null) continue;
      const { id, version } = each.followUp;
      await this.tries.write(tx, id, { version, channel: null, result, at, nextTryAt: null }, who, house);
      await this.audit.write(tx, who.id, 'followUps.try', id);
      if (result === 'talked' && dice.chance(70)) await this.ask(tx, { id, who, house, dice });
    }
  }

  /** They have time for a few questions. */
  private async ask(tx: EntityManager, { id, who, house, dice }: Asking): Promise<void> {
    const answers = (await this.questions.at('follow-up', tx)).map((question) =>
      inventedAnswer(dice, question, 'follow-up'),
    );
    await this.asked.keep(tx, id, { language: 'en', answers }, who, house);
    await this.audit.write(tx, who.id, 'followUps.ask', id);
  }
}

/** Most of what can be made is made; now and then somebody calls the house. */
function resultOf({ offer, consent }: FollowUpNow, dice: Dice): string | null {
  const isMade = offer.kind === 'now' ? dice.chance(75) : offer.kind === 'waiting' && dice.chance(1);
  if (!isMade) return null;
  const results = possibleResults(offer, consent).filter(({ code }) => code in weights);
  return dice.weighed(results.map(({ code }) => [code, weights[code]!] as const));
}
