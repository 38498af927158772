import { IsIn } from 'class-validator';
import type { Temporal } from 'temporal-polyfill';
import { type Period } from '../domain/period.js';
import { type PartKind, partKinds, usualKind } from '../domain/period-parts.js';
import type { FormBody } from '../web/form-body.js';
import { ExportForm, PeriodForm } from './reports.forms.js';

const PARTS = { message: 'Choose nights, weeks, months or years' };

/** A period, and how it is parted. */
export class OccupancyForm extends PeriodForm {
  @IsIn(['', ...partKinds], PARTS)
  readonly by: string;

  constructor(body: FormBody, today: Temporal.PlainDate) {
    super(body, today);
    this.by = this.line('by');
  }
}

/** The same, and who will read the file (R39). */
export class OccupancyFileForm extends ExportForm {
  @IsIn(['', ...partKinds], PARTS)
  readonly by: string;

  constructor(body: FormBody, today: Temporal.PlainDate) {
    super(body, today);
    this.by = this.line('by');
  }
}

/** What was chosen, or what is easily read of this period. */
export const partedBy = ({ by }: { by: string }, period: Period): PartKind =>
  partKinds.find((kind) => kind === by) ?? usualKind(period);
