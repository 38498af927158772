import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import type { Done } from '../acts/acts.service.js';
import { ConnectionsService } from '../connections/connections.service.js';
import { PageReader } from '../database/page-reader.js';
import { Clock } from '../domain/clock.js';
import { Conflict } from '../domain/conflict.js';
import { whyNotAsked } from '../domain/follow-up.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import type { Question } from '../domain/question.js';
import { type AnswerSet, AnswersService } from '../questions/answers.service.js';
import { QuestionsService } from '../questions/questions.service.js';
import type { KeyedIn } from '../web/answers-form.js';
import { paths } from '../web/paths.js';
import { type FollowUpNow, FollowUpsService } from './follow-ups.service.js';

/** One follow-up and what is asked at it. */
export interface AskedNow {
  whole: FollowUpNow;
  questions: Question[];
  /** What they told; null for not yet. */
  kept: AnswerSet | null;
  /** Why nothing is asked, in a sentence; null when it can be. */
  whyNot: string | null;
  /** A place they were connected to can be asked about. */
  hasConnections: boolean;
}

/** What a guest is asked at a follow-up, once they were reached. */
@Injectable()
export class AskedService {
  constructor(
    private readonly followUps: FollowUpsService,
    private readonly questions: QuestionsService,
    private readonly answers: AnswersService,
    private readonly connections: ConnectionsService,
    private readonly pages: PageReader,
    private readonly clock: Clock,
  ) {}

  /** Throws NotHere for an unknown id. */
  async find(
    id: string,
    house: House,
    now: Temporal.Instant,
    reader: EntityManager = this.pages.manager,
  ): Promise<AskedNow> {
    const whole = await this.followUps.find(id, house, now, reader);
    const questions = await this.questions.at('follow-up', reader);
    const sets = await this.answers.of(whole.followUp.stayId, reader);
    const kept = sets.find(({ followUpId }) => followUpId === id) ?? null;
    const { followUp, consent } = whole;
    const hasConnections = await this.connections.askable(followUp.stayId, house, reader);
    const whyNot = whyNotAsked(followUp, consent, house.time.houseDay(now));
    return { whole, questions, kept, whyNot, hasConnections };
  }

  /** Throws a Conflict when nothing is asked at it now, or when it was answered already. */
  async keep(tx: EntityManager, id: string, keyed: KeyedIn, who: Actor, house: House): Promise<Done> {
    const { whole, whyNot } = await this.find(id, house, this.clock.now(), tx);
    if (whyNot !== null) throw new Conflict(whyNot);
    const { stayId } = whole.followUp;
    const set = { stayId, moment: 'follow-up', followUpId: id, cameBy: 'sheet', ...keyed } as const;
    const undo = await this.answers.keep(tx, set, who, house);
    return { address: paths.followUps(), subjectId: id, undo };
  }
}
