import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { type EntityManager, In, IsNull } from 'typeorm';
import { PageReader } from '../database/page-reader.js';
import { updateVersion } from '../database/update-version.js';
import { Bed } from '../domain/bed.js';
import { BedSegment, inOrder } from '../domain/bed-segment.js';
import { ChangedMeanwhile, Conflict } from '../domain/conflict.js';
import type { CorrectionFacts } from '../domain/correction.js';
import { Consent } from '../domain/consent.js';
import { Death } from '../domain/death.js';
import { Departure } from '../domain/departure.js';
import { DIED } from '../domain/departure-lists.js';
import { Guest } from '../domain/guest.js';
import type { Role } from '../domain/person.js';
import { Stay } from '../domain/stay.js';
import { whyOver } from '../domain/stay-acts.js';
import { NotHere } from '../web/refusals.js';

/** A stay with everything its page shows. */
export interface StayWhole {
  stay: Stay;
  guest: Guest;
  /** In the order they were slept in, without what was undone; an undone stay keeps those it had then. */
  parts: { part: BedSegment; bed: Bed }[];
  departure: Departure | null;
  /** The yes at its end that still stands: what was agreed at another time is on the guest's page. */
  consent: Consent | null;
  /** That the guest died, here or later (R50). */
  death: Death | null;
  /** It ended a stay, this one or another (R50). */
  isEndedByDeath: boolean;
}

/** A stay whose guest is here, with the part and the bed they are in. */
export type StayHere = StayWhole & StayWhole['parts'][number];

/** Finds stays, and keeps a stay and its bed in step. */
@Injectable()
export class StaysService {
  constructor(private readonly pages: PageReader) {}

  /** Throws NotHere for an unknown id. */
  async find(id: string, reader: EntityManager = this.pages.manager): Promise<StayWhole> {
    const stay = await reader.findOneBy(Stay, { id });
    if (!stay) throw new NotHere();
    const [guest, parts, departure, consent, death] = await Promise.all([
      reader.findOneByOrFail(Guest, { id: stay.guestId }),
      this.partsOf(reader, stay),
      reader.findOneBy(Departure, { stayId: id, undoneAt: IsNull() }),
      reader.findOneBy(Consent, { stayId: id, atLeaving: true, withdrawnAt: IsNull() }),
      reader.findOneBy(Death, { guestId: stay.guestId, undoneAt: IsNull() }),
    ]);
    const isEndedByDeath = death !== null && (await this.endedStay(reader, death));
    return { stay, guest, parts, departure, consent, death, isEndedByDeath };
  }

  /**
   * A stay whose guest is here, with the part and the bed they are in. Throws NotHere for an unknown id, a Conflict when they
   * have left; ChangedMeanwhile when it is not the version a page was drawn from, null being a sender that saw none (R26).
   */
  async findHere(id: string, tx: EntityManager, version: number | null): Promise<StayHere> {
    const whole = await this.find(id, tx);
    const why = whyOver(whole.stay);
    if (why) throw new Conflict(why);
    if (version !== null && version !== whole.stay.version) {
      throw new ChangedMeanwhile('This stay was changed by someone else in the meantime.');
    }
    return { ...whole, ...whole.parts.at(-1)! };
  }

  /** A stay to be corrected. Throws NotHere, a Conflict when its check-in was undone, ChangedMeanwhile as `findHere` does. */
  async findToCorrect(id: string, tx: EntityManager, version: number): Promise<StayWhole> {
    const whole = await this.find(id, tx);
    if (whole.stay.undoneAt) throw new Conflict('This check-in was undone.');
    if (version !== whole.stay.version) {
      throw new ChangedMeanwhile('This stay was changed by someone else in the meantime.');
    }
    return whole;
  }

  private endedStay(reader: EntityManager, { stayId }: Death): Promise<boolean> {
    return reader.existsBy(Departure, { stayId, ending: DIED, undoneAt: IsNull() });
  }

  /** Who is in a bed now, or null (R7). */
  async inBed(reader: EntityManager, bedId: string): Promise<{ stay: Stay; part: BedSegment } | null> {
    const part = await reader.findOneBy(BedSegment, { bedId, toAt: IsNull(), undoneAt: IsNull() });
    return part && { part, stay: await reader.findOneByOrFail(Stay, { id: part.stayId }) };
  }

  async add(tx: EntityManager, stay: Stay, bedId: string): Promise<BedSegment> {
    const part = new BedSegment({ id: randomUUID(), stay, bedId });
    await tx.insert(Stay, stay);
    await tx.insert(BedSegment, part);
    return part;
  }

  /** Writes what changed in a stay. Throws ChangedMeanwhile when it is no longer the version that was read. */
  async keep(tx: EntityManager, stay: Stay): Promise<void> {
    const { leftAt, departureDay, undoneAt, plannedDay, arrivedAt, arrivalDay, guestId } = stay;
    const changes = { leftAt, departureDay, undoneAt, plannedDay, arrivedAt, arrivalDay, guestId };
    await updateVersion(tx, Stay, stay, changes);
  }

  private async partsOf(reader: EntityManager, { id, undoneAt }: Stay): Promise<StayWhole['parts']> {
    const all = await reader.findBy(BedSegment, { stayId: id });
    const parts = inOrder(all.filter((part) => part.undoneAt === null || undoneAt?.equals(part.undoneAt)));
    const beds = await reader.findBy(Bed, { id: In(parts.map(({ bedId }) => bedId)) });
    return parts.map((part) => ({ part, bed: beds.find(({ id }) => id === part.bedId)! }));
  }
}

/** What decides what can be put right in a stay (R53). */
export const correctionFacts = (
  { stay, parts, death, departure, isEndedByDeath }: StayWhole,
  role: Role,
): CorrectionFacts => ({
  stay,
  parts: parts.map(({ part }) => part),
  role,
  death: death && deathOf(departure, isEndedByDeath),
});

function deathOf(departure: Departure | null, isEndedByDeath: boolean): CorrectionFacts['death'] {
  if (departure?.ending === DIED) return 'ended it';
  return isEndedByDeath ? 'ended another' : 'later';
}
