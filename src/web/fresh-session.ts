import { randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';

/**
 * Opens a session with a new token for this person, or for nobody: at sign-in, when the cover is lifted, at sign-out. The old
 * token is dead at once. Its secret for forms is made here, so that two pages opened together share it.
 */
export async function freshSession(request: FastifyRequest, personId: string | null): Promise<void> {
  await request.session.regenerate();
  if (personId !== null) request.session.personId = personId;
  request.session._csrf = randomBytes(18).toString('base64url');
}
