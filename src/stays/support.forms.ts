import { supportKinds, supportTold, type SupportTold } from '../domain/support.js';
import { Form } from '../web/form.js';
import { type FormBody, only } from '../web/form-body.js';
import type { SupportNow } from './support.service.js';

/** What was there for a guest, as it is asked with them. */
export class SupportForm extends Form<SupportTold & { version: number }> {
  private readonly kinds;
  private readonly wellness: string;

  constructor(body?: FormBody) {
    super(body);
    this.kinds = supportKinds.map(({ code: kind }) => ({
      kind,
      answer: this.line(kind),
      way: this.line(`${kind}Way`),
    }));
    this.wellness = this.line('wellness');
  }

  protected values() {
    const { kinds, wellness } = this;
    const skipsTheRest = only(this.body, 'go') === 'skip';
    return { ...supportTold({ kinds, wellness, skipsTheRest }), version: this.version() };
  }
}

/** What stands, as a page asks it anew: what was not asked is open still. */
export function bodyOf({ kinds, wellness }: SupportNow): FormBody {
  const open = (answer: string) => (answer === 'not-asked' ? [] : [answer]);
  return new Map([
    ...kinds.flatMap(({ kind, answer, way }): [string, string[]][] => [
      [kind, open(answer)],
      [`${kind}Way`, way === null ? [] : [way]],
    ]),
    ['wellness', open(wellness)],
  ]);
}
