import { type FormBody, only } from './form-body.js';
import { hashOfAnswers } from './form-tokens.js';

/** The hidden field in which a page says what its half-filled form sends when nobody changes it. */
const FIELD = 'untouched';

const KEPT = /<form\b[^>]* id="kept"[^>]*>([^]*?)<\/form>/u;
/** Everything in a form that can carry an answer; what our own templates write is told well enough by this. */
const CONTROL = /<(input|textarea|option|select)\b([^>]*)>(?:\n?([^<]*)<\/textarea>)?/gu;

/** The hash of what the kept form on this page sends when nobody changes it; '' where none is. */
export function untouchedHash(html: string): string {
  const form = KEPT.exec(html)?.[1];
  return form === undefined ? '' : hashOfAnswers(given(answersIn(form)));
}

/** Whether nobody changed this form since its page was drawn: there is nothing to keep (R31). */
export function isUntouched(body: FormBody): boolean {
  const drawn = only(body, FIELD);
  return drawn !== '' && drawn === hashOfAnswers(given(body));
}

function answersIn(form: string): FormBody {
  const answers = new Map<string, string[]>();
  let name = '';
  for (const [, kind, attributes = '', text = ''] of form.matchAll(CONTROL)) {
    // An option goes by the name of the list it stands in
    if (kind !== 'option') name = attribute(attributes, 'name').replace(/\[\]$/u, '');
    if (!isSent(kind!, attributes)) continue;
    const value = kind === 'textarea' ? unescaped(text) : attribute(attributes, 'value');
    answers.set(name, (answers.get(name) ?? []).concat(value));
  }
  return answers;
}

function isSent(kind: string, attributes: string): boolean {
  if (kind === 'select') return false;
  if (kind === 'option') return / selected\b/u.test(attributes);
  return !/ type="(?:radio|checkbox)"/u.test(attributes) || / checked\b/u.test(attributes);
}

const attribute = (attributes: string, name: string): string =>
  unescaped(new RegExp(` ${name}="([^"]*)"`, 'u').exec(attributes)?.[1] ?? '');

const ESCAPED: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
  '&#x60;': '`',
  '&#x3D;': '=',
};

const unescaped = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|#x27|#x60|#x3D);/gu, (mark) => ESCAPED[mark]!);

/** Nothing chosen and nothing typed are the same; a browser sends the end of a line as two characters. */
const given = (body: FormBody): FormBody =>
  new Map(
    [...body].flatMap(([name, all]) => {
      const answers = all.filter((answer) => answer !== '').map((answer) => answer.replaceAll('\r\n', '\n'));
      return answers.length > 0 ? [[name, answers]] : [];
    }),
  );
