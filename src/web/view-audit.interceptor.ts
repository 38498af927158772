import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { concatMap, from, map, type Observable } from 'rxjs';
import { Page } from './answer.js';
import { DOOR, type Door } from './permit.js';

/** Writes down who looked at a record. */
export abstract class ViewLog {
  abstract viewed(personId: string, act: string, recordId: string): Promise<void>;
}

/** A guest's record that is about to be shown is written down first, and the page is sent only once that is kept (R44). */
@Injectable()
export class ViewAuditInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly views: ViewLog,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const door = this.reflector.get<Door | undefined>(DOOR, context.getHandler());
    if (!door?.isRecord) return next.handle();
    const { visit, params } = context.switchToHttp().getRequest<FastifyRequest<{ Params: { id: string } }>>();
    const log = (answer: unknown): Promise<void> =>
      answer instanceof Page
        ? this.views.viewed(visit.person!.id, lookedAt(door.act!), params.id)
        : Promise.resolve();
    return next.handle().pipe(concatMap((answer: unknown) => from(log(answer)).pipe(map(() => answer))));
  }
}

/** Looking at the page on which an act is done is told apart from doing it: 'stays.depart.view'. */
const lookedAt = (act: string): string => (act.endsWith('.view') ? act : `${act}.view`);
