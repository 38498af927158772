import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HouseFileFull, HouseIsBusy } from '../database/refusals.js';
import { Conflict, SentBefore } from '../domain/conflict.js';
import { RuleViolation } from '../domain/rule-violation.js';
import { AnsweredEarly } from './answer.js';
import { errorView } from './error-pages.js';
import { paths } from './paths.js';
import { NotFromHere, PageTooOld, Refusal, WrongHost } from './refusals.js';

/** Every error ends here as a page in plain words. The log gets route, person and error class, never what was typed. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly log = new Logger('Porchlight');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    if (reply.sent) return;
    if (error instanceof AnsweredEarly) {
      error.answer.send(reply);
      return;
    }
    const view = this.explain(error, http.getRequest<FastifyRequest>());
    reply.status(view.status).view('errors/message', view);
  }

  private explain(error: unknown, request: FastifyRequest) {
    const status = statusOf(error);
    const more = status >= 500 ? this.report(error, status, request) : moreAbout(error);
    return { status, ...errorView(status, more) };
  }

  private report(error: unknown, status: number, request: FastifyRequest) {
    const reference = randomBytes(4).toString('hex');
    const route = `${request.method} ${request.routeOptions?.url ?? 'unknown'}`;
    const who = request.visit?.person?.id ?? 'nobody';
    const where = error instanceof Error ? frames(error) : '';
    this.log.error(`${reference} ${status} ${route} person ${who} ${nameOf(error)}${where}`);
    if (error instanceof HouseFileFull) {
      return { heading: 'The disk is full', lines: ['Nothing was kept. Use paper, and ring the on-call line.'] };
    }
    return status === 503 ? {} : { reference };
  }
}

/** The class of an error: its message may carry what was typed, so it stays out. */
const nameOf = (error: unknown): string => (error instanceof Error ? error.constructor.name : typeof error);

/** Where it happened: the stack without its first lines, which repeat the message. */
const frames = (error: Error): string =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => `\n${line}`)
    .join('');

function statusOf(error: unknown): number {
  if (error instanceof Refusal) return error.status;
  if (error instanceof HouseIsBusy || error instanceof HouseFileFull) return 503;
  if (error instanceof Conflict) return 409;
  if (error instanceof RuleViolation) return 422;
  if (error instanceof HttpException) return error.getStatus();
  const { statusCode } = (error ?? {}) as { statusCode?: unknown };
  return typeof statusCode === 'number' && statusCode >= 400 ? statusCode : 500;
}

function moreAbout(error: unknown) {
  if (error instanceof NotFromHere) {
    return { lead: 'It did not come from one of our own pages. Nothing was changed.', lines: ['Open the page again and send it once more.'] };
  }
  if (error instanceof WrongHost) return { heading: 'This is not our address', lines: ['Type the address Porchlight printed when it started.'] };
  if (error instanceof PageTooOld && error.place) {
    return {
      lead: 'Nothing was changed. What was typed is kept for the person who typed it.',
      lines: ['Open the page again: your answers are there.'],
      links: [{ href: error.place, label: 'Open the page again' }, { href: paths.board(), label: 'Look at all beds' }],
    };
  }
  if (error instanceof SentBefore) {
    return {
      heading: 'This form was sent before',
      lead: 'It was sent with other answers. The first ones are kept.',
      lines: [],
      links: [{ href: error.answer, label: 'See what is kept' }, { href: paths.board(), label: 'Look at all beds' }],
    };
  }
  if (error instanceof RuleViolation) return { heading: 'That is not possible', lead: error.message, lines: [] };
  return error instanceof Conflict ? { lead: error.message } : {};
}
