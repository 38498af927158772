// Whether a guest is found again by a name with a typo, and how long that takes, among many invented ones:
// node bench/names.js [guests] [searches of each kind]. It wants a build: npm start or node scripts/build.js makes one.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHouse } from '../dist/database/opening.js';
import { PageReader } from '../dist/database/page-reader.js';
import { RawFile, withFile } from '../dist/database/raw-file.js';
import { foldName } from '../dist/domain/guest.js';
import { firstKnown } from '../dist/domain/known-guest.js';
import { NameSearch } from '../dist/guests/name-search.service.js';

const [guests = 60_000, searches = 200] = process.argv.slice(2).map(Number);
const BEDS = 500;
let seed = 20_261_122;

/** The same numbers on every run: a whole one from 0 to below `most`. */
function dice(most) {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
  return Math.floor((seed / 0x80000000) * most);
}
const oneOf = (list) => list[dice(list.length)];
const times = (count, make) => Array.from({ length: count }, (_, place) => make(place));

const STARTS = 'b br c ch d dr f g gr h j k kl l m n p r s sh st t tr v w z'.split(' ').concat('', '');
const VOWELS = 'a a a e e i i o o u é ö ia ie ou'.split(' ');
const ENDS = ['', '', '', '', 'n', 'r', 'l', 's', 'th', 'nd', 'ck'];
const word = (syllables) => times(syllables, () => oneOf(STARTS) + oneOf(VOWELS)).join('') + oneOf(ENDS);
const capital = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);
const [given, family] = [times(4000, () => word(1 + dice(3))), times(12_000, () => word(2 + dice(2)))];

/** As guests say their names: many a first name alone, most with another, some with three. */
function invented() {
  const kind = dice(10);
  const words = kind < 3 ? [word(2 + dice(2))] : [oneOf(given), oneOf(family)];
  return (kind === 9 ? [...words, oneOf(family)] : words).map(capital).join(' ');
}

/** So many names no two of which are the same when folded, one under three letters for every two hundred. */
function manyNames() {
  const names = new Map();
  while (names.size < guests) {
    const name =
      names.size % 200 === 0 ? capital(oneOf(STARTS).slice(0, 1) + oneOf('aeiou'.split(''))) : invented();
    const isNew = name.trim() !== '' && !names.has(foldName(name));
    names.set(
      isNew ? foldName(name) : `${foldName(name)} ${names.size}`,
      isNew ? name : `${name} ${names.size}`,
    );
  }
  return [...names.values()];
}

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

/** Changes one word of four letters or more of a folded name at some place; null when there is none. */
function inLongWord(folded, change) {
  const words = folded.split(' ');
  const long = words.flatMap((each, place) => ([...each].length >= 4 ? [place] : []));
  if (long.length === 0) return null;
  const place = oneOf(long);
  return words.map((each, at) => (at === place ? change([...each]).join('') : each)).join(' ');
}

const changedAt = (letters, at) =>
  letters.with(at, oneOf(LETTERS.filter((letter) => letter !== letters[at])));

const kinds = {
  'as it was written': (name) => name,
  'without accents and capitals': (name) => foldName(name),
  'more spaces': (name) => `  ${name.replaceAll(' ', '   ')} `,
  'a space left out': (name) => (name.split(' ').length === 2 ? name.replace(' ', '') : null),
  'a letter changed': (name) =>
    inLongWord(foldName(name), (letters) => changedAt(letters, dice(letters.length))),
  'a letter missing': (name) =>
    inLongWord(foldName(name), (letters) => letters.toSpliced(dice(letters.length), 1)),
  'a letter added': (name) =>
    inLongWord(foldName(name), (letters) => letters.toSpliced(dice(letters.length + 1), 0, oneOf(LETTERS))),
  'two neighbours swapped': (name) =>
    inLongWord(foldName(name), (letters) => {
      const at = dice(letters.length - 1);
      return letters.with(at, letters[at + 1]).with(at + 1, letters[at]);
    }),
  'under three letters': (name) => (foldName(name).length < 3 ? name : null),
};

/** Fills the file: every guest stayed and left, so that each can be offered. */
async function fill(file, names) {
  await file.exec('PRAGMA foreign_keys = ON; BEGIN');
  const quoted = (text) => `'${text.replaceAll("'", "''")}'`;
  for (let bed = 0; bed < BEDS; bed += 1) {
    await file.exec(
      `INSERT INTO beds VALUES ('bed-${bed}', 'Bed ${bed}', NULL, ${bed}, '2010-01-01', NULL, 1, '')`,
    );
  }
  for (const [place, name] of names.entries()) {
    const day = new Date(Date.UTC(2010, 0, 1 + (place % 5000))).toISOString().slice(0, 10);
    const [from, to] = [`'${day}T15:00:00Z'`, `'${day}T20:00:00Z'`];
    await file.exec(`
      INSERT INTO guests VALUES ('g${place}', ${quoted(name)}, ${quoted(foldName(name))}, NULL, ${from}, 1);
      INSERT INTO stays VALUES ('s${place}', 'g${place}', 'no', ${from}, '${day}', date('${day}', '+1 day'),
        date('${day}', '+1 day'), ${to}, '${day}', NULL, 1, 'not_asked');
      INSERT INTO bed_segments VALUES ('p${place}', 's${place}', 'bed-${place % BEDS}', ${from}, '${day}', ${to}, '${day}', NULL, 1);
      INSERT INTO claims VALUES ('p${place}', 'stay', 'bed-${place % BEDS}', 'g${place}', '${day}', '${day}')`);
  }
  await file.exec('COMMIT');
}

/** Looks for guests picked by chance as this kind of slip would spell them. */
async function measure(search, names, slip) {
  const took = [];
  let found = 0;
  let tried = 0;
  while (took.length < searches && tried < searches * 1000) {
    tried += 1;
    const at = dice(names.length);
    const typed = slip(names[at]);
    if (typed === null) continue;
    const begun = performance.now();
    const first = firstKnown(await search.like(foldName(typed)));
    took.push(performance.now() - begun);
    if (first.some(({ id }) => id === `g${at}`)) found += 1;
  }
  took.sort((one, other) => one - other);
  const share = (part) => took[Math.min(took.length - 1, Math.floor(took.length * part))].toFixed(1);
  return { count: took.length, found, median: share(0.5), slow: share(0.95), most: took.at(-1).toFixed(1) };
}

const folder = await mkdtemp(join(tmpdir(), 'bench-'));
await (await openHouse(folder)).close();
const names = manyNames();
await withFile(RawFile.writing(join(folder, 'house.sqlite')), (file) => fill(file, names));
const house = await openHouse(folder);
const search = new NameSearch(new PageReader(house.pages));
console.log(`${guests} invented guests, each name once; found means: among the first five that are offered`);
for (const [kind, slip] of Object.entries(kinds)) {
  const { count, found, median, slow, most } = await measure(search, names, slip);
  console.log(
    `${kind.padEnd(30)} found ${found} of ${count}, median ${median} ms, 95 in 100 within ${slow} ms, most ${most} ms`,
  );
}
await house.close();
await rm(folder, { recursive: true, force: true });
