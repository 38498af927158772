import type { HouseEntry } from './house-list.js';
import { codesOf } from './list-entry.js';

/** One thing that was done to a list, from one version to the next. */
export type ListChange =
  | { kind: 'reworded'; from: string; to: string }
  | { kind: 'added' | 'aside' | 'back'; label: string }
  | { kind: 'order' };

/** What the next version changed, in the order of the list. */
export function changesOf(before: readonly HouseEntry[], after: readonly HouseEntry[]): ListChange[] {
  const changes = after.flatMap((entry) =>
    changesOfEntry(
      before.find(({ code }) => code === entry.code),
      entry,
    ),
  );
  const [was, is] = [before, after].map(liveCodes) as [string[], string[]];
  const stayed = was.filter((code) => is.includes(code));
  const isMoved = is.filter((code) => was.includes(code)).some((code, index) => code !== stayed[index]);
  return isMoved ? [...changes, { kind: 'order' }] : changes;
}

const liveCodes = (entries: readonly HouseEntry[]): string[] =>
  codesOf(entries.filter(({ retiredOn }) => retiredOn === null));

function changesOfEntry(before: HouseEntry | undefined, { label, retiredOn }: HouseEntry): ListChange[] {
  if (!before) return [{ kind: 'added', label }];
  const changes: ListChange[] = [];
  if (before.label !== label) changes.push({ kind: 'reworded', from: before.label, to: label });
  if ((before.retiredOn === null) !== (retiredOn === null))
    changes.push({ kind: retiredOn === null ? 'back' : 'aside', label });
  return changes;
}
