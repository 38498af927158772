import { createHash, createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import type { FormBody } from './form-body.js';

/** Whose form it is and which page it belongs to. */
export interface DrawnForm {
  personId: string;
  /** The page's address when what is typed there is worth keeping (R31), '' otherwise. */
  place: string;
}

/**
 * Marks each form when it is drawn: sent twice it is one act (R17), and sent by a browser whose person has meanwhile
 * signed out it becomes that person's draft and nobody else's (R31). Signed, so that nobody can put a draft in another's name.
 */
export class FormTokens {
  constructor(private readonly secret: string) {}

  draw(form: DrawnForm): string {
    const content = Buffer.from(JSON.stringify([form.personId, form.place, randomUUID()])).toString(
      'base64url',
    );
    return `${content}.${this.sign(content)}`;
  }

  /** The form a token was drawn for, or null when we did not draw it. */
  read(token: string): DrawnForm | null {
    const [content = '', signature = '', ...more] = token.split('.');
    // A token is one text only: with anything behind it the same form would count as another one
    if (more.length > 0 || !this.isSigned(content, signature)) return null;
    return formOf(Buffer.from(content, 'base64url').toString());
  }

  private isSigned(content: string, signature: string): boolean {
    const [expected, given] = [Buffer.from(this.sign(content)), Buffer.from(signature)];
    return expected.length === given.length && timingSafeEqual(expected, given);
  }

  private sign(content: string): string {
    return createHmac('sha256', this.secret).update(content).digest('base64url');
  }
}

/** Null for anything but what `draw` writes: a secret may have signed other things too. */
function formOf(content: string): DrawnForm | null {
  try {
    const [personId, place] = JSON.parse(content) as unknown[];
    return typeof personId === 'string' && typeof place === 'string' ? { personId, place } : null;
  } catch {
    return null;
  }
}

/** Fields that say how a form was sent, not what was answered. */
const WRAPPING = ['_csrf', 'formToken', 'untouched'];

/** The answers of a form without its wrapping. */
export const answersOf = (body: FormBody): [string, readonly string[]][] =>
  [...body].filter(([name]) => !WRAPPING.includes(name));

/** The same answers give the same hash, in whatever order they came. */
export function hashOfAnswers(body: FormBody): string {
  const sorted = answersOf(body).sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex');
}
