import loadSolver from 'highs';
import { type CountLink, type CountName, isSameCount, keyOf } from '../../src/domain/count-links.js';
import type { SharedTable, Told } from '../../src/domain/shared-table.js';

/** What somebody has in hand who keeps every version of one period. */
export interface InHand {
  /** As they were given out, oldest first. */
  versions: readonly (readonly SharedTable[])[];
  /** What they know of any such report: the rows a table has, and what its counts mean. Never a count. */
  rows: ReadonlyMap<string, readonly string[]>;
  links: readonly CountLink[];
  /**
   * How much each count has changed since the version before, for somebody who knows that as well. Used only of counts that both
   * versions tell something of: that one was taken from a row says by itself that there was one.
   */
  changes?: readonly ReadonlyMap<string, number>[];
}

// Its types are those of CommonJS, what is loaded is not
const solver = await (loadSolver as unknown as typeof loadSolver.default)();

/** Counts of 1 to 10 that are not shown and can be nothing else: worked out by a solver from what is in hand alone (P23). */
export function workedOut(inHand: InHand): string[] {
  const program = new Program(inHand);
  return program.unknown.filter((name) => {
    const only = program.onlyValue(name);
    return only !== null && only >= 1 && only <= 10;
  });
}

/** An integer program: each count a variable, each thing told a bound or a sum. */
class Program {
  private readonly numbers = new Map<string, string>();
  private readonly bounds = new Map<string, [low: number, high: number]>();
  private readonly sums: string[] = [];
  private readonly open = new Set<string>();
  private readonly told = new Set<string>();
  private readonly seen = new Map<string, Set<number>>();

  constructor(private readonly inHand: InHand) {
    inHand.versions.forEach((tables, version) => {
      for (const table of tables) this.readTable(table, version);
      this.readLinks(tables, version);
    });
    for (const { same } of inHand.links.filter(isSameCount)) {
      const keys = same.map(keyOf);
      if (keys.some((key) => this.open.has(key))) for (const key of keys) this.open.add(key);
    }
    inHand.changes?.forEach((changes, place) => this.readChanges(changes, place + 1));
  }

  /** The counts to look for: whoever knows what was corrected has found by that what stood open in another version. */
  get unknown(): string[] {
    const names = [...this.numbers.keys()];
    return this.inHand.changes ? names.filter((name) => !this.open.has(this.plain(name))) : names;
  }

  /** Its lowest possible value, when that is also its highest. */
  onlyValue(name: string): number | null {
    // Two worlds met on the way that differ in it are an answer as well
    if ((this.seen.get(name)?.size ?? 0) > 1) return null;
    const [low, high] = ['Minimize', 'Maximize'].map((aim) => this.solve(aim, name));
    return low === high ? low! : null;
  }

  private solve(aim: string, name: string): number {
    const names = [...this.numbers.values()];
    const bounds = names.map((each) => {
      const [low, high] = this.bounds.get(each)!;
      return ` ${low} <= ${each} <= ${Math.min(high, 100_000)}`;
    });
    const text = [
      ...[aim, ` aim: ${this.numbers.get(name)!}`, 'Subject To', ...this.sums, 'Bounds', ...bounds],
      ...['General', ` ${names.join(' ')}`, 'End'],
    ].join('\n');
    const { Status, Columns } = solver.solve(text);
    if (Status !== 'Optimal') throw new Error(`No world fits what was shared: ${Status}\n${text}`);
    const valueOf = (each: string) => Math.round((Columns[each] as { Primal: number }).Primal);
    for (const [each, number] of this.numbers)
      this.seen.set(each, (this.seen.get(each) ?? new Set()).add(valueOf(number)));
    return valueOf(this.numbers.get(name)!);
  }

  private readTable({ code, of, rows, total }: SharedTable, version: number): void {
    const whole = this.count({ of }, version);
    const wasHidden = this.inHand.versions
      .slice(0, version)
      .some((tables) => tables.some((table) => table.of === of && typeof table.total === 'string'));
    this.tell(whole, { of }, total, !wasHidden);
    this.told.add(`${keyOf({ of })}@${version}`);
    const known = this.inHand.rows.get(code)!;
    const parts = known.map((row) => {
      const part = this.count({ table: code, row }, version);
      const told = rows && (rows.find((each) => each.code === row)?.told ?? 0);
      if (told !== null) {
        this.tell(part, { table: code, row }, told, true);
        this.told.add(`${keyOf({ table: code, row })}@${version}`);
      }
      return part;
    });
    this.add(parts, whole);
  }

  private readLinks(tables: readonly SharedTable[], version: number): void {
    for (const link of tables.length > 0 ? this.inHand.links : []) {
      if (isSameCount(link)) {
        const [first, ...others] = link.same.map((name) => this.count(name, version));
        for (const other of others) this.add([other], first!);
      } else {
        const parts = link.parts.map((name) => this.count(name, version));
        const name = `rest of ${keyOf(link.whole)}`;
        const rest = link.isAll ? [] : [this.variable(`${name}@${version}`)];
        const isOpen = [link.whole, ...link.parts].every((each) => this.isOpen(each, version));
        if (isOpen) this.open.add(name);
        this.add([...parts, ...rest], this.count(link.whole, version));
      }
    }
  }

  private readChanges(changes: ReadonlyMap<string, number>, version: number): void {
    for (const [name, change] of changes) {
      const [now, then] = [version, version - 1].map((each) => this.numbers.get(`${name}@${each}`));
      const isTold = [version, version - 1].every((each) => this.told.has(`${name}@${each}`));
      if (now && then && isTold) this.sums.push(` c${this.sums.length}: ${now} - ${then} = ${change}`);
    }
  }

  private isOpen(name: CountName, version: number): boolean {
    const [low, high] = this.bounds.get(this.count(name, version))!;
    return low === high;
  }

  private count(name: CountName, version: number): string {
    return this.variable(`${keyOf(name)}@${version}`);
  }

  private variable(name: string): string {
    const number = this.numbers.get(name) ?? `x${this.numbers.size}`;
    this.numbers.set(name, number);
    if (!this.bounds.has(number)) this.bounds.set(number, [0, Infinity]);
    return number;
  }

  private tell(variable: string, name: CountName, told: Told, isSizeTold: boolean): void {
    if (typeof told === 'number') {
      this.bounds.set(variable, [told, told]);
      this.open.add(keyOf(name));
    } else if (told === 'fewer') this.bounds.set(variable, [1, 10]);
    else if (isSizeTold) this.bounds.set(variable, [11, Infinity]);
  }

  private add(parts: readonly string[], whole: string): void {
    const sum = parts.length === 0 ? '0' : parts.join(' + ');
    if (parts.length === 1 && parts[0] === whole) return;
    this.sums.push(` c${this.sums.length}: ${sum} - ${whole} = 0`);
  }

  private plain(name: string): string {
    return name.slice(0, name.lastIndexOf('@'));
  }
}
