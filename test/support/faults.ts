import { type CheerioAPI, load } from 'cheerio';
import type { Response } from 'supertest';
import { type BadValue, GIVES_AWAY } from './bad-values.js';
import type { House } from './open-house.js';

const MAY_ANSWER = [200, 303, 404, 409, 413, 419, 422];

/** What is wrong with the answer to a bad value, a few words each; empty when nothing is. `changed`: something in the file. */
export function faults(answer: Response, names: string[], value: BadValue, changed: boolean): string[] {
  const $ = load(answer.text);
  const found: string[] = [];
  if (!MAY_ANSWER.includes(answer.status)) found.push('is no answer to a form');
  if (
    GIVES_AWAY.test(
      $('main')
        .text()
        .replaceAll(value.typed || '\0', ''),
    )
  )
    found.push('gives something away');
  if ($('img, svg, script:not([src^="/assets/keep"]), [onerror]').length > 0)
    found.push('lets markup through');
  if (answer.headers['set-cookie']?.toString().includes('a=b')) found.push('lets a header through');
  // Feedback without a name is answered by the page of its code
  const isDone = answer.status === 303 || $('.reply-code').length > 0;
  if (!isDone && changed) found.push('changes something');
  if (answer.status === 422) found.push(...told($), ...names.flatMap((name) => kept($, name, value)));
  return found;
}

/** The list on top has a sentence for each problem, and each leads to something on the page. */
function told($: CheerioAPI): string[] {
  const links = $('#errors a').toArray();
  if (links.length === 0) return ['says nothing'];
  return links.flatMap((link) => {
    const target = String($(link).attr('href'));
    const isThere = $('[id]')
      .toArray()
      .some((each) => `#${$(each).attr('id')}` === target);
    return isThere && $(link).text().trim().length > 5 ? [] : [`leads to ${target}: ${$(link).text()}`];
  });
}

function kept($: CheerioAPI, name: string, { typed }: BadValue): string[] {
  const all = $(
    `input[type=text][name="${name}"], textarea[name="${name}"], input[type=datetime-local][name="${name}"]`,
  );
  // Two forms of one page can ask for the same: the one that was sent is the one with something wrong
  const wrong = all.filter('[aria-invalid]');
  const control = wrong.length > 0 ? wrong : all;
  if (control.length === 0 || typed === null) return [];
  const shown = plain(String(control.val() ?? ''));
  return shown === plain(typed) ? [] : [`shows "${shown.slice(0, 40)}" for "${plain(typed).slice(0, 40)}"`];
}

const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim();

const VERSIONED = [
  'house',
  'people',
  'beds',
  'guests',
  'stays',
  'follow_ups',
  'holds',
  'closures',
  'waitlist',
  'help_without_bed',
];
const COUNTED = [
  'bed_segments',
  'claims',
  'bed_nights',
  'departures',
  'consents',
  'turnovers',
  'acts',
  'notes',
  'calls',
  'attempts',
  'amendments',
  'guest_notes',
  'note_answers',
  'hidden_notes',
  'feedback',
  'feedback_names',
  'feedback_answers',
  'said_and_done',
  'outside_addresses',
  'support_told',
  'support_kinds',
  'talks',
  'imports',
  'imported_stays',
  'waiting_imports',
  'waiting_rows',
];

/** Counts and versions of every record a refused form must leave as it was. */
export async function fingerprint(house: House): Promise<string> {
  const parts = [...VERSIONED, ...COUNTED].map((table) => {
    const versions = VERSIONED.includes(table) ? 'total(version)' : '0';
    return `SELECT count(*) AS rows, ${versions} AS versions FROM ${table}`;
  });
  return JSON.stringify(await house.rows(parts.join(' UNION ALL ')));
}
