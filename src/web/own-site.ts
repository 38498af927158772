import type { FastifyRequest } from 'fastify';
import { isLoopback } from '../settings.js';

const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/** Methods that change nothing (R48). */
export const isSafe = (method: string): boolean => SAFE.includes(method);

/** The request names this house's own address: a name that only resolves here is somebody else's page calling. */
export function isOurHost(request: FastifyRequest, publicUrl: URL): boolean {
  const host = request.headers.host ?? '';
  return (
    host === publicUrl.host ||
    (URL.canParse(`http://${host}`) && isLoopback(new URL(`http://${host}`).hostname))
  );
}

/** A change comes from our own page: Sec-Fetch-Site says so, or, where a browser does not send it, Origin is ours. */
export function isFromOurPage(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin, host } = request.headers;
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === host;
}
