import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('../../..', import.meta.url));
const cache = join(root, 'node_modules', '.cache', 'porchlight', 'translated');
// Whatever a translation depends on beside the file itself
const made = ['tsconfig.json', 'package-lock.json', 'test/support/native/translated.js']
  .map((file) => readFileSync(join(root, file)))
  .reduce((hash, text) => hash.update(text), createHash('sha256'))
  .digest('hex');

/**
 * One TypeScript file without its types (`npm run check` looks at those), kept from run to run by what is in it.
 * @param {string} file
 * @returns {string} JavaScript, an ES module
 */
export function translated(file) {
  const text = readFileSync(file, 'utf8');
  const kept = keptAs(file, text);
  return orNothing(() => readFileSync(kept, 'utf8')) ?? translate(file, text, kept);
}

/**
 * The source map of a file that was translated, or null: what a failure names is the line of the TypeScript file.
 * @param {string} file
 * @returns {string | null}
 */
export const mapOf = (file) => {
  const map = `${keptAs(file, readFileSync(file, 'utf8'))}.map`;
  return orNothing(() => readFileSync(map)) ? map : null;
};

const keptAs = (file, text) =>
  join(cache, createHash('sha256').update(`${made}${file}\n${text}`).digest('hex'));

function translate(file, text, kept) {
  const ts = require('typescript');
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const compilerOptions = { ...config.compilerOptions, module: 'esnext', moduleResolution: 'bundler' };
  const { outputText, sourceMapText } = ts.transpileModule(text, {
    fileName: file,
    compilerOptions: ts.convertCompilerOptionsFromJson(compilerOptions, root).options,
  });
  const map = { ...JSON.parse(sourceMapText), sources: [file], sourceRoot: '' };
  keep(`${kept}.map`, JSON.stringify(map));
  keep(kept, outputText);
  return outputText;
}

/** Under its name only when it is whole: two workers may be at it at once. */
function keep(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  const aside = `${path}.${process.pid}`;
  writeFileSync(aside, text);
  renameSync(aside, path);
}

function orNothing(read) {
  try {
    return read();
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}
