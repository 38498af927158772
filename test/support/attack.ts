import { load } from 'cheerio';
import type { Response } from 'supertest';
import { badValues, type BadValue } from './bad-values.js';
import type { Desk } from './desk.js';
import { faults, fingerprint } from './faults.js';
import { bodyOf, formsOn } from './forms.js';
import type { House } from './open-house.js';

export interface Target {
  page: string;
  action: string;
}

/** Every form of these pages once: the buttons of the header stand on each page and are the same everywhere. */
export async function targetsOn(desk: Desk, pages: readonly string[]): Promise<Target[]> {
  const targets = new Map<string, Target>();
  for (const page of pages) {
    const answer = await desk.get(page);
    if (answer.status !== 200) continue;
    for (const { action, names } of formsOn(load(answer.text))) {
      const kind = `${action.replace(/[\w-]{36}/, ':id')} ${names.join()}`;
      if (!targets.has(kind)) targets.set(kind, { page, action });
    }
  }
  // What undoes the others comes last
  return [...targets.values()].sort((one, other) => Number(isUndo(one)) - Number(isUndo(other)));
}

const isUndo = ({ action }: Target): boolean => action.startsWith('/undo/');

/** The wrapping is the same on every form: bad tokens are tried once. */
const WRAPPING = ['_csrf', 'formToken', 'notAField'];

/**
 * Sends each bad value in all questions of a form at once, and the sharp ones in each field alone; answers what went
 * wrong, a line each. What is in `tried` already is left out.
 */
export async function attackAll(
  house: House,
  newDesk: () => Promise<Desk>,
  targets: readonly Target[],
  more: readonly BadValue[] = [],
  tried = new Set<string>(),
): Promise<string[]> {
  const wrong: string[] = [];
  // One browser for all of it: with a person of their own for each field the pages grow longer and longer
  let desk = await newDesk();
  const attacked = async (target: Target, names: string[], values: readonly BadValue[]) => {
    const after = await attack(house, { newDesk, desk }, target, names, values);
    desk = after.desk;
    wrong.push(...after.wrong);
  };
  for (const target of targets) {
    const drawn = await draw(newDesk, target, desk);
    if (!drawn) wrong.push(`${target.page} shows no form to ${target.action} any more`);
    const names = drawn?.form.names ?? [];
    const questions = names.filter((name) => !WRAPPING.includes(name));
    if (questions.length > 1) await attacked(target, questions, badValues);
    for (const name of ['notAField', ...names].filter((each) => !tried.has(each))) {
      const values = questions.length === 1 ? badValues : badValues.filter(({ isSharp }) => isSharp);
      await attacked(target, [name], [...values, ...more]);
      if (WRAPPING.includes(name)) tried.add(name);
    }
  }
  return wrong;
}

async function attack(
  house: House,
  { newDesk, desk }: { newDesk: () => Promise<Desk>; desk: Desk },
  target: Target,
  names: string[],
  values: readonly BadValue[],
): Promise<{ wrong: string[]; desk: Desk }> {
  const wrong: string[] = [];
  let [drawn, last] = [await draw(newDesk, target, desk), desk];
  let before = await fingerprint(house);
  for (const value of values) {
    if (!drawn) break;
    last = drawn.desk;
    const body = bodyOf(drawn.form, Object.fromEntries(names.map((name) => [name, value.raw(name)])));
    const answer = await drawn.desk.post(target.action, body as never);
    // What is accepted may change the house; all others are measured against how the last answer left it
    const after = answer.status === 303 ? before : await fingerprint(house);
    const found = faults(answer, names, value, after !== before);
    const where = `${target.page} → ${target.action} ${names.join()} ${value.raw('').slice(0, 40)}`;
    wrong.push(...found.map((fault) => `${where}: ${answer.status} ${fault}`));
    if (answer.status === 303) drawn = await drawAgain(drawn.desk, answer, newDesk, target);
    before = answer.status === 303 ? await fingerprint(house) : after;
  }
  return { wrong, desk: last };
}

/** The form as its page shows it now, or null when what it was about is over: an act is undone once. */
async function draw(newDesk: () => Promise<Desk>, target: Target, desk?: Desk) {
  const at = desk ?? (await newDesk());
  const answer = await at.get(target.page);
  const forms = answer.status === 200 ? formsOn(load(answer.text)) : [];
  const form = forms.find(({ action }) => action === target.action);
  if (form) return { desk: at, form };
  // Signed out or covered: a browser of its own shows the page again
  if (desk) return draw(newDesk, target);
  return null;
}

/** What was accepted is looked at, and undone where it can be, so that the next answer meets the same house. */
async function drawAgain(desk: Desk, answer: Response, newDesk: () => Promise<Desk>, target: Target) {
  const next = await desk.get(answer.headers.location!);
  if (/\/disable$/.test(target.action))
    await desk.fill(target.page, {}, target.action.replace('/disable', '/enable'));
  const $ = load(next.text);
  const undo = formsOn($).find(({ action }) => action === $('.flash form').attr('action'));
  if (undo) await desk.post(undo.action, bodyOf(undo) as never);
  return draw(newDesk, target, desk);
}
