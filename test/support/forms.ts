import type { CheerioAPI } from 'cheerio';
import { PASSPHRASE } from './open-house.js';

/** One form as it stands on a page, found by looking: nobody keeps a list of fields that could fall behind. */
export interface FoundForm {
  action: string;
  /** Every name a browser could send, hidden ones too. */
  names: string[];
  /** Answers nothing is wrong with, as far as one can tell from the page. */
  answers: [string, string][];
}

/** The forms of a page, also those a button elsewhere sends to another address. */
export function formsOn($: CheerioAPI): FoundForm[] {
  const forms = $('form')
    .toArray()
    .map((form) => read($, form, String($(form).attr('action'))));
  const elsewhere = $('button[formaction]').toArray();
  const sent = elsewhere.map((button) =>
    read($, $(`form#${$(button).attr('form')}`).get(0)!, String($(button).attr('formaction'))),
  );
  return [...forms, ...sent];
}

function read($: CheerioAPI, form: Parameters<CheerioAPI>[0], action: string): FoundForm {
  const controls = $(form as never)
    .find('input[name], textarea[name], select[name]')
    .toArray();
  const names = [...new Set(controls.map((control) => String($(control).attr('name'))))];
  return { action, names, answers: names.map((name) => [name, answerTo($, form, name)]) };
}

function answerTo($: CheerioAPI, form: Parameters<CheerioAPI>[0], name: string): string {
  const controls = $(form as never).find(`[name="${name}"]`);
  const type = controls.attr('type') ?? '';
  if (type === 'radio')
    return String((controls.filter(':checked').length > 0 ? controls.filter(':checked') : controls).val());
  if (type === 'checkbox') return '';
  if (type === 'password') return PASSPHRASE;
  return String(controls.val() ?? '') || (type === 'datetime-local' ? '' : 'Some words');
}

/** The body a browser would send, with `raw` in place of the answer to `name`. */
export function bodyOf({ answers }: FoundForm, name = '', raw = ''): string {
  const others = answers
    .filter(([each]) => each !== name)
    .map(([each, answer]) => `${enc(each)}=${enc(answer)}`);
  return [...others, ...(raw === '' ? [] : [raw])].join('&');
}

const enc = encodeURIComponent;
