import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { ChangedMeanwhile } from '../domain/conflict.js';

interface Versioned extends ObjectLiteral {
  id: string | number;
  version: number;
}

/**
 * Writes `changes` to the record and counts its version up. Throws ChangedMeanwhile, and writes nothing, when it is no
 * longer the version that was read (R26). The record in memory keeps the version it was read with.
 */
export async function updateVersion<Entity extends Versioned>(
  tx: EntityManager,
  target: EntityTarget<Entity>,
  read: Pick<Entity, 'id' | 'version'>,
  changes: Partial<Entity>,
): Promise<void> {
  const { affected } = await tx
    .createQueryBuilder()
    .update(target)
    .set({ ...changes, version: () => 'version + 1' })
    .where('id = :id AND version = :version', { id: read.id, version: read.version })
    .execute();
  if (affected !== 1) throw new ChangedMeanwhile('This was changed by someone else in the meantime.');
}
