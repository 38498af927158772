import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

type Tables = Map<string, Buffer>;

interface Font {
  readWoff(file: Buffer): Tables;
  glyphsOf(font: Tables): Buffer[];
  glyphAt(font: Tables, character: string): number;
  joined(letters: Tables, figures: Tables): Tables;
}

const FIGURES = '0123456789';

describe('the font of letters and figures', () => {
  let font: Font;

  beforeAll(async () => {
    // A plain script: by its full path, since the tests' own paths mean TypeScript
    const script = resolve('scripts/font.js');
    font = (await import(script)) as Font;
  });

  const file = (family: string) =>
    readFileSync(`node_modules/@fontsource/${family}/files/${family}-latin-400-normal.woff`);
  const atkinson = () => font.readWoff(file('atkinson-hyperlegible-next'));
  const hanken = () => font.readWoff(file('hanken-grotesk'));

  /** How a character is drawn, without the byte that evens it out, and how wide it is. */
  const drawn = (tables: Tables, character: string) => {
    const glyph = font.glyphAt(tables, character);
    const width = tables.get('hmtx')!.readUInt16BE(glyph * 4);
    return [
      font
        .glyphsOf(tables)
        [glyph]!.toString('hex')
        .replace(/(00)+$/u, ''),
      width,
    ];
  };

  it('has each figure of the one and each letter of the other, as wide as they were', () => {
    const [letters, figures] = [atkinson(), hanken()];
    const both = font.joined(letters, figures);
    for (const figure of FIGURES) {
      expect(drawn(both, figure)).toEqual(drawn(figures, figure));
      expect(drawn(both, figure)).not.toEqual(drawn(letters, figure));
    }
    for (const letter of 'AaZzéñß“”–·!') expect(drawn(both, letter)).toEqual(drawn(letters, letter));
  });

  it('has room for its largest glyph and says that nothing is bent to the pixels', () => {
    const both = font.joined(atkinson(), hanken());
    const contours = font.glyphsOf(both).map((glyph) => (glyph.length > 0 ? glyph.readInt16BE(0) : 0));
    expect(both.get('maxp')!.readUInt16BE(8)).toBeGreaterThanOrEqual(Math.max(...contours));
    expect(both.get('prep')!.length).toBe(7);
  });

  it('is not made of what cannot be joined or read', () => {
    const other = hanken();
    const grid = Buffer.from(other.get('head')!);
    grid.writeUInt16BE(2048, 18);
    expect(() => font.joined(atkinson(), new Map([...other, ['head', grid]]))).toThrow('different grids');
    expect(() => font.readWoff(Buffer.from('wOF2 and more'))).toThrow('not a WOFF file');
  });
});
