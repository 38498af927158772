import { Amendment, houseNoteRef, wordsNow } from '../../src/domain/amendment.js';
import type { Role } from '../../src/domain/person.js';
import { checkRightStay, whyNotTakeBack } from '../../src/domain/taking-back.js';
import { aHouse, at, blamedOn } from '../support/builders.js';

const WRITTEN = '2026-03-20T22:40-04:00';

// R28
describe('an amendment', () => {
  const amendment = (text: string, before: string) =>
    new Amendment(
      {
        number: 2,
        id: 'a',
        text,
        why: 'The day was wrong',
        before,
        writtenAt: at('2026-03-21T02:00-04:00'),
        personId: 'rosa',
        of: houseNoteRef('note'),
      },
      aHouse(),
    );

  it('says something else than before, on the house day on which it is written', () => {
    expect(amendment('Plumber on Monday', 'Plumber on Sunday').houseDay.toString()).toBe('2026-03-20');
    expect(() => amendment('Plumber', 'Plumber')).toThrow(blamedOn('text'));
  });

  it('has the word: the last one', () => {
    expect(wordsNow('first', [])).toBe('first');
    expect(wordsNow('first', [{ text: 'second' }, { text: 'third' }])).toBe('third');
  });
});

// R28
describe('taking a note back', () => {
  const why = (role: Role, id: string, now: string) =>
    whyNotTakeBack({ personId: 'theo', writtenAt: at(WRITTEN) }, { id, name: id, role }, at(now));

  it.each<[Role, string, string, boolean]>([
    ['staff', 'theo', '2026-03-20T22:40-04:00', true],
    ['staff', 'theo', '2026-03-20T23:39-04:00', true],
    ['staff', 'theo', '2026-03-20T23:40-04:00', false],
    ['staff', 'rosa', '2026-03-20T22:41-04:00', false],
    ['coordinator', 'ines', '2026-05-20T22:41-04:00', true],
    ['manager', 'marta', '2026-05-20T22:41-04:00', true],
  ])('%s %s at %s: %s', (role, id, now, may) => expect(why(role, id, now) === null).toBe(may));

  it.each<[string, string, string | null]>([
    ['misfiled', 'stay', null],
    ['misfiled', '', 'rightStayId'],
    ['not_so', 'stay', 'reason'],
    ['not_so', '', null],
  ])('for %s with the stay “%s”', (reason, stay, field) => {
    const check = () => checkRightStay(reason, stay);
    if (field === null) expect(check).not.toThrow();
    else expect(check).toThrow(blamedOn(field));
  });
});
