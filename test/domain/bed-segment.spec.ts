import { BedSegment } from '../../src/domain/bed-segment.js';
import { aHouse, aStay, at } from '../support/builders.js';

// R20
describe('the first bed of a stay', () => {
  it('is the guest’s from the moment and the house day of the arrival, without an end', () => {
    const stay = aStay();
    const part = new BedSegment({ id: 'part', stay, bedId: 'maple' });
    expect([part.stayId, part.bedId]).toEqual([stay.id, 'maple']);
    expect([String(part.fromAt), String(part.fromDay)]).toEqual(['2026-03-05T20:00:00Z', '2026-03-05']);
    expect([part.toAt, part.toDay, part.undoneAt]).toEqual([null, null, null]);
  });

  it('ends with a stay that is over already as it is written down (R52)', () => {
    const stay = aStay();
    stay.leave(at('2026-03-07T01:00-05:00'), aHouse());
    const part = new BedSegment({ id: 'part', stay, bedId: 'maple' });
    expect([String(part.toAt), String(part.toDay)]).toEqual(['2026-03-07T06:00:00Z', '2026-03-06']);
  });
});
