import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AnsweredEarly } from './answer.js';
import { errorView } from './error-pages.js';
import { statusOf, wordsAbout } from './error-words.js';
import { paths } from './paths.js';
import type { Visit } from './visit.js';

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
    // Files of ours are kept for a year; that one is missing is not
    reply.header('cache-control', 'no-store').status(view.status).view('errors/message', view);
  }

  private explain(error: unknown, request: FastifyRequest) {
    const status = statusOf(error);
    const reference = status === 500 ? randomBytes(4).toString('hex') : null;
    if (status >= 500) this.report(error, status, request, reference);
    return { status, ...errorView(status, { reference, ...wordsAbout(error), ...inTurn(request) }) };
  }

  private report(error: unknown, status: number, request: FastifyRequest, reference: string | null): void {
    const route = `${request.method} ${request.routeOptions?.url ?? 'unknown'}`;
    // Refused before anyone asked who it is from
    const visit = request.visit as Visit | undefined;
    const [who, where] = [visit?.person?.id ?? 'nobody', error instanceof Error ? frames(error) : ''];
    this.log.error(`${reference ?? ''} ${status} ${route} person ${who} ${nameOf(error)}${where}`);
  }
}

/** From a guest's turn nothing leads out of it. */
const inTurn = (request: FastifyRequest) =>
  (request.visit as Visit | undefined)?.turn
    ? { links: [{ href: paths.turn(), label: 'Back to your turn · Volver a tu turno' }] }
    : {};

/** The class of an error: its message may carry what was typed, so it stays out. */
const nameOf = (error: unknown): string => (error instanceof Error ? error.constructor.name : typeof error);

/** Where it happened: the stack without its message, which may carry what was typed, on lines that look like any. */
function frames({ stack = '', message }: Error): string {
  const start = stack.indexOf(message);
  const lines = start < 0 ? [] : stack.slice(start + message.length).split('\n');
  return lines
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => `\n${line}`)
    .join('');
}
