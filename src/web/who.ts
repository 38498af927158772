import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
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
