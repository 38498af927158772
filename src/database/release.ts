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
  fingerprint: '5e2a6bc93c21e05e57ecd2488383fff710a2b94721b2f8bbdb10e9b5be48df6a',
};
