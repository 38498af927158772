import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { mayRead, whyNotTask } from '../domain/settling-in.js';
import { standingOf } from '../domain/stay-task.js';
import { type Task, taskOf } from '../domain/stay-task-list.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { AgreementsService } from '../house/agreements.service.js';
import { PeopleService } from '../people/people.service.js';
import { Page } from '../web/answer.js';
import { FormTokens } from '../web/form-tokens.js';
import { paths } from '../web/paths.js';
import { NotHere } from '../web/refusals.js';
import { StaysService } from './stays.service.js';
import { TaskForm } from './task.forms.js';
import { taskView } from './task.views.js';
import { TasksService } from './tasks.service.js';

/** Which task of which stay, and who asks for its page. */
export interface TaskPlace {
  id: string;
  task: Task;
  who: Actor;
  house: House;
  visit: FastifyRequest['visit'];
}

/** Gathers what the page of one task shows. */
@Injectable()
export class TaskPages {
  constructor(
    private readonly stays: StaysService,
    private readonly tasks: TasksService,
    private readonly agreements: AgreementsService,
    private readonly people: PeopleService,
    private readonly drafts: DraftsService,
    private readonly tokens: FormTokens,
  ) {}

  /** The task with this code. Throws NotHere for another word. */
  taskAt(code: string): Task {
    const task = taskOf(code);
    if (!task) throw new NotHere();
    return task;
  }

  /** The page as it is first seen, or with what its person began earlier. */
  async begin(place: TaskPlace): Promise<Page> {
    const draft = await this.drafts.find(place.who.id, paths.task(place.id, place.task.code));
    return this.page(new TaskForm(draft?.body ?? new Map(), place.task), place, 200);
  }

  async page(form: TaskForm, { id, task, who, house, visit }: TaskPlace, status: number): Promise<Page> {
    const place = paths.task(id, task.code);
    const whole = await this.stays.find(id);
    const standing = standingOf(task, await this.tasks.of(id));
    const draft = status === 200 ? await this.drafts.find(who.id, place) : null;
    const view = taskView(form, {
      house,
      now: visit.now,
      whole,
      standing,
      personName: await this.personName(standing.last?.personId ?? null),
      mayRead: mayRead(task, who.role),
      whyNot: whyNotTask(standing, whole.stay, who.role),
      ...(await this.agreed(task, standing.last?.agreement ?? null)),
      draftSavedAt: draft?.savedAt ?? null,
      formToken: this.tokens.draw({ personId: who.id, place }),
    });
    return new Page('stays/task', view, status);
  }

  /** The text that is gone through now, and the one that was; null for other tasks. */
  private async agreed({ code }: Task, number: number | null) {
    if (code !== 'agreement') return { agreement: null, agreedThen: null };
    const agreedThen = number === null ? null : (await this.agreements.find(number)).agreement;
    return { agreement: await this.agreements.newest(), agreedThen };
  }

  private async personName(id: string | null): Promise<string> {
    return id === null ? '' : ((await this.people.names([id])).get(id) ?? 'Someone');
  }
}
