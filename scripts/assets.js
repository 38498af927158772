// Fills dist/assets with the style sheet, the icon and the fonts, each named after what is inside it, so that browsers may
// keep them for ever; with compressed copies of the text ones and a manifest that says which file is which.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const home = join(dirname(fileURLToPath(import.meta.url)), '..');
const { resolve } = createRequire(import.meta.url);

// Atkinson slashes its zero and has no other: the figures come from Hanken Grotesk
const fonts = {
  'atkinson-hyperlegible-next': ['latin-400', 'latin-600', 'latin-ext-400', 'latin-ext-600'],
  'hanken-grotesk': ['latin-400', 'latin-600'],
};

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

async function copyFonts(to) {
  const manifest = {};
  for (const [family, cuts] of Object.entries(fonts)) {
    const folder = dirname(resolve(`@fontsource/${family}/package.json`));
    const licence = `${family}-licence.txt`;
    manifest[licence] = await keep(to, licence, await readFile(join(folder, 'LICENSE')));
    for (const cut of cuts) {
      const file = `${family}-${cut}-normal.woff2`;
      manifest[file] = await keep(to, file, await readFile(join(folder, 'files', file)));
    }
  }
  return manifest;
}

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
