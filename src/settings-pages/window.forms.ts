import { checkWindow, type HospitalWindow, type WindowWish } from '../domain/hospital-window.js';
import { Form } from '../web/form.js';
import type { FormBody } from '../web/form-body.js';

/** Over which time nights in a hospital are asked about, and whether visits to an emergency room are as well. */
export class WindowForm extends Form<{ wish: WindowWish; seen: number }> {
  private readonly window: string;
  private readonly why: string;
  private readonly asked: string[];

  constructor(body?: FormBody) {
    super(body);
    this.window = this.line('window');
    this.why = this.line('why', 500);
    this.asked = this.list('asked');
  }

  protected values() {
    const wish = {
      window: this.window as HospitalWindow,
      why: this.why || null,
      nights: this.asked.includes('nights'),
      visits: this.asked.includes('visits'),
    };
    checkWindow(wish);
    return { wish, seen: this.version() };
  }
}
