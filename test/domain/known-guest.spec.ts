import { firstKnown, type KnownGuest } from '../../src/domain/known-guest.js';
import { on } from '../support/builders.js';

const known = (id: string, person = id): KnownGuest => ({
  id,
  person,
  name: id,
  foldedName: id,
  arrivalDay: on('2026-03-01'),
  bedName: 'Maple',
});
const ids = (all: readonly KnownGuest[]) => firstKnown(all).map(({ id }) => id);

// R17, R46
describe('whom the page offers', () => {
  it('is the first five, in their order', () => {
    expect(ids('f e d c b a'.split(' ').map((id) => known(id)))).toEqual(['f', 'e', 'd', 'c', 'b']);
  });

  it('is each person once, by the likeliest of their records', () => {
    expect(ids([known('a', 'x'), known('b'), known('c', 'x'), known('d', 'x')])).toEqual(['a', 'b']);
  });
});
