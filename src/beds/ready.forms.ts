import { Form } from '../web/form.js';

/** Which bed and when is all there is to say of one that was made ready. */
export class NothingMoreForm extends Form<null> {
  protected values(): null {
    return null;
  }
}
