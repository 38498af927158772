import {
  checkFacts,
  columnField,
  type ImportChoices,
  type ImportFact,
  importFacts,
} from '../domain/import-columns.js';
import { type DateOrder, dateOrders, orderOf } from '../domain/import-dates.js';
import { RuleViolation } from '../domain/rule-violation.js';
import type { FormBody } from '../web/form-body.js';
import { Form } from '../web/form.js';

const DAYS: readonly ImportFact[] = ['arrived', 'left', 'planned'];

/** What each column tells, and how unclear rows are read. */
export class ColumnsForm extends Form<ImportChoices> {
  private readonly facts: string[];
  private readonly dateOrder: string;
  private readonly isSameByName: string;
  private readonly unknownWords: string;
  private readonly beds: string;

  /** `rows`: every row of the file, in which the order of its dates may be seen. */
  constructor(
    body: FormBody | undefined,
    private readonly columns: number,
    private readonly rows: readonly (readonly string[])[],
  ) {
    super(body);
    this.facts = Array.from({ length: columns }, (_, index) => this.line(columnField(index)));
    this.dateOrder = this.line('dateOrder');
    this.isSameByName = this.line('sameName');
    this.unknownWords = this.line('unknownWords');
    this.beds = this.line('earlierBeds');
  }

  protected override order(): readonly string[] {
    return ['main', ...Array.from({ length: this.columns }, (_, index) => columnField(index))];
  }

  protected values(): ImportChoices {
    const facts = this.facts.map((code, index) => readFact(code, columnField(index)));
    checkFacts(facts);
    return {
      facts,
      dateOrder: this.readOrder(facts),
      isSameByName: this.isSameByName === 'one',
      skipsUnknownWords: this.unknownWords === 'not-asked',
      opensBeds: this.beds === 'open',
    };
  }

  /** Asked only where the file itself does not show it. */
  private readOrder(facts: readonly (ImportFact | null)[]): DateOrder {
    const known = dateOrders.find((order) => order === this.dateOrder);
    if (known) return known;
    const cells = this.rows.flatMap((cells) =>
      cells.filter((_, index) => facts[index] && DAYS.includes(facts[index])),
    );
    const seen = orderOf(cells);
    if (seen === null)
      throw new RuleViolation('dateOrder', 'The days can be read in two ways. Choose what comes first');
    return seen;
  }
}

function readFact(code: string, field: string): ImportFact | null {
  if (code === '') return null;
  const fact = importFacts.find((each) => each.code === code);
  if (!fact) throw new RuleViolation(field, 'Choose one of these answers');
  return fact.code;
}
