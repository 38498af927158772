import type { FastifyRequest } from 'fastify';
import { paths } from './paths.js';

/** The page the button stood on, or the board. Only a path of this house: browsers read '//name' as another site. */
export function cameFrom({ headers }: Pick<FastifyRequest, 'headers'>): string {
  const { referer, host } = headers;
  if (!referer || !URL.canParse(referer)) return paths.board();
  const { host: from, pathname } = new URL(referer);
  return from === host && !pathname.startsWith('//') ? pathname : paths.board();
}
