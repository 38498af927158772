import type { FastifyRequest } from 'fastify';
import { paths } from './paths.js';

/** The page the button stood on, or `otherwise`. Only a path of this house: browsers read '//name' as another site. */
export function cameFrom(
  { headers }: Pick<FastifyRequest, 'headers'>,
  otherwise: string = paths.board(),
): string {
  const { referer, host } = headers;
  if (!referer || !URL.canParse(referer)) return otherwise;
  const { host: from, pathname } = new URL(referer);
  return from === host && !pathname.startsWith('//') ? pathname : otherwise;
}
