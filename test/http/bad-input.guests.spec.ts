import { attackEvery, isAboutGuests } from '../support/attack-every.js';

describe('odd input in every field of every form about guests that can be found (P16)', () => {
  it(
    'is answered in plain words, kept as typed, and changes nothing where it is refused',
    () => attackEvery(isAboutGuests),
    600_000,
  );
});
