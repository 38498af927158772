import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { CallsService } from '../calls/calls.service.js';
import type { CallAnswers } from '../domain/call.js';
import { Dice } from './dice.js';
import { callAtTheEnd } from './scripted.js';
import { onHouseDay } from './story-days.js';
import type { Cast, Moment, Story, Thread } from './story.js';

const MOST_A_DAY = 4;

const lines = [
  ['phone', 82],
  ['door', 12],
  ['message', 6],
] as const;

const callers = [
  ['self', 46],
  ['family', 22],
  ['not_said', 14],
  ['provider', 13],
  ['official', 3],
  ['other', 2],
] as const;

const outcomes = [
  ['talked', 38],
  ['gave_information', 24],
  ['coming', 12],
  ['no_stay', 9],
  ['sent_elsewhere', 6],
  ['rang_off', 6],
  ['asked_about', 5],
] as const;

const reasons = [
  ['no_bed', 55],
  ['no_staff', 10],
  ['outside_area', 15],
  ['own_choice', 20],
] as const;

/** Who rang, came to the door or wrote. */
@Injectable()
export class CallsThread implements Thread {
  constructor(
    private readonly calls: CallsService,
    private readonly audit: AuditService,
  ) {}

  moments({ house, start, today }: Story): Moment[] {
    const dice = new Dice('calls');
    // Of its own, so that the calls stay the ones they were
    const clock = new Dice('minutes of calls');
    const days = start.until(today, { largestUnit: 'day' }).days;
    const last = callAtTheEnd(house, today);
    const scripted = {
      at: last.at,
      tell: (tx: EntityManager, cast: Cast) => this.log(tx, cast, last.at, last.call),
    };
    const invented = Array.from({ length: days }, (_, day) => start.add({ days: day })).flatMap((day) =>
      Array.from({ length: dice.between(0, MOST_A_DAY) }, () => {
        const time = `${String(dice.between(0, 23)).padStart(2, '0')}:${dice.between(10, 59)}`;
        const at = onHouseDay(house.time, day, time);
        const call: CallAnswers = {
          line: dice.weighed(lines),
          caller: dice.weighed(callers),
          outcome: dice.weighed(outcomes),
          noStayReason: null,
          minutes: clock.between(0, 2) > 0 ? clock.between(2, 40) : null,
          name: null,
          ringAt: null,
          reach: null,
        };
        if (call.outcome === 'no_stay') call.noStayReason = dice.weighed(reasons);
        return { at, tell: (tx: EntityManager, cast: Cast) => this.log(tx, cast, at, call) };
      }),
    );
    return [...invented, scripted];
  }

  private async log(
    tx: EntityManager,
    { house, onShift }: Cast,
    at: Moment['at'],
    call: CallAnswers,
  ): Promise<void> {
    const who = onShift(at);
    const { subjectId } = await this.calls.log(tx, call, who, house);
    await this.audit.write(tx, who.id, 'calls.log', subjectId);
  }
}
