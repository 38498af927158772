import fc from 'fast-check';
import {
  checkNamesNoGuest,
  Connection,
  type ConnectionFacts,
  whyNotAsk,
  whyNotConnect,
} from '../../src/domain/connection.js';
import type { Purpose } from '../../src/domain/purposes.js';
import { aConsent, at, blamedOn, on } from '../support/builders.js';

const LEFT = { leftAt: at('2026-11-20T17:00:00Z'), undoneAt: null };
const today = on('2026-11-23');
const aConnection = (facts: Partial<ConnectionFacts>) =>
  new Connection({
    ...{ id: 'c', stayId: 's', madeAt: at('2026-11-20T17:00:40Z'), personId: 'ines' },
    ...{ placeId: null, ownWords: null, way: null, ...facts },
  });

describe('a connection made with a guest', () => {
  it('is to a place of the directory or in own words, never both and never neither', () => {
    expect(aConnection({ placeId: 'p' }).ownWords).toBeNull();
    expect(aConnection({ ownWords: 'A choir' }).placeId).toBeNull();
    expect(() => aConnection({})).toThrow(blamedOn('placeId'));
    expect(() => aConnection({ placeId: 'p', ownWords: 'A choir' })).toThrow(blamedOn('ownWords'));
  });

  it('is kept to the minute, and how far it came may be left open', () => {
    expect(aConnection({ placeId: 'p' }).madeAt.toString()).toBe('2026-11-20T17:00:00Z');
    expect(aConnection({ placeId: 'p' }).way).toBeNull();
  });

  it('is added while the stay counts and its guest lives', () => {
    expect(whyNotConnect({ undoneAt: null }, false)).toBeNull();
    expect(whyNotConnect({ undoneAt: at('2026-11-20T17:00:00Z') }, false)).toContain('undone');
    expect(whyNotConnect({ undoneAt: null }, true)).toContain('died');
  });
});

// R32
describe('asking how it was', () => {
  const why = (facts: Partial<Parameters<typeof whyNotAsk>[0]>) =>
    whyNotAsk({ stay: LEFT, consents: [aConsent()], hasDied: false, today, ...facts });

  it('needs a guest who left, lives and said yes to being in touch', () => {
    expect(why({})).toBeNull();
    expect(why({ stay: { leftAt: null, undoneAt: null } })).toContain('still here');
    expect(why({ stay: { ...LEFT, undoneAt: at('2026-11-20T18:00:00Z') } })).toContain('undone');
    expect(why({ hasDied: true })).toContain('died');
    expect(why({ consents: [] })).toContain('No yes');
  });

  it('ends with the last day of the yes, not before', () => {
    const consents = [aConsent({ expiresOn: today })];
    expect(why({ consents })).toBeNull();
    expect(why({ consents, today: today.add({ days: 1 }) })).toContain('No yes');
  });

  it('of any yeses is open when one to being in touch holds, whatever else was said', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            purpose: fc.constantFrom<Purpose>('follow-up', 'things', 'alternate', 'research'),
            isWithdrawn: fc.boolean(),
            expiresOn: fc.option(fc.integer({ min: -3, max: 3 })),
          }),
        ),
        (said) => {
          const consents = said.map(({ purpose, isWithdrawn, expiresOn }) =>
            aConsent({
              purpose,
              withdrawnAt: isWithdrawn ? at('2026-11-21T12:00:00Z') : null,
              expiresOn: expiresOn === null ? null : today.add({ days: expiresOn }),
            }),
          );
          const isOpen = said.some(
            ({ purpose, isWithdrawn, expiresOn }) =>
              purpose === 'follow-up' && !isWithdrawn && (expiresOn ?? 0) >= 0,
          );
          expect(why({ consents }) === null).toBe(isOpen);
        },
      ),
    ));

  it('keeps guests’ names out of words that coordinators read', () => {
    expect(() => checkNamesNoGuest('They shouted at nia', ['Nia Bell'])).toThrow(blamedOn('words'));
    expect(() => checkNamesNoGuest('They shouted', ['Nia Bell', null])).not.toThrow();
    expect(() => checkNamesNoGuest(null, ['Nia'])).not.toThrow();
  });
});
