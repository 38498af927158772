import fc from 'fast-check';
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { keyOf, countOf, namesIn } from '../../src/domain/count-links.js';
import type { GivenVersion } from '../../src/domain/hiding.js';
import { isSmall } from '../../src/domain/shared-table.js';
import { shareable } from '../../src/domain/suppression.js';
import {
  aCorrection,
  aPeriod,
  corrected,
  type Correction,
  knownLinks,
  knownRows,
  tablesOf,
} from '../support/counted-house.js';
import { workedOut } from '../support/solver.js';
import { type Patch, patchedBuild } from './patched-build.js';
import { scale } from './scale.js';

type Stays = Parameters<typeof tablesOf>[0];
type Share = typeof shareable;

/** A period as it was given out, and given out again after each correction. */
const aHistory = fc.record({ stays: aPeriod, corrections: fc.array(aCorrection, { maxLength: 2 }) });

const histories = (seed: number, many: number) => fc.sample(aHistory, { seed, numRuns: many });

function versionsOf(share: Share, stays: Stays, corrections: readonly Correction[]): GivenVersion[] {
  const given: GivenVersion[] = [];
  for (const correction of [null, ...corrections]) {
    stays = correction ? corrected(stays, correction) : stays;
    const counted = tablesOf(stays);
    given.push({ counted, shared: share(counted, [...given], knownLinks) });
  }
  return given;
}

/** Small numbers that stand there, and those a solver finds: also one that knows what was corrected. */
function found(given: readonly GivenVersion[]): string[] {
  const versions = given.map(({ shared }) => shared);
  const shown = versions
    .flat()
    .flatMap(({ code, total, rows }) =>
      [total, ...(rows ?? []).map(({ told }) => told)]
        .filter((told) => typeof told === 'number' && isSmall(told))
        .map((told) => `${code} shows ${told}`),
    );
  const inHand = { versions, rows: knownRows, links: knownLinks };
  return [...shown, ...workedOut(inHand), ...workedOut({ ...inHand, changes: changesIn(given) })];
}

/** `endings 3 fewer, 40 not-shown of 43`, table by table. */
const written = ({ counted, shared }: GivenVersion): string =>
  shared
    .map(({ code, rows, total }) => {
      const table = counted.find((each) => each.code === code)!;
      const counts = table.rows.map(({ count }, place) => `${count} ${rows?.[place]!.told ?? '-'}`);
      return `${code} ${counts.join(', ')} of ${table.total} ${total}`;
    })
    .join('; ');

const changesIn = (given: readonly GivenVersion[]) =>
  given.slice(1).map(({ counted }, place) => {
    const then = given[place]!.counted;
    return new Map(
      namesIn(counted).map((name) => [keyOf(name), countOf(name, counted) - countOf(name, then)]),
    );
  });

const oneRowIsEnough: Patch = ['domain/hiding.js', 'hidden.length === 1', 'false'];
const nothingIsChecked: Patch = ['domain/suppression.js', 'while (tellsTooMuch(hiding))', 'while (false)'];

describe('no count of 1 to 10 is told or can be worked out (P23)', () => {
  it.each(scale.seeds)(
    'with the seed %d',
    (seed) => {
      let told = 0;
      for (const { stays, corrections } of histories(seed, scale.reports)) {
        const given = versionsOf(shareable, stays, corrections);
        const small = found(given);
        if (small.length > 0) throw new Error(`${small.join(', ')} in\n${given.map(written).join('\n')}`);
        told += given[0]!.shared.filter(({ rows }) => rows !== null).length;
      }
      // Nothing told is nothing worked out: it must still be a report
      expect(told).toBeGreaterThan(scale.reports);
    },
    scale.patience,
  );

  it.each<[string, ...Patch[]]>([
    ['hiding more than the small ones', oneRowIsEnough, nothingIsChecked],
    ['another world for each', nothingIsChecked],
    ['what holds between tables', ['domain/suppression.js', 'before, links });', 'before, links: [] });']],
    ['the earlier versions', ['domain/suppression.js', 'before), before,', '[]), before: [],']],
  ])(
    'and not without %s: this check can fail',
    async (_, ...patches) => {
      const build = await patchedBuild(patches);
      try {
        const path = pathToFileURL(resolve(build, 'domain/suppression.js')).href;
        const { shareable: share } = (await import(path)) as { shareable: Share };
        const isBroken = histories(1, 200).some(
          ({ stays, corrections }) => found(versionsOf(share, stays, corrections)).length > 0,
        );
        expect(isBroken).toBe(true);
      } finally {
        await rm(build, { recursive: true });
      }
    },
    scale.patience,
  );
});
