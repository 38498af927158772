import { readBedLines } from '../../src/domain/bed.js';
import { aBed, on } from '../support/builders.js';

// R12
describe('a bed is in use', () => {
  it.each([
    ['2026-02-28', false],
    ['2026-03-01', true],
    ['2036-03-01', true],
  ])('from its first night, without end: on %s %s', (night, inUse) =>
    expect(aBed({ firstNight: on('2026-03-01') }).isInUse(on(night))).toBe(inUse),
  );

  it.each([
    ['2026-03-09', true],
    ['2026-03-10', true],
    ['2026-03-11', false],
  ])('up to its last night, that one included: on %s %s', (night, inUse) =>
    expect(aBed({ lastNight: on('2026-03-10') }).isInUse(on(night))).toBe(inUse),
  );
});

describe('the beds typed at set-up', () => {
  it('are a line each, with a room or without', () =>
    expect(readBedLines('Upstairs / Maple\nOak')).toEqual([
      { room: 'Upstairs', name: 'Maple' },
      { room: null, name: 'Oak' },
    ]));

  it.each(['A/B', ' A /B ', '\tA / \u00a0B'])('may have any space around names: %j', (line) =>
    expect(readBedLines(line)).toEqual([{ room: 'A', name: 'B' }]),
  );

  it.each(['\n', '\r\n', '\r', '\n \r\n\n'])(
    'may end lines as any machine does, with empty ones between: %j',
    (end) => expect(readBedLines(`Maple${end}Oak${end}`).map(({ name }) => name)).toEqual(['Maple', 'Oak']),
  );

  it('have no room when the room is empty', () =>
    expect(readBedLines('/ Maple')).toEqual([{ room: null, name: 'Maple' }]));

  it('have an empty name when only a room was typed, for the form to ask about', () =>
    expect(readBedLines('Upstairs /')).toEqual([{ room: 'Upstairs', name: '' }]));

  it('keep further slashes in the name', () =>
    expect(readBedLines('Upstairs / Window/left')).toEqual([{ room: 'Upstairs', name: 'Window / left' }]));

  it('are none when nothing was typed', () => expect(readBedLines(' \n ')).toEqual([]));
});
