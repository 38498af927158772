// Fills dist/assets with the style sheet, the icon and the fonts, each named after what is inside it, so that browsers may
// keep them for ever; with compressed copies of the text ones and a manifest that says which file is which.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { withFiguresOf } from './font.js';

const home = join(dirname(fileURLToPath(import.meta.url)), '..');
const { resolve } = createRequire(import.meta.url);

const LETTERS = 'atkinson-hyperlegible-next';
// Atkinson slashes its zero and has no other: the figures come from Hanken Grotesk
const FIGURES = 'hanken-grotesk';
const WEIGHTS = ['400', '600'];

/** Makes `to` anew from the sources in `from` and the font packages. An interrupted run leaves the old one as it was. */
export async function buildAssets({
  from = join(home, 'views', 'assets'),
  to = join(home, 'dist', 'assets'),
} = {}) {
  const aside = `${to}.${process.pid}`;
  await rm(aside, { recursive: true, force: true });
  await mkdir(aside, { recursive: true });
  const manifest = await copyFonts(aside);
  for (const file of (await readdir(from)).sort()) {
    const made = file.endsWith('.css')
      ? smaller(withFonts(await text(from, file), manifest))
      : await text(from, file);
    manifest[file] = await keep(aside, file, Buffer.from(made));
  }
  await writeFile(join(aside, 'manifest.json'), JSON.stringify(manifest, null, 2));
  await rm(to, { recursive: true, force: true });
  await rename(aside, to);
}

const text = (folder, file) => readFile(join(folder, file), 'utf8');

/** Letters with their figures, and the rarer letters apart; in each weight. */
async function copyFonts(to) {
  const manifest = {};
  for (const family of [LETTERS, FIGURES]) {
    const licence = `${family}-licence.txt`;
    manifest[licence] = await keep(to, licence, await fontFile(family, 'LICENSE'));
  }
  for (const weight of WEIGHTS) {
    const [letters, figures] = await Promise.all(
      [LETTERS, FIGURES].map((family) => fontFile(family, 'files', `${family}-latin-${weight}-normal.woff`)),
    );
    const latin = `latin-${weight}.woff2`;
    manifest[latin] = await keep(to, latin, withFiguresOf(letters, figures));
    const rarer = await fontFile(LETTERS, 'files', `${LETTERS}-latin-ext-${weight}-normal.woff2`);
    manifest[`latin-ext-${weight}.woff2`] = await keep(to, `latin-ext-${weight}.woff2`, rarer);
  }
  return manifest;
}

const fontFile = (family, ...path) =>
  readFile(join(dirname(resolve(`@fontsource/${family}/package.json`)), ...path));

/** Points `url(fonts/x.woff2)` to the file that was made of it. */
const withFonts = (css, manifest) =>
  css.replaceAll(/url\(['"]?fonts\/([^'")]+)['"]?\)/g, (_, file) => {
    if (!manifest[file]) throw new Error(`The style sheet asks for the font ${file}, which is not copied`);
    return `url(${manifest[file]})`;
  });

/** Without comments, indents and empty lines; safe, since no string in our style sheet holds a comment sign. */
const smaller = (css) =>
  css
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\s*\n\s*/g, '\n')
    .trim();

/** Writes a file under its hashed name, text also compressed; answers that name. */
async function keep(folder, file, bytes) {
  const end = extname(file);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
  const name = `${file.slice(0, -end.length)}.${hash}${end}`;
  await writeFile(join(folder, name), bytes);
  if (end !== '.woff2') {
    await writeFile(join(folder, `${name}.br`), brotliCompressSync(bytes));
    await writeFile(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }));
  }
  return name;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildAssets();
