import type { HouseList, ListWish } from '../domain/house-list.js';
import { Form } from '../web/form.js';
import type { FormBody } from '../web/form-body.js';

const MOST_LETTERS = 100;

/** A list as a manager wants it, and the version its page was drawn from. What the form does not carry stays as it is. */
export class ListForm extends Form<{ seen: number; wish: ListWish }> {
  private readonly labels: Record<string, string> = {};
  private readonly places: Record<string, number> = {};
  private readonly aside: readonly string[];
  private readonly newLabel: string;
  private readonly newGroup: string;

  constructor(
    body: FormBody = new Map(),
    private readonly current: HouseList,
  ) {
    super(body);
    this.newLabel = this.line('newLabel', MOST_LETTERS);
    this.newGroup = this.line('newGroup');
    const [aside, back] = [this.list('aside'), this.list('back')];
    for (const { code } of current.live) this.readAnswer(code, aside.includes(code));
    const away = current.entries.slice(current.live.length).map(({ code }) => code);
    this.aside = [...aside, ...away.filter((code) => !back.includes(code))];
  }

  protected override order(): readonly string[] {
    return this.current.live.flatMap(({ code }) => [`label-${code}`, `place-${code}`]);
  }

  protected values() {
    const added = this.newLabel === '' ? null : { label: this.newLabel, group: this.newGroup || null };
    const { labels, places, aside } = this;
    return { seen: this.version(), wish: { labels, places, aside, added } };
  }

  /** One that is set aside keeps its words when they were cleared. */
  private readAnswer(code: string, isAside: boolean): void {
    const [label, place] = [`label-${code}`, `place-${code}`];
    if (this.body.has(label)) {
      const words = this.line(label, MOST_LETTERS);
      if (words !== '') this.labels[code] = words;
      else if (!isAside) this.errors[label] ??= 'Enter the words, or set the answer aside';
    }
    if (this.body.has(place)) {
      this.places[code] = Number(this.line(place));
      if (!/^[1-9]\d?$/.test(this.typed(place).trim())) this.errors[place] ??= 'Enter 1 to 99';
    }
  }
}
