import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { Answer } from './answer.js';

type Reply = FastifyAdapter['reply'];

/** Sends what controllers answer: they return an `Answer` and never touch the reply. */
export class HouseAdapter extends FastifyAdapter {
  override reply(...[response, body, statusCode]: Parameters<Reply>): ReturnType<Reply> {
    if (body instanceof Answer) return body.send(response as FastifyReply);
    return super.reply(response, body, statusCode);
  }
}
