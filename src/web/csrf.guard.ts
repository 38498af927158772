import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DraftKeeper } from './draft-keeper.js';
import { type FormBody, only } from './form-body.js';
import { FormTokens } from './form-tokens.js';
import { isSafe } from './own-site.js';
import { PageTooOld } from './refusals.js';

/** Every change carries the token of its session; a page of another session keeps its text and changes nothing. */
@Injectable()
export class CsrfGuard implements CanActivate {
  constructor(
    private readonly tokens: FormTokens,
    private readonly drafts: DraftKeeper,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (isSafe(request.method) || isGenuine(request)) return true;
    const form = this.tokens.read(only(bodyOf(request), 'formToken'));
    if (form) await this.drafts.keep(form, bodyOf(request));
    throw new PageTooOld(form && form.personId === request.visit.person?.id ? form.place || null : null);
  }
}

const bodyOf = (request: FastifyRequest): FormBody => (request.body as FormBody | undefined) ?? new Map();

/** The plugin answers by itself when it refuses; our own page says it better, so it is given a reply that stays silent. */
function isGenuine(request: FastifyRequest): boolean {
  let passed = false;
  const silent = { send: () => silent } as unknown as FastifyReply;
  request.server.csrfProtection(request, silent, () => (passed = true));
  return passed;
}
