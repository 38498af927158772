// Joins the letters of one typeface and the figures of another into one web font: half as much to fetch as two files, and
// nothing jumps when the second arrives. Reads WOFF, whose tables are only deflated; writes WOFF 2 without its transforms.
import { brotliCompressSync, constants, inflateSync } from 'node:zlib';

const FIGURES = '0123456789';
/** A program that bends no outline to the pixels; without one some computers bend them on their own and widen the text. */
const UNHINTED = Buffer.from('b801ff85b0048d', 'hex');

/**
 * The letters of one WOFF file with the figures of another, as a WOFF 2 file.
 * @param {Buffer} letters
 * @param {Buffer} figures
 * @returns {Buffer}
 */
export const withFiguresOf = (letters, figures) => writeWoff2(joined(readWoff(letters), readWoff(figures)));

/** The tables of `font` with the figures of `other`. Throws unless both are drawn on one grid, each figure by itself. */
export function joined(font, other) {
  if (unitsPerEm(font) !== unitsPerEm(other)) throw new Error('These fonts are drawn on different grids');
  const glyphs = glyphsOf(font);
  const theirs = glyphsOf(other);
  const hmtx = Buffer.from(font.get('hmtx'));
  for (const figure of FIGURES) {
    const [at, from] = [glyphAt(font, figure), glyphAt(other, figure)];
    if (theirs[from].readInt16BE(0) < 0) throw new Error(`The figure ${figure} is put together from others`);
    glyphs[at] = theirs[from];
    other.get('hmtx').copy(hmtx, at * 4, from * 4, from * 4 + 4);
  }
  const made = { ...tablesOf(glyphs), hmtx, maxp: largest(font, other), prep: UNHINTED };
  const tables = [...new Map([...font, ...Object.entries(made)])];
  return new Map(tables.sort(([one], [two]) => (one < two ? -1 : 1)));
}

/** The tables of a WOFF file by name, in the order of their names. */
export function readWoff(file) {
  if (file.toString('latin1', 0, 4) !== 'wOFF') throw new Error('This is not a WOFF file');
  return new Map(
    Array.from({ length: file.readUInt16BE(12) }, (_, index) => {
      const entry = 44 + index * 20;
      const [offset, packed, length] = [4, 8, 12].map((field) => file.readUInt32BE(entry + field));
      const bytes = file.subarray(offset, offset + packed);
      return [file.toString('latin1', entry, entry + 4), packed < length ? inflateSync(bytes) : bytes];
    }),
  );
}

const unitsPerEm = (font) => font.get('head').readUInt16BE(18);

/** What is drawn for each glyph. Throws for fonts laid out otherwise than these are: short offsets, a width for each glyph. */
export function glyphsOf(font) {
  const count = font.get('maxp').readUInt16BE(4);
  const [loca, glyf] = [font.get('loca'), font.get('glyf')];
  if (font.get('head').readInt16BE(50) !== 0 || font.get('hhea').readUInt16BE(34) !== count)
    throw new Error('This font is laid out in a way that is not read here');
  const start = (index) => loca.readUInt16BE(index * 2) * 2;
  return Array.from({ length: count }, (_, index) => glyf.subarray(start(index), start(index + 1)));
}

/** The number of the glyph for a character, found in a character map of format 4. */
export function glyphAt(font, character) {
  const map = font.get('cmap');
  const table = map.subarray(map.readUInt32BE(8));
  if (table.readUInt16BE(0) !== 4) throw new Error('This character map is not read here');
  const code = character.charCodeAt(0);
  // Four lists of this many bytes stand one after the other: ends, starts, shifts, places; two spare bytes after the first
  const size = table.readUInt16BE(6);
  let last = 14;
  while (table.readUInt16BE(last) < code) last += 2;
  const [first, delta, range] = [1, 2, 3].map((list) => last + 2 + list * size);
  const offset = table.readUInt16BE(range);
  const index =
    offset === 0 ? code : table.readUInt16BE(range + offset + (code - table.readUInt16BE(first)) * 2);
  return (index + table.readUInt16BE(delta)) & 0xffff;
}

function tablesOf(glyphs) {
  const even = glyphs.map((glyph) => (glyph.length % 2 ? Buffer.concat([glyph, Buffer.alloc(1)]) : glyph));
  const loca = Buffer.alloc((glyphs.length + 1) * 2);
  let end = 0;
  even.forEach((glyph, index) => {
    end += glyph.length;
    loca.writeUInt16BE(end / 2, (index + 1) * 2);
  });
  return { glyf: Buffer.concat(even), loca };
}

/** Points and contours of the largest glyph of either. */
function largest(font, other) {
  const made = Buffer.from(font.get('maxp'));
  for (const field of [6, 8])
    made.writeUInt16BE(Math.max(made.readUInt16BE(field), other.get('maxp').readUInt16BE(field)), field);
  return made;
}

const HEADER = 48;
const NAMED = 0x3f;
/** For glyf and loca, version 3 is the one that transforms nothing. */
const AS_IT_IS = 0xc0;

function writeWoff2(tables) {
  const entries = [...tables].flatMap(([tag, { length }]) => [
    Buffer.from([NAMED | (tag === 'glyf' || tag === 'loca' ? AS_IT_IS : 0)]),
    Buffer.from(tag, 'latin1'),
    base128(length),
  ]);
  const data = brotliCompressSync(Buffer.concat([...tables.values()]), {
    params: { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_FONT },
  });
  const directory = Buffer.concat(entries);
  const used = HEADER + directory.length + data.length;
  const unpacked = [...tables.values()].reduce(
    (sum, { length }) => sum + toFour(length),
    12 + 16 * tables.size,
  );
  const header = Buffer.alloc(HEADER);
  header.write('wOF2', 'latin1');
  header.writeUInt32BE(0x00010000, 4);
  header.writeUInt32BE(toFour(used), 8);
  header.writeUInt16BE(tables.size, 12);
  header.writeUInt32BE(unpacked, 16);
  header.writeUInt32BE(data.length, 20);
  return Buffer.concat([header, directory, data, Buffer.alloc(toFour(used) - used)]);
}

const toFour = (length) => Math.ceil(length / 4) * 4;

/** Seven bits a byte, the highest bit says that there are more. */
function base128(value) {
  const bytes = [value & 0x7f];
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) bytes.unshift((rest & 0x7f) | 0x80);
  return Buffer.from(bytes);
}
