import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ActsService, type Done } from '../acts/acts.service.js';
import { TaskClosed } from '../domain/conflict.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { type Answer, SeeOther } from '../web/answer.js';
import type { FormBody } from '../web/form-body.js';
import { Permit } from '../web/permit.js';
import { TheHouse, Who } from '../web/who.js';
import { TaskForm } from './task.forms.js';
import { TaskPages, type TaskPlace } from './task-pages.service.js';
import { saidWords } from './task.views.js';
import { type TaskTold, TasksService } from './tasks.service.js';

/** One task after check-in: said with a click, or written down with the guest. */
@Controller('stays/:id/tasks/:task')
export class TaskController {
  constructor(
    private readonly tasks: TasksService,
    private readonly pages: TaskPages,
    private readonly acts: ActsService,
  ) {}

  @Get()
  @Permit('stays.tasks', { isRecord: true })
  show(
    @Param('id') id: string,
    @Param('task') code: string,
    @Req() { visit }: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    return this.pages.begin({ id, task: this.pages.taskAt(code), who, house, visit });
  }

  @Post()
  @Permit('stays.tasks', { isRecord: true })
  async answer(
    @Param('id') id: string,
    @Param('task') code: string,
    @Body() body: FormBody,
    @Req() { visit }: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ): Promise<Answer> {
    const place = { id, task: this.pages.taskAt(code), who, house, visit };
    const form = new TaskForm(body, place.task);
    try {
      const done = await form.submit((told) => this.say(place, told, body));
      if (done)
        return new SeeOther(done.address, {
          message: saidWords(id, place.task, form.state),
          undo: done.undo,
        });
    } catch (error) {
      if (!(error instanceof TaskClosed)) throw error;
      return this.pages.page(form, place, 409);
    }
    return this.pages.page(form, place, form.status);
  }

  private say({ id, task, who, house }: TaskPlace, told: TaskTold, body: FormBody): Promise<Done> {
    return this.acts.once(who, 'stays.tasks', body, (tx) =>
      this.tasks.answer(tx, id, task, told, who, house),
    );
  }
}
