import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { translated } from './translated.js';

/** Sources import each other as `./name.js`, the name they have once they are compiled. */
export function resolve(specifier, context, next) {
  if (specifier.startsWith('.') && specifier.endsWith('.js') && context.parentURL?.endsWith('.ts')) {
    const url = new URL(specifier.replace(/js$/, 'ts'), context.parentURL);
    if (existsSync(url)) return { url: url.href, format: 'module', shortCircuit: true };
  }
  return next(specifier, context);
}

export const load = (url, context, next) =>
  url.endsWith('.ts')
    ? { format: 'module', source: translated(fileURLToPath(url)), shortCircuit: true }
    : next(url, context);
