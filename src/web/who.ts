import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Temporal } from 'temporal-polyfill';
import type { Actor } from '../domain/person.js';
import type { House } from '../domain/house.js';

const requestOf = (context: ExecutionContext) => context.switchToHttp().getRequest<FastifyRequest>();

/** The person who asks. Only on routes with a `@Permit`: the door has made sure that there is one. */
export const Who = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { person } = requestOf(context).visit;
  if (!person) throw new Error('@Who on a route that is open to anyone');
  return person;
});

/** The house. Only after set-up. */
export const TheHouse = createParamDecorator((_: unknown, context: ExecutionContext): House => {
  const { house } = requestOf(context).visit;
  if (!house) throw new Error('@TheHouse before set-up');
  return house;
});

/** The shared desk as a request finds it: who sits at it, in which house, and when. */
export interface Desk {
  who: Actor;
  house: House;
  now: Temporal.Instant;
}

/** All three at once. Only on routes with a `@Permit`, after set-up. */
export const TheDesk = createParamDecorator((_: unknown, context: ExecutionContext): Desk => {
  const { person, house, now } = requestOf(context).visit;
  if (!person || !house) throw new Error('@TheDesk where nobody sits at one');
  return { who: person, house, now };
});
