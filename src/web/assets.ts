import { readFileSync } from 'node:fs';

/**
 * The addresses of the files that `scripts/assets.js` made: `asset('app.css')` is '/assets/app.3f2a91c4.css'. The name
 * changes with what is inside, so browsers may keep each for ever. Throws when they were not made, or for an unknown file.
 */
export function assetPaths(manifestFile: string): (file: string) => string {
  const manifest = readManifest(manifestFile);
  return (file) => {
    const made = manifest.get(file);
    if (made === undefined) throw new Error(`There is no asset ${file}. It is missing in views/assets`);
    return `/assets/${made}`;
  };
}

function readManifest(file: string): Map<string, string> {
  try {
    return new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>));
  } catch (error) {
    throw new Error(`The style sheet and fonts are not built: cannot read ${file}. Build them first`, {
      cause: error,
    });
  }
}
