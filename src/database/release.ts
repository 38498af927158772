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
  fingerprint: '0c329a1088aa8b6a5e42f8365e606b5b17972d92e72d1784bc725f5a8cdfe6dc',
};
