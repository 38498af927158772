import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import type { Said } from '../domain/feedback.js';
import { FeedbackService } from '../feedback/feedback.service.js';
import { SaidAndDoneService } from '../feedback/said-and-done.service.js';
import { onHouseDay } from './story-days.js';
import type { Cast, Moment, Story, Thread } from './story.js';

/** So many days before the end of the story: who said what, and what was answered a day later. */
const SAID: readonly (Said & { daysBefore: number; name: string | null; answer: string | null })[] = [
  {
    daysBefore: 20,
    about: 'house',
    service: null,
    text: 'The hallway is dark at night. I felt along the wall.',
    name: null,
    answer: 'Thank you. A small lamp stands there now and stays on.',
  },
  {
    daysBefore: 12,
    about: 'service',
    service: 'The walk-in clinic on Poplar Street',
    text: 'They let me wait two hours and then sent me home.',
    name: 'Bix',
    answer: 'We rang them with you. They said sorry, and have a number to ring first.',
  },
  {
    daysBefore: 3,
    about: 'house',
    service: null,
    text: 'More tea that is not mint, please. The talks at the table were good.',
    name: null,
    answer: null,
  },
];

const LINE = { said: 'The hallway is dark at night.', did: 'A small lamp stands there and stays on.' };

/** What guests said, and what came of it. */
@Injectable()
export class FeedbackThread implements Thread {
  constructor(
    private readonly feedback: FeedbackService,
    private readonly saidAndDone: SaidAndDoneService,
    private readonly audit: AuditService,
  ) {}

  moments({ house, today }: Story): Moment[] {
    const at = (daysBefore: number, clock: string) =>
      onHouseDay(house.time, today.subtract({ days: daysBefore }), clock);
    const said = SAID.flatMap((each) => this.momentsOf(each, at));
    const composedAt = at(15, '11:30');
    return [...said, { at: composedAt, tell: (tx, cast) => this.compose(tx, cast, composedAt) }];
  }

  private momentsOf(
    { daysBefore, answer, name, ...said }: (typeof SAID)[number],
    at: (daysBefore: number, clock: string) => Temporal.Instant,
  ): Moment[] {
    let id = '';
    const [saidAt, answeredAt] = [at(daysBefore, '16:20'), at(daysBefore - 1, '15:10')];
    const tell = async (tx: EntityManager, cast: Cast) => {
      id = await this.feedback.keep(tx, said, name, cast.onShift(saidAt), cast.house);
      if (name) await this.audit.write(tx, cast.onShift(saidAt).id, 'feedback.give', id);
    };
    if (answer === null) return [{ at: saidAt, tell }];
    return [
      { at: saidAt, tell },
      { at: answeredAt, tell: (tx, cast) => this.answer(tx, cast, answeredAt, id, answer) },
    ];
  }

  private async answer(tx: EntityManager, cast: Cast, at: Temporal.Instant, id: string, text: string) {
    await this.feedback.answer(tx, id, text, cast.onShift(at), cast.house);
    await this.audit.write(tx, cast.onShift(at).id, 'feedback.answer', id);
  }

  /** Ines looks after the lines: she has mornings. */
  private async compose(tx: EntityManager, { house, onShift }: Cast, at: Temporal.Instant) {
    const { subjectId } = await this.saidAndDone.add(tx, LINE, onShift(at), house);
    await this.audit.write(tx, onShift(at).id, 'feedback.saidAndDone', subjectId);
  }
}
