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
  fingerprint: '6d1ce4d5cfa0077aaa5183df4cd7ea7f006a0e04fd94bbb19869aee50ab174b8',
};
