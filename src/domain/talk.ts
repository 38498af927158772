import { labelOf } from './list-entry.js';
import { type SupportKind, supportKinds } from './support.js';

/** A talk, or something done with a guest, as somebody tapped it: never what was said. */
export interface Talk {
  kind: SupportKind;
  way: 'one' | 'group';
}

/** Null for a kind that is none of the four. */
export function talkOf(kind: string, way: string): Talk | null {
  const known = supportKinds.find(({ code }) => code === kind);
  return known ? { kind: known.code, way: way === 'group' ? 'group' : 'one' } : null;
}

/** Why no talk is logged of a stay; null where it is (R25). A house logs none unless a manager wants it. */
export function whyNotLogged(logsTalks: boolean, stay: { isHere: boolean }): string | null {
  if (!logsTalks) return 'This house does not log talks.';
  return stay.isHere ? null : 'They are not here any more.';
}

/** How often there was each kind, in the order of the kinds; '' for none: 'Listened 3 (1 in a group) · Practical help 1'. */
export const talksWords = (talks: readonly Talk[]): string =>
  supportKinds
    .map(({ code }) => talks.filter(({ kind }) => kind === code))
    .filter((each) => each.length > 0)
    .map((each) => `${labelOf(supportKinds, each[0]!.kind)} ${each.length}${groupWords(each)}`)
    .join(' · ');

function groupWords(talks: readonly Talk[]): string {
  const many = talks.filter(({ way }) => way === 'group').length;
  return many === 0 ? '' : ` (${many} in a group)`;
}
