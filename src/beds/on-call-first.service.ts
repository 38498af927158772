import { Injectable } from '@nestjs/common';
import { PageReader } from '../database/page-reader.js';

/** Whether on call is to be asked before a bed is offered to anyone, without saying about whom. */
@Injectable()
export class OnCallFirst {
  constructor(private readonly pages: PageReader) {}

  /** True while any guest who is here named someone they must not meet. */
  async isAsked(): Promise<boolean> {
    const [found] = await this.pages.rows<{ found: number }>(NAMED_SOMEONE);
    return found!.found === 1;
  }
}

/** From those who are in a bed now, who are few, to what each of them said last. */
const NAMED_SOMEONE = `SELECT EXISTS (
  SELECT 1 FROM bed_segments part CROSS JOIN stay_tasks said
  WHERE part.to_at IS NULL AND part.undone_at IS NULL
    AND said.stay_id = part.stay_id AND said.task = 'apart' AND said.words IS NOT NULL AND said.undone_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM stay_tasks later WHERE later.stay_id = said.stay_id AND later.task = 'apart'
      AND later.number > said.number AND later.undone_at IS NULL)) AS found`;
