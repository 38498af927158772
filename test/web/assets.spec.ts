import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { assetPaths } from '../../src/web/assets.js';

type Build = (places: { from?: string; to: string }) => Promise<void>;

describe('the assets', () => {
  let folder: string;
  let to: string;
  let buildAssets: Build;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'assets-'));
    to = join(folder, 'made');
    // A plain script: by its full path, since the tests' own paths mean TypeScript
    const script = resolve('scripts/assets.js');
    ({ buildAssets } = (await import(script)) as { buildAssets: Build });
    await buildAssets({ to });
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  const asset = (file: string) => assetPaths(join(to, 'manifest.json'))(file);
  const made = (file: string) => join(to, asset(file).replace('/assets/', ''));

  it('are named after what is inside them', async () => {
    expect(asset('app.css')).toMatch(/^\/assets\/app\.[0-9a-f]{8}\.css$/u);
    const before = asset('app.css');
    await buildAssets({ to });
    expect(asset('app.css')).toBe(before);
  });

  it('get another name when they change', async () => {
    const [one, other] = await Promise.all(
      ['a { color: red }', 'a { color: blue }'].map((css, place) => built(css, place)),
    );
    expect(one).not.toBe(other);
  });

  it('bring every font the style sheet asks for, with its licence', () => {
    const css = readFileSync(made('app.css'), 'utf8');
    const fonts = [...css.matchAll(/url\(([^)]+)\)/gu)].map(([, file]) => file!);
    expect(fonts).toHaveLength(4);
    for (const font of fonts) expect(readFileSync(join(to, font)).subarray(0, 4).toString()).toBe('wOF2');
    for (const family of ['atkinson-hyperlegible-next', 'hanken-grotesk']) {
      expect(readFileSync(made(`${family}-licence.txt`), 'utf8')).toContain('SIL Open Font License');
    }
  });

  it('stand beside compressed copies of themselves', () => {
    const css = readFileSync(made('app.css'));
    expect(brotliDecompressSync(readFileSync(`${made('app.css')}.br`))).toEqual(css);
    expect(gunzipSync(readFileSync(`${made('app.css')}.gz`))).toEqual(css);
  });

  it('lose their comments, not their rules', async () => {
    const css = await built('/* why: a { } */\na {\n  color: red;\n}\n', 3);
    expect(readFileSync(join(folder, 'to3', css), 'utf8')).toBe('a {\ncolor: red;\n}');
  });

  it('hold nothing from elsewhere', () => {
    expect(readFileSync(made('app.css'), 'utf8')).not.toMatch(/https?:|@import/u);
  });

  it('are made whole or not at all', async () => {
    const before = readdirSync(to);
    await expect(buildAssets({ from: join(folder, 'nowhere'), to })).rejects.toThrow('ENOENT');
    expect(readdirSync(to)).toEqual(before);
  });

  it('refuse a font that is not copied', async () => {
    await expect(built('a { src: url(fonts/comic.woff2) }', 4)).rejects.toThrow(
      'comic.woff2, which is not copied',
    );
  });

  it('are missed in words that help', () => {
    expect(() => asset('other.css')).toThrow('There is no asset other.css');
    expect(() => assetPaths(join(folder, 'manifest.json'))).toThrow(
      'The style sheet and fonts are not built',
    );
  });

  /** Builds a house style of one file; answers its name. */
  async function built(css: string, place: number): Promise<string> {
    const from = mkdtempSync(join(folder, 'from-'));
    writeFileSync(join(from, 'app.css'), css);
    await buildAssets({ from, to: join(folder, `to${place}`) });
    return assetPaths(join(folder, `to${place}`, 'manifest.json'))('app.css').replace('/assets/', '');
  }
});
