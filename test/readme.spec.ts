import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from '../src/cli/commands.js';

const text = (file: string) => readFileSync(file, 'utf8');
const readme = text('README.md');
const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> };

/** Every different thing a pattern's groups catch in a text, in order of the alphabet. */
const named = (pattern: RegExp, within: string) =>
  [...new Set([...within.matchAll(pattern)].map(([, ...names]) => names.find(Boolean)!))].sort();

describe('the README', () => {
  it('names every npm script, and none that is not there', () =>
    expect(named(/\bnpm (?:run (?:-s |--silent )?([a-z][\w:-]*)|(start|test)\b)/g, readme)).toEqual(
      Object.keys(scripts).sort(),
    ));

  it('names every setting, and none that is not there', () =>
    expect(named(/\b(HOUSE_[A-Z_]+)\b/g, readme)).toEqual(
      named(/\b(HOUSE_[A-Z_]+)\b/g, text('src/settings.ts')),
    ));

  it('names every house command, and none that is not there', () =>
    expect(named(/\bnpm run (?:-s |--silent )?house -- ([a-z][a-z:-]*)/g, readme)).toEqual(
      Object.keys(commands).sort(),
    ));

  it('links only to files that are there', () =>
    expect(
      named(/\]\((?!https?:|#)([^)#\s]+)/g, readme).filter((file) => !existsSync(join('.', file))),
    ).toEqual([]));
});
