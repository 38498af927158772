import { Form } from '../web/form.js';
import type { FormBody } from '../web/form-body.js';

export class LookForm extends Form<{ remark: string | null }> {
  readonly remark: string;

  constructor(body?: FormBody) {
    super(body);
    this.remark = this.words('remark', 500);
  }

  protected values() {
    return { remark: this.remark || null };
  }
}
