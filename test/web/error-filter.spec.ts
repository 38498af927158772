import { type ArgumentsHost, HttpException, Logger } from '@nestjs/common';
import { HouseFileFull, HouseIsBusy } from '../../src/database/refusals.js';
import { BedTaken, SentBefore } from '../../src/domain/conflict.js';
import { RuleViolation } from '../../src/domain/rule-violation.js';
import { AnsweredEarly, SeeOther } from '../../src/web/answer.js';
import { ErrorFilter } from '../../src/web/error-filter.js';
import { NotFromHere, NotHere, NotYours, PageTooOld, WrongHost } from '../../src/web/refusals.js';

interface Sent {
  status: number;
  headers: Record<string, string>;
  view: { heading: string; lead: string; links: { href: string }[]; reference: string | null; title: string };
  redirect: unknown[] | null;
}

const CANARY = 'Ash Canary';

/** What is sent for an error, and what the log gets. */
function caught(
  error: unknown,
  { sent = false, route = '/stays/:id' }: { sent?: boolean; route?: string | null } = {},
) {
  const log: string[] = [];
  const answer = { status: 200, headers: {}, redirect: null } as unknown as Sent;
  const reply = {
    sent,
    status: (status: number) => Object.assign(reply, { code: (answer.status = status) }),
    header: (name: string, value: string) => Object.assign(reply, { last: (answer.headers[name] = value) }),
    view: (_template: string, view: Sent['view']) => Object.assign(reply, { last: (answer.view = view) }),
    redirect: (...to: unknown[]) => Object.assign(reply, { last: (answer.redirect = to) }),
  };
  const request = {
    method: 'POST',
    routeOptions: { url: route ?? undefined },
    url: `/stays/${CANARY}`,
    visit: { person: { id: 'robin' } },
  };
  const host = { switchToHttp: () => ({ getResponse: () => reply, getRequest: () => request }) };
  Logger.overrideLogger({ log: () => {}, warn: () => {}, error: (line: string) => void log.push(line) });
  new ErrorFilter().catch(error, host as unknown as ArgumentsHost);
  Logger.overrideLogger(false);
  return { ...answer, log };
}

describe('every error', () => {
  it.each([
    [new NotHere(), 404],
    [new NotYours(), 403],
    [new NotFromHere(), 403],
    [new WrongHost(), 400],
    [new PageTooOld(null), 419],
    [new BedTaken('taken'), 409],
    [new RuleViolation('bedId', 'Choose a bed'), 422],
    [new HouseIsBusy(), 503],
    [new HouseFileFull('full'), 503],
    [new HttpException('gone', 410), 410],
    [Object.assign(new Error('x'), { statusCode: 413 }), 413],
    [Object.assign(new Error('x'), { statusCode: 200 }), 500],
    [Object.assign(new Error('x'), { statusCode: '404' }), 500],
    [new Error('x'), 500],
    ['a text', 500],
    [null, 500],
    [undefined, 500],
    [Object.create(null), 500],
  ])('is a page in plain words that nobody keeps: %p %i', (error, status) => {
    const { view, headers, status: answered } = caught(error);
    expect([answered, headers['cache-control']]).toEqual([status, 'no-store']);
    expect(view.heading.length * view.lead.length).toBeGreaterThan(0);
    expect(view.links.every(({ href }) => href.startsWith('/') && !href.startsWith('//'))).toBe(true);
  });

  it('of ours has a number that stands in the log too; others have none and are not logged', () => {
    const { view, log } = caught(new Error('x'));
    expect(log[0]!.startsWith(`${view.reference} 500 POST /stays/:id person robin Error`)).toBe(true);
    expect([caught(new NotHere()).view.reference, caught(new NotHere()).log]).toEqual([null, []]);
    expect(caught(new Error('x'), { route: null }).log[0]).toContain('POST unknown');
  });

  it('tells the log where it happened and never what was typed, also not on a line that looks like a place', () => {
    const error = new Error(`${CANARY}\n    at ${CANARY} (file:///${CANARY}.ts:1:1)\n    at ${CANARY}`);
    const { log, view } = caught(error);
    expect(log[0]).toContain('error-filter.spec.ts');
    expect(JSON.stringify([log, view])).not.toContain('Canary');
    error.message = 'another';
    expect(caught(error).log.join()).not.toContain('Canary');
    expect(caught(Object.assign(new Error(CANARY), { name: CANARY })).log.join()).not.toContain('Canary');
    expect(caught(CANARY).log.join()).not.toContain('Canary');
  });

  it('shows the way to what is kept', () => {
    expect(caught(new PageTooOld('/check-in')).view.links[0]!.href).toBe('/check-in');
    expect(caught(new SentBefore('/stays/1')).view.links[0]!.href).toBe('/stays/1');
    expect(caught(new RuleViolation('bedId', 'Choose a bed')).view.lead).toBe('Choose a bed');
    expect(caught(new HouseFileFull('full')).view.heading).not.toBe(caught(new HouseIsBusy()).view.heading);
  });

  it('is left alone when an answer is known or has been sent', () => {
    expect(caught(new AnsweredEarly(new SeeOther('/sign-in'))).redirect).toEqual(['/sign-in', 303]);
    expect(caught(new Error('x'), { sent: true }).view).toBeUndefined();
  });
});
