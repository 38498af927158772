import { BedSegment } from '../../src/domain/bed-segment.js';
import { aStay } from '../support/builders.js';

// R20
describe('the first bed of a stay', () => {
  it('is the guest’s from the moment and the house day of the arrival, without an end', () => {
    const stay = aStay();
    const part = new BedSegment({ id: 'part', stay, bedId: 'maple' });
    expect([part.stayId, part.bedId]).toEqual([stay.id, 'maple']);
    expect([String(part.fromAt), String(part.fromDay)]).toEqual(['2026-03-05T20:00:00Z', '2026-03-05']);
    expect([part.toAt, part.toDay, part.undoneAt]).toEqual([null, null, null]);
  });
});
