import type { FastifyRequest } from 'fastify';
import { paths } from './paths.js';

type Asked = Pick<FastifyRequest, 'headers'>;

/** The page the button stood on, or `otherwise`, without what it was asked with. */
export const cameFrom = (request: Asked, otherwise: string = paths.board()): string =>
  pageBefore(request)?.pathname ?? otherwise;

/** The page the button stood on as it was: the same tab, the same bed. */
export function sameAsBefore(request: Asked, otherwise: string = paths.board()): string {
  const page = pageBefore(request);
  return page ? page.pathname + page.search : otherwise;
}

/** Only a path of this house: browsers read '//name' as another site. */
function pageBefore({ headers: { referer, host } }: Asked): URL | null {
  if (!referer || !URL.canParse(referer)) return null;
  const page = new URL(referer);
  return page.host === host && !page.pathname.startsWith('//') ? page : null;
}
