import type { KindClock } from '../domain/incident-clock.js';
import { Form } from '../web/form.js';
import type { FormBody } from '../web/form-body.js';

/** Who hears of what by when. A kind the form does not carry stays as it is. */
export class ClocksForm extends Form<{ seen: number; clocks: KindClock[] }> {
  private readonly clocks: KindClock[] = [];

  constructor(body: FormBody = new Map(), kinds: readonly string[] = []) {
    super(body);
    for (const kind of kinds.filter((each) => body.has(`tell-${each}`))) this.clocks.push(this.read(kind));
  }

  protected values() {
    return { seen: Number(this.typed('version') || NaN), clocks: this.clocks };
  }

  private read(kind: string): KindClock {
    return {
      kind,
      tellHours: this.hours(`tell-${kind}`),
      reportHours: this.hours(`report-${kind}`),
      reportTo: this.line(`to-${kind}`) || null,
    };
  }

  /** Null where nothing was typed; what is no number is left for the rule to refuse. */
  private hours(field: string): number | null {
    const typed = this.line(field);
    return typed === '' ? null : Number(typed);
  }
}
