import { RuleViolation } from '../domain/rule-violation.js';
import { fileIn, type FormBody, type SentFile } from '../web/form-body.js';
import { Form } from '../web/form.js';

/** A spreadsheet is brought in. */
export class UploadForm extends Form<SentFile> {
  private readonly file: SentFile | null;

  constructor(body?: FormBody) {
    super(body);
    this.file = fileIn(this.body, 'file');
  }

  protected values(): SentFile {
    if (!this.file) throw new RuleViolation('file', 'Choose a file');
    return this.file;
  }
}
