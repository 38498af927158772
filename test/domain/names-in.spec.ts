import fc from 'fast-check';
import { namesIn } from '../../src/domain/names-in.js';

describe('names in a text', () => {
  it.each<[string, string, string[]]>([
    ['Sam', 'Sam is in the kitchen', ['Sam']],
    ['Sam', 'sam’s door, please', ['sam']],
    ['José Díaz', 'Ask JOSE first', ['JOSE']],
    ['José Díaz', 'the diaz family rang', ['diaz']],
    ['Sam', 'The same door, samples on the desk', []],
    ['Lou Halfway', 'Halfway up the stairs', ['Halfway']],
    // A further name that is too short to tell, little words
    ['Lou Low', 'The milk is low', []],
    ['The Duke', 'The door is open', []],
    ['The Duke', 'Duke rang', ['Duke']],
    ['Ana de la Cruz', 'La puerta de la cocina', []],
    // All there is of a name counts, however short
    ['Q', 'Ring q back', ['q']],
    ['The', 'The door', ['The']],
    ['O’Brien Mary', 'At 5 o’clock', []],
    ['O’Brien Mary', 'O’Brien rang', ['Brien']],
    ['J. Li', 'Li rang', ['Li']],
    ['王伟', '王伟 rang', ['王伟']],
  ])('of %s in “%s”: %j', (name, text, found) => {
    expect(namesIn(text, [name])).toEqual(found);
  });

  it('names nobody who has no name', () => expect(namesIn('Null rang, and a guest', [null])).toEqual([]));

  it('finds every name that is written out, for any name and any text around it', () => {
    const word = fc.stringMatching(/^[a-zß-öø-ÿ]{4,9}$/u);
    const little = fc.constantFrom('the', 'a', 'is', 'of');
    fc.assert(
      fc.property(word, word, fc.array(little, { maxLength: 4 }), (first, last, around) => {
        for (const each of [first, last])
          expect(
            namesIn([...around, each.toUpperCase(), ...around].join(' '), [`${first} ${last}`]),
          ).toContain(each.toUpperCase());
      }),
    );
  });
});
