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
  fingerprint: 'db89d4924c9c88c94f84c79db9185dcf7d0384c1eeb96a0e66333ec4cc194224',
};
