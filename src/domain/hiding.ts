import {
  type CountLink,
  type CountName,
  countOf,
  isSameCount,
  keyOf,
  namesIn,
  rowNames,
} from './count-links.js';
import type { CountTable } from './figure.js';
import { isSmall, MOST_HIDDEN, type SharedTable, type Told } from './shared-table.js';

/** What was given out of one period at one time: the counts as they were, and what anyone was told of them. */
export interface GivenVersion {
  counted: readonly CountTable[];
  shared: readonly SharedTable[];
}

/** What is known of a report before anything is hidden. */
export interface Counts {
  /** With every row that an earlier version had, counted 0 where it is gone. */
  tables: readonly CountTable[];
  before: readonly GivenVersion[];
  links: readonly CountLink[];
}

/** What was told of a count in this version; null for nothing. A row that a table did not have was 0. */
export const toldThen = (name: CountName, { shared }: GivenVersion): Told | null =>
  'of' in name ? totalThen(name.of, shared) : rowThen(name.table, name.row, shared);

/** Whether any of these versions kept the count to itself. */
export const isHiddenIn = (name: CountName, versions: readonly GivenVersion[]): boolean =>
  versions.some((version) => typeof toldThen(name, version) === 'string');

/** Whether it stands open in any of these versions. */
export const isOpenIn = (name: CountName, versions: readonly GivenVersion[]): boolean =>
  versions.some((version) => typeof toldThen(name, version) === 'number');

const totalThen = (population: string, shared: readonly SharedTable[]): Told | null =>
  shared.find(({ of }) => of === population)?.total ?? null;

function rowThen(table: string, row: string, shared: readonly SharedTable[]): Told | null {
  const rows = shared.find(({ code }) => code === table)?.rows;
  return rows ? (rows.find(({ code }) => code === row)?.told ?? 0) : null;
}

/**
 * Every row could be 1, or every row 10. Then that is the one thing that would have to be left out, and leaving it out would
 * tell it: so a table of that total is left out whatever its rows are.
 */
const isOnTheEdge = ({ rows, total }: CountTable): boolean =>
  total > 0 && (total === rows.length || total === rows.length * MOST_HIDDEN);

/**
 * What of a report is hidden. It only ever grows. Which rows are hidden follows from what everybody sees afterwards: which
 * counts are 0, which are small, and their order. So knowing this method tells nothing more.
 */
export class Hiding {
  private readonly hidden = new Set<string>();
  private readonly leftOut = new Set<string>();

  constructor(readonly counts: Counts) {
    const small = this.names.filter((name) => isSmall(countOf(name, counts.tables)));
    for (const name of [...small, ...this.names.filter((each) => this.wasHidden(each))]) this.hide(name);
    for (const table of counts.tables)
      if (this.wasLeftOut(table) || isOnTheEdge(table)) this.leaveOut(table.code);
  }

  /** Hides what follows from what is hidden, until nothing more does. */
  follow(): void {
    for (let before = -1; before !== this.size;) {
      before = this.size;
      for (const table of this.toldTables) {
        this.followLinks();
        this.followIn(table);
      }
    }
  }

  isHidden(name: CountName): boolean {
    return this.hidden.has(keyOf(name));
  }

  isLeftOut(table: string): boolean {
    return this.leftOut.has(table);
  }

  /** Whether a reader finds it in the report at all. */
  isTold(name: CountName): boolean {
    return 'of' in name || !this.isLeftOut(name.table);
  }

  /** A total that was hidden once says nothing any more: that it is small, or not, would tell of the earlier one. */
  told(name: CountName): Told {
    const count = countOf(name, this.counts.tables);
    if (!this.isHidden(name)) return count;
    const saysNothing = 'of' in name && this.wasHidden(name);
    return isSmall(count) && !saysNothing ? 'fewer' : 'not-shown';
  }

  /** Told less of this count than before; false when nothing is told of it already. */
  tellLess(name: CountName): boolean {
    const before = this.size;
    if ('of' in name) this.hide(name);
    else if (!this.isLeftOut(name.table)) this.leaveOut(name.table);
    else this.hide({ of: this.counts.tables.find(({ code }) => code === name.table)!.of });
    return this.size > before;
  }

  /** Nothing of the whole report. */
  tellNothing(): void {
    for (const { code, of } of this.counts.tables) {
      this.leaveOut(code);
      this.hide({ of });
    }
  }

  get tellsNothing(): boolean {
    return this.counts.tables.every(({ code, of }) => this.isLeftOut(code) && this.isHidden({ of }));
  }

  private wasHidden(name: CountName): boolean {
    return isHiddenIn(name, this.counts.before);
  }

  private get names(): CountName[] {
    return namesIn(this.counts.tables);
  }

  private get toldTables(): CountTable[] {
    return this.counts.tables.filter(({ code }) => !this.isLeftOut(code));
  }

  private get size(): number {
    return this.hidden.size + this.leftOut.size;
  }

  private hide(name: CountName): void {
    this.hidden.add(keyOf(name));
  }

  private leaveOut(code: string): void {
    this.leftOut.add(code);
  }

  private wasLeftOut({ code }: CountTable): boolean {
    return this.counts.before.some(({ shared }) =>
      shared.some((table) => table.code === code && table.rows === null),
    );
  }

  private followLinks(): void {
    for (const { same } of this.counts.links.filter(isSameCount)) {
      if (same.some((name) => this.isHidden(name) && this.isTold(name)))
        for (const name of same) this.hide(name);
    }
  }

  private followIn(table: CountTable): void {
    const names = rowNames(table);
    const hidden = names.filter((name) => this.isHidden(name));
    if (this.isHidden({ of: table.of }) || hidden.some((name) => this.cannotHide(name))) {
      this.leaveOut(table.code);
    } else if (hidden.length === 1) {
      const open = names.filter((name) => !this.isHidden(name) && countOf(name, this.counts.tables) > 0);
      const last = open.at(-1);
      if (last) this.hide(last);
      else this.leaveOut(table.code);
    }
  }

  /** Whoever kept the earlier version has it; and a 0 can be called neither small nor large. */
  private cannotHide(name: CountName): boolean {
    return isOpenIn(name, this.counts.before) || countOf(name, this.counts.tables) === 0;
  }
}
