import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { mayDo } from '../domain/permissions.js';
import { AnsweredEarly, SeeOther } from './answer.js';
import { DraftKeeper } from './draft-keeper.js';
import { type FormBody, only, sentTo } from './form-body.js';
import { FormTokens } from './form-tokens.js';
import { isSafe } from './own-site.js';
import { paths } from './paths.js';
import { DOOR, type Door } from './permit.js';
import { NotYours } from './refusals.js';
import type { Visit } from './visit.js';

/** Lets in who may be let in: signed in, uncovered, with the act the route names (R42). Asked before any record is. */
@Injectable()
export class DoorGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: FormTokens,
    private readonly drafts: DraftKeeper,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const door = this.reflector.get<Door | undefined>(DOOR, context.getHandler());
    if (!door) throw new Error('A route without an act');
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (isInHands(request.visit, door)) return this.turnAway(request, paths.turn());
    return door.act === null || this.letIn(request, door);
  }

  private async letIn(request: FastifyRequest, door: Door): Promise<boolean> {
    const { person, isCovered } = request.visit;
    if (!request.visit.house) throw new AnsweredEarly(new SeeOther(paths.setUp()));
    if (!person) return this.turnAway(request, paths.signIn());
    if (isCovered && !door.whileCovered) return this.turnAway(request, paths.curtain());
    if (!mayDo(person.role, door.act!)) throw new NotYours();
    return true;
  }

  /** A form that arrives now becomes its person's draft; the answer shows none of it (R31). */
  private async turnAway(request: FastifyRequest, address: string): Promise<never> {
    const body = request.body as FormBody | undefined;
    const form = body && !isSafe(request.method) ? this.tokens.read(only(body, 'formToken')) : null;
    const isKept = form !== null && (await this.drafts.keep(form, body!));
    // Somebody may be signing in at this very moment: what a page keeps by itself leaves the session alone
    if (isKept && sentTo(body!) !== paths.keepDraft()) request.session.hasKept = true;
    throw new AnsweredEarly(new SeeOther(address));
  }
}

/** A screen in a guest's hands shows their turn and nothing else, not even what is open to anyone. */
const isInHands = ({ person, turn }: Visit, door: Door): boolean =>
  person !== null && turn !== null && !door.inTurn;
