import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { type EntityManager, In, IsNull, Not } from 'typeorm';
import { ActsService, type Done } from '../acts/acts.service.js';
import { PageReader } from '../database/page-reader.js';
import { Clock } from '../domain/clock.js';
import { ChangedMeanwhile, TaskClosed } from '../domain/conflict.js';
import type { House } from '../domain/house.js';
import { toMinute } from '../domain/house-time.js';
import type { Actor } from '../domain/person.js';
import { goesWithTheGuest, whyNotTask } from '../domain/settling-in.js';
import { standingOf, StayTask, type TaskAnswer, type TaskStanding } from '../domain/stay-task.js';
import type { Task } from '../domain/stay-task-list.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { AgreementsService } from '../house/agreements.service.js';
import { paths } from '../web/paths.js';
import { StaysService } from './stays.service.js';

/** What a page or a button says of a task, and the version it was drawn from (R26). */
export interface TaskTold {
  answer: TaskAnswer;
  version: number;
}

/** What is gone through with a guest after check-in. */
@Injectable()
export class TasksService {
  constructor(
    private readonly pages: PageReader,
    private readonly stays: StaysService,
    private readonly agreements: AgreementsService,
    private readonly drafts: DraftsService,
    private readonly acts: ActsService,
    private readonly clock: Clock,
  ) {}

  /** Everything that was said of the tasks of a stay, undone answers too. */
  of(stayId: string, reader: EntityManager = this.pages.manager): Promise<StayTask[]> {
    return reader.findBy(StayTask, { stayId });
  }

  /**
   * Adds what was said. The same said twice is one answer. Throws NotHere, TaskClosed when it cannot be said now, a
   * RuleViolation, ChangedMeanwhile when somebody said something else since the page was drawn.
   */
  async answer(
    tx: EntityManager,
    id: string,
    task: Task,
    told: TaskTold,
    who: Actor,
    house: House,
  ): Promise<Done> {
    const { stay } = await this.stays.find(id, tx);
    const standing = standingOf(task, await this.of(id, tx));
    const done = { address: paths.stay(id), subjectId: id, undo: null };
    refuse(whyNotTask(standing, stay, who.role));
    if (standing.last?.saysTheSame(told.answer)) return done;
    const said = await this.add(tx, id, standing, told, who);
    const undo = await this.acts.record(tx, who, house, {
      kind: 'task.answered',
      stayId: id,
      details: { task: task.code, answer: said.id, state: said.state },
      canBeUndone: true,
    });
    return { ...done, undo };
  }

  /** Deletes for good what goes with the guest, what anyone began to write of it too. Part of every leaving. */
  async letGo(tx: EntityManager, stayId: string): Promise<void> {
    const task = In([...goesWithTheGuest]);
    const gone = { words: null, second: null, goneAt: this.clock.now() };
    await tx.update(StayTask, { stayId, task, words: Not(IsNull()) }, gone);
    await tx.update(StayTask, { stayId, task, second: Not(IsNull()) }, gone);
    for (const code of goesWithTheGuest) await this.drafts.discardAll(tx, paths.task(stayId, code));
  }

  private async add(
    tx: EntityManager,
    stayId: string,
    { task, version }: TaskStanding,
    told: TaskTold,
    { id: personId }: Actor,
  ): Promise<StayTask> {
    if (version !== told.version)
      throw new ChangedMeanwhile('This was changed by someone else in the meantime.');
    // A number nobody saved a text under is no version
    if (told.answer.agreement !== null) await this.agreements.find(told.answer.agreement, tx);
    const number = (await tx.countBy(StayTask, { stayId, task: task.code })) + 1;
    const at = toMinute(this.clock.now());
    const facts = { id: randomUUID(), stayId, task: task.code, number, answer: told.answer, personId, at };
    const said = new StayTask(facts);
    await tx.insert(StayTask, said);
    return said;
  }
}

function refuse(why: string | null): void {
  if (why !== null) throw new TaskClosed(why);
}
