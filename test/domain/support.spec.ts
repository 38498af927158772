import fc from 'fast-check';
import { codesOf } from '../../src/domain/list-entry.js';
import { RuleViolation } from '../../src/domain/rule-violation.js';
import {
  saysTheSame,
  supportAnswers,
  supportColumn,
  supportKinds,
  type SupportSent,
  supportTold,
  supportWays,
  wasOffered,
  wellnessAnswers,
  whyNotSupport,
} from '../../src/domain/support.js';

type Sent = Partial<Record<(typeof supportKinds)[number]['code'], [string, string?]>>;

const sent = (answers: Sent = {}, wellness = '', skipsTheRest = false): SupportSent => ({
  kinds: supportKinds.map(({ code: kind }) => {
    const [answer = '', way = ''] = answers[kind] ?? [];
    return { kind, answer, way };
  }),
  wellness,
  skipsTheRest,
});

const answersOf = (each: SupportSent) => {
  const { kinds, wellness } = supportTold(each);
  return [...kinds.map(({ answer }) => answer), wellness];
};

/** The field that is blamed. */
function blamed(each: SupportSent): string | null {
  try {
    supportTold(each);
    return null;
  } catch (error) {
    if (error instanceof RuleViolation) return error.field;
    throw error;
  }
}

describe('what was there for a guest', () => {
  it('keeps what was left open as not asked, and as skipped when they skip the rest', () => {
    const some = { emotional: ['taken-up', 'one'], instrumental: ['neither'] } satisfies Sent;
    expect(answersOf(sent(some))).toEqual(['taken-up', 'not-asked', 'neither', 'not-asked', 'not-asked']);
    expect(answersOf(sent(some, '', true))).toEqual(['taken-up', 'skipped', 'neither', 'skipped', 'skipped']);
    expect(answersOf(sent({}, '', true))).toEqual(Array(5).fill('skipped'));
    expect(answersOf(sent({ emotional: ['not-asked'] }, 'not-asked', true))).toEqual(
      Array(5).fill('skipped'),
    );
  });

  it('keeps nothing when nothing was said', () => {
    expect(blamed(sent())).toBe('main');
    expect(blamed(sent({ emotional: ['not-asked'] }, 'not-asked'))).toBe('main');
    expect(blamed(sent({}, 'theirs'))).toBeNull();
  });

  it('has a way only to what was offered, and does not lose one silently', () => {
    for (const answer of ['taken-up', 'offered'])
      expect(blamed(sent({ informational: [answer, 'group'] }))).toBeNull();
    for (const answer of ['neither', 'skipped', 'not-asked', ''])
      expect(blamed(sent({ informational: [answer, 'group'] }, 'made'))).toBe('informational');
  });

  it('refuses what no button sends, beside its question', () => {
    expect(blamed(sent({ emotional: ['gladly'] }))).toBe('emotional');
    expect(blamed(sent({ emotional: ['offered', 'alone'] }))).toBe('emotionalWay');
    expect(blamed(sent({ emotional: ['offered'] }, 'kept'))).toBe('wellness');
  });

  it('is the same only with every answer, way and plan alike', () => {
    const one = supportTold(sent({ emotional: ['offered', 'one'] }, 'made'));
    expect(saysTheSame(one, supportTold(sent({ emotional: ['offered', 'one'] }, 'made')))).toBe(true);
    for (const other of [
      sent({ emotional: ['taken-up', 'one'] }, 'made'),
      sent({ emotional: ['offered', 'both'] }, 'made'),
      sent({ emotional: ['offered', 'one'] }, 'offered'),
    ])
      expect(saysTheSame(one, supportTold(other))).toBe(false);
  });

  it('is never asked of an undone check-in or of the dead', () => {
    expect(whyNotSupport(false, false)).toBeNull();
    expect(whyNotSupport(true, false)).toBe('This check-in was undone.');
    expect(whyNotSupport(false, true)).toBe('Nothing is asked here any more.');
  });
});

describe('the kinds of support in a file', () => {
  const column = (answers: Sent) => supportColumn(supportTold(sent(answers, 'made')).kinds);
  const all = (answer: string) =>
    Object.fromEntries(codesOf(supportKinds).map((kind) => [kind, [answer]])) as Sent;

  it('names those that were taken up, in their order', () => {
    expect(column({ affiliational: ['taken-up'], emotional: ['taken-up'], instrumental: ['offered'] })).toBe(
      'emotional affiliational',
    );
  });

  it('says none only when every kind has an answer (R37)', () => {
    expect(supportColumn([])).toBe('not asked');
    expect(column({})).toBe('not asked');
    expect(column(all('neither'))).toBe('none');
    expect(column({ ...all('neither'), emotional: ['offered'] })).toBe('none');
    expect(column({ ...all('neither'), emotional: ['not-asked'] })).toBe('not asked');
    expect(column({ ...all('not-asked'), emotional: ['skipped'] })).toBe('skipped');
    expect(column({ ...all('skipped'), emotional: ['taken-up'] })).toBe('emotional');
  });
});

it('keeps for any answers each kind once, a way only where it was offered, and no skip as a no', () => {
  const open = (list: readonly { code: string }[]) => fc.constantFrom('', ...list.map(({ code }) => code));
  const pair = fc.tuple(open(supportAnswers), open(supportWays));
  const any = fc.tuple(fc.tuple(pair, pair, pair, pair), open(wellnessAnswers), fc.boolean());
  fc.assert(
    fc.property(any, ([pairs, wellness, skips]) => {
      const whole = sent(
        Object.fromEntries(supportKinds.map(({ code }, place) => [code, pairs[place]])),
        wellness,
        skips,
      );
      if (blamed(whole) !== null) return;
      const told = supportTold(whole);
      expect(told.kinds.map(({ kind }) => kind)).toEqual(codesOf(supportKinds));
      for (const { answer, way } of told.kinds) expect(way === null || wasOffered(answer)).toBe(true);
      for (const [place, { answer }] of told.kinds.entries())
        expect(['neither', 'offered', 'taken-up'].includes(answer)).toBe(
          ['neither', 'offered', 'taken-up'].includes(pairs[place]![0]),
        );
      if (supportColumn(told.kinds) === 'none')
        expect(told.kinds.every(({ answer }) => answer === 'neither' || answer === 'offered')).toBe(true);
    }),
  );
});
