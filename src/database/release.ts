import { migrations } from './migrations/index.js';

type Migration = (typeof migrations)[number];

/** What the file of this version of Porchlight looks like. */
export interface Release {
  /** Oldest first. */
  migrations: readonly (new () => InstanceType<Migration>)[];
  /** Of a fresh file with all of them; test/database/fingerprint.spec.ts tells the new value. */
  fingerprint: string;
}

export const thisRelease: Release = {
  migrations,
  fingerprint: '91f490c4922be5a40caa3c455b0ea5568ea0e287d5ea228333c03ac26bffbcfa',
};
