import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Answer } from './answer.js';

type Reply = FastifyAdapter['reply'];

/** Sends what controllers answer: they return an `Answer` and never touch the reply. */
export class HouseAdapter extends FastifyAdapter {
  /** `bodyLimit` in bytes. */
  constructor(options: { bodyLimit?: number } = {}) {
    super({ ...options, frameworkErrors: noSuchAddress });
  }

  override reply(...[response, body, statusCode]: Parameters<Reply>): ReturnType<Reply> {
    if (body instanceof Answer) return body.send(response as FastifyReply);
    return super.reply(response, body, statusCode);
  }
}

/** An address nobody can read, such as '/%zz': answered before any page of ours could be made. */
function noSuchAddress(_error: Error, _request: FastifyRequest, reply: FastifyReply): void {
  reply
    .status(404)
    .header('cache-control', 'no-store')
    .type('text/plain; charset=utf-8')
    .send('Page not found');
}
