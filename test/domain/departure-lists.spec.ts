import { destinations, endings } from '../../src/domain/departure-lists.js';
import { labelOf } from '../../src/domain/list-entry.js';

// R23
describe.each([
  ['endings', endings],
  ['destinations', destinations],
])('the list of %s', (_, list) => {
  it.each(['code', 'label'] as const)('has no %s twice', (part) => {
    const all = list.map((entry) => entry[part]);
    expect(new Set(all).size).toBe(all.length);
  });

  it('has codes that a report can hold', () =>
    expect(list.filter(({ code }) => !/^[a-z]+(_[a-z]+)*$/.test(code))).toEqual([]));
});

describe('the words of a stored code', () => {
  it('tell a hospital by choice from one that was not', () => {
    expect(labelOf(endings, 'hospital_psych_vol')).toBe('Chose to go to a psychiatric hospital');
    expect(labelOf(endings, 'hospital_psych_inv')).toBe('Taken to a psychiatric hospital, not by choice');
  });

  // R37
  it('tell the three ways of no answer apart', () =>
    expect(['not_said', 'not_known', 'not_asked'].map((code) => labelOf(destinations, code))).toEqual([
      'Chose not to say',
      'Don’t know',
      'Not asked',
    ]));

  it('are the code itself when the list no longer has it', () =>
    expect(labelOf(endings, 'from_last_year')).toBe('from_last_year'));
});
