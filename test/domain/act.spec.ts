import fc from 'fast-check';
import type { ActKind } from '../../src/domain/act.js';
import { anAct, at } from '../support/builders.js';

const IN_TIME = at('2026-03-10T20:00-04:00');
const doers: ActKind[] = [
  'stay.arrived',
  'stay.left',
  'bed.ready',
  'followUp.tried',
  'stay.away',
  'stay.back',
];
const notInTheWay = fc.oneof(
  fc.constantFrom(...doers).map((kind) => anAct({ kind, undoneByAct: 'an-undo' })),
  fc
    .constantFrom<ActKind>('act.undone', 'guest.named', 'stay.seen')
    .map((kind) => anAct({ kind, undoUntil: null })),
);

// R24
describe('undoing an act', () => {
  it.each(['2026-03-10T18:00-04:00', '2026-03-10T21:59-04:00', '2026-03-10T21:59:59.999999999-04:00'])(
    'is open until the shift ends: %s',
    (now) => expect(anAct().whyNotUndo(at(now), [])).toBeNull(),
  );

  it.each(['2026-03-10T22:00-04:00', '2026-03-11T18:00-04:00'])(
    'is over from the end of the shift: %s',
    (now) => expect(anAct().whyNotUndo(at(now), [])).toContain('shift'),
  );

  it.each(doers)('is refused when %s was done with the stay since then', (kind) =>
    expect(anAct().whyNotUndo(IN_TIME, [anAct({ kind })])).toContain('Something else'),
  );

  it('is refused to no try for a later one, and to a leaving for any try', () => {
    const later = [anAct({ kind: 'followUp.tried' })];
    expect(anAct({ kind: 'followUp.tried' }).whyNotUndo(IN_TIME, later)).toBeNull();
    expect(anAct({ kind: 'stay.left' }).whyNotUndo(IN_TIME, later)).toContain('Something else');
  });

  it('is refused to a link for a later link, and neither stands in the way of what is done in a stay', () => {
    const links = (['guest.linked', 'guest.unlinked'] as const).map((kind) => anAct({ kind }));
    for (const link of links) {
      for (const later of links) expect(link.whyNotUndo(IN_TIME, [later])).toContain('Something else');
      for (const kind of doers) {
        expect(link.whyNotUndo(IN_TIME, [anAct({ kind })])).toBeNull();
        expect(anAct({ kind }).whyNotUndo(IN_TIME, [link])).toBeNull();
      }
    }
  });

  it('is open for an arrival with the leaving that was told in the same line, and for no other leaving (R52)', () => {
    const left = (arrival: string | null) => anAct({ id: 'act-2', kind: 'stay.left', details: { arrival } });
    expect(anAct().whyNotUndo(IN_TIME, [left('act-1')])).toBeNull();
    expect(anAct().whyNotUndo(IN_TIME, [left('act-9')])).toContain('Something else');
    expect(anAct().whyNotUndo(IN_TIME, [left(null)])).toContain('Something else');
    expect(anAct().whyNotUndo(IN_TIME, [left('act-1'), anAct({ kind: 'stay.corrected' })])).toContain('else');
    expect(anAct({ id: 'act-1', kind: 'stay.planned' }).whyNotUndo(IN_TIME, [left(null)])).not.toBeNull();
  });

  it('is refused when it was undone already', () =>
    expect(anAct({ undoneByAct: 'an-undo' }).whyNotUndo(IN_TIME, [])).toContain('undone already'));

  it('is refused for what cannot be undone', () =>
    expect(anAct({ undoUntil: null }).whyNotUndo(IN_TIME, [])).toBe('This cannot be undone.'));

  it('is open again once whatever was done since then is undone', () =>
    fc.assert(
      fc.property(fc.array(notInTheWay), (later) => expect(anAct().whyNotUndo(IN_TIME, later)).toBeNull()),
    ));

  it('is refused for one act in the way among any that are not', () =>
    fc.assert(
      fc.property(fc.array(notInTheWay), fc.array(notInTheWay), (before, after) =>
        expect(anAct().whyNotUndo(IN_TIME, [...before, anAct(), ...after])).toContain('Something else'),
      ),
    ));
});
