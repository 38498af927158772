import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A text of the build and what stands there instead. */
export type Patch = [file: string, from: string, to: string];

/**
 * A copy of the build with something taken out, for a control: a check counts only if it fails there. No switch for it exists
 * in the house itself. Answers the folder; throws where a patch finds nothing, so that no control can go quiet.
 */
export async function patchedBuild(patches: readonly Patch[]): Promise<string> {
  // Below the packages, so that the copy finds them
  const folder = await mkdtemp(join('node_modules', '.cache', 'control-'));
  await cp('dist', folder, { recursive: true });
  for (const [file, from, to] of patches) {
    const text = await readFile(join(folder, file), 'utf8');
    if (!text.includes(from)) throw new Error(`${file} has no “${from}” to take out`);
    await writeFile(join(folder, file), text.replace(from, to));
  }
  return folder;
}
