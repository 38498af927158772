import type { Temporal } from 'temporal-polyfill';
import { foldName } from './guest.js';
import { labelOf, type ListEntry } from './list-entry.js';
import { RuleViolation } from './rule-violation.js';

/** One answer of a list of the house; the code never changes, and no entry ever goes. */
export interface HouseEntry extends ListEntry {
  /** What the figures count it under, where a list has groups: chosen once. */
  group: string | null;
  /** The house day from which on it is not offered any more; null while it is. */
  retiredOn: Temporal.PlainDate | null;
}

/** What Porchlight itself knows of a list. */
export interface ListKind {
  /** Stands in addresses and in the file. */
  name: string;
  shipped: readonly (ListEntry & { group?: string })[];
  /** Codes a rule relies on: they are worded anew, never set aside. Each with the sentence that says why. */
  fixed: Readonly<Record<string, string>>;
  groups: readonly { group: string; label: string }[];
  /** Codes of the file that nobody is ever offered, with their words. */
  unasked: readonly ListEntry[];
}

/** What a manager wants of a list: words and places by code, what is set aside and taken back in, one entry of their own. */
export interface ListWish {
  labels: Readonly<Record<string, string>>;
  places: Readonly<Record<string, number>>;
  /** Codes that are not offered after this. */
  aside: readonly string[];
  added: { label: string; group: string | null } | null;
}

/** A list stays short enough to be read aloud, and its page within what one form can carry. */
export const MOST_ENTRIES = 30;

const OWN = 'ours_';
const isOwn = (code: string): boolean => code.startsWith(OWN);

/** The ready answers to one question, as this house words them; each save makes the next version. */
export class HouseList {
  constructor(
    readonly kind: ListKind,
    readonly number: number,
    /** In the order of the house; those that are set aside come last. */
    readonly entries: readonly HouseEntry[],
  ) {}

  /** As it ships, before a house has worded it. */
  static shipped(kind: ListKind): HouseList {
    return new HouseList(kind, 1, kind.shipped.map(asShipped));
  }

  /** What is offered from now on. */
  get live(): readonly HouseEntry[] {
    return this.entries.filter(({ retiredOn }) => retiredOn === null);
  }

  /** What a question offers to a record that says `kept`: a code set aside since can be left as it is. */
  offered(kept: readonly (string | null)[] = []): readonly HouseEntry[] {
    return this.entries.filter(({ code, retiredOn }) => retiredOn === null || kept.includes(code));
  }

  /** Every code there can be in the file, with the words of the house: for reading, never for asking. */
  get words(): readonly ListEntry[] {
    return [...this.entries, ...this.kind.unasked];
  }

  /** How files and programs outside name it: the code of what ships, which they rely on; an own answer in its words. */
  told(code: string): string {
    return isOwn(code) ? labelOf(this.words, code) : code;
  }

  /** Throws a RuleViolation for `field` unless `code` is offered to a record that says `kept`. */
  check(field: string, code: string, message: string, kept: string | null = null): void {
    if (this.offered([kept]).some((entry) => entry.code === code)) return;
    const gone = this.entries.find((entry) => entry.code === code);
    throw new RuleViolation(
      field,
      gone ? `“${gone.label}” is not offered any more. Choose another` : message,
    );
  }

  /**
   * The entries as they are wanted, in the new order; `changesOf` tells whether any of it is new. Throws a RuleViolation for
   * `label-<code>`, `newLabel`, `newGroup` or `main`.
   */
  next(wish: ListWish, today: Temporal.PlainDate): readonly HouseEntry[] {
    const worded = this.entries.map((entry) => this.reworded(entry, wish, today));
    const [still, gone] = parted(inOrder(worded.slice(0, this.live.length), wish.places));
    const [back, away] = parted(worded.slice(this.live.length));
    const added = wish.added ? [this.own(wish.added)] : [];
    const live = [...still, ...back, ...added];
    checkLabels(live, added[0]?.code);
    if (live.length === 0) throw new RuleViolation('main', 'Keep at least one answer on the list');
    return [...live, ...away, ...gone];
  }

  private reworded(entry: HouseEntry, { labels, aside }: ListWish, today: Temporal.PlainDate): HouseEntry {
    const { code } = entry;
    const why = this.kind.fixed[code];
    const isAside = aside.includes(code);
    if (isAside && why) throw new RuleViolation('main', why);
    return {
      ...entry,
      label: labels[code] ?? entry.label,
      retiredOn: isAside ? (entry.retiredOn ?? today) : null,
    };
  }

  private own({ label, group }: NonNullable<ListWish['added']>): HouseEntry {
    if (this.entries.length >= MOST_ENTRIES)
      throw new RuleViolation('newLabel', `A list has at most ${MOST_ENTRIES} answers`);
    const { groups } = this.kind;
    if (groups.length > 0 && !groups.some((each) => each.group === group))
      throw new RuleViolation('newGroup', 'Choose what it counts as');
    const code = `${OWN}${this.entries.length + 1}`;
    return { code, label, group: groups.length > 0 ? group : null, retiredOn: null };
  }
}

const asShipped = ({ code, label, group = undefined }: ListKind['shipped'][number]): HouseEntry => ({
  code,
  label,
  group: group ?? null,
  retiredOn: null,
});

/** By place; whoever was moved up goes before the one who stood there, whoever was moved down behind. */
function inOrder(entries: readonly HouseEntry[], places: ListWish['places']): HouseEntry[] {
  const placed = entries.map((entry, index) => {
    const old = index + 1;
    const place = places[entry.code] ?? old;
    return { entry, key: place + Math.sign(place - old) / 2, old };
  });
  return placed.sort((one, other) => one.key - other.key || one.old - other.old).map(({ entry }) => entry);
}

/** What is offered, and what is set aside, each in its order. */
const parted = (entries: readonly HouseEntry[]): [HouseEntry[], HouseEntry[]] => [
  entries.filter(({ retiredOn }) => retiredOn === null),
  entries.filter(({ retiredOn }) => retiredOn !== null),
];

/** Throws for the second of two entries that read the same; `added` is the code of the new one. */
function checkLabels(live: readonly HouseEntry[], added: string | undefined): void {
  const seen = new Set<string>();
  for (const { code, label } of live) {
    const folded = foldName(label);
    if (seen.has(folded))
      throw new RuleViolation(code === added ? 'newLabel' : `label-${code}`, 'This is on the list already');
    seen.add(folded);
  }
}
