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

export const formsOn = ($: CheerioAPI): FoundForm[] =>
  $('form')
    .toArray()
    .map((form) => read($, form, String($(form).attr('action'))));

/** The forms that a button of the desk takes along to its own address, so that what was typed is kept (R31). */
export const formsTakenAlong = ($: CheerioAPI): FoundForm[] =>
  $('button[formaction]')
    .toArray()
    .map((button) =>
      read($, $(`form#${$(button).attr('form')}`).get(0), String($(button).attr('formaction'))),
    );

function read($: CheerioAPI, form: Parameters<CheerioAPI>[0], action: string): FoundForm {
  const controls = $(form as never)
    .find('input[name], textarea[name], select[name], button[name]')
    .toArray();
  const names = [...new Set(controls.map((control) => String($(control).attr('name'))))];
  return { action, names, answers: names.map((name) => [name, answerTo($, form, name)]) };
}

function answerTo($: CheerioAPI, form: Parameters<CheerioAPI>[0], name: string): string {
  const controls = $(form as never).find(`[name="${name}"]`);
  const type = controls.attr('type') ?? '';
  if (controls.is('button')) return buttonTo($, form, controls);
  if (type === 'radio')
    return String((controls.filter(':checked').length > 0 ? controls.filter(':checked') : controls).val());
  if (type === 'checkbox') return '';
  if (type === 'password') return PASSPHRASE;
  return String(controls.val() ?? '') || (type === 'datetime-local' ? '' : 'Some words');
}

/** A form is sent with its first button, whether that one says something or not. */
function buttonTo($: CheerioAPI, form: Parameters<CheerioAPI>[0], named: ReturnType<CheerioAPI>): string {
  const first = $(form as never)
    .find('button')
    .first();
  return first.attr('name') === named.attr('name') ? String(named.first().val()) : '';
}

/** The body a browser would send, with each of `raws` in place of the answer to its name. */
export function bodyOf({ answers }: FoundForm, raws: Record<string, string> = {}): string {
  const others = answers
    .filter(([name]) => !(name in raws))
    .map(([name, answer]) => `${enc(name)}=${enc(answer)}`);
  return [...others, ...Object.values(raws).filter((raw) => raw !== '')].join('&');
}

const enc = encodeURIComponent;
