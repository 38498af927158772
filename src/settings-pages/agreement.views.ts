import type { Temporal } from 'temporal-polyfill';
import type { House } from '../domain/house.js';
import type { SavedAgreement } from '../house/agreements.service.js';
import { moment } from '../web/dates.js';
import { type Answered, field, problems, titleOf, versionFor } from '../web/fields.js';
import type { FormBody } from '../web/form-body.js';
import { paths } from '../web/paths.js';
import { tabs } from './settings.views.js';

/** What the page of the agreement is drawn from; the versions are newest first. */
export interface AgreementFacts {
  house: House;
  versions: readonly SavedAgreement[];
  draftSavedAt: Temporal.Instant | null;
  formToken: string;
}

export function agreementView(form: AnsweredForm, facts: AgreementFacts) {
  const { house, versions, draftSavedAt, formToken } = facts;
  const newest = versions[0]?.agreement ?? NONE;
  return {
    title: titleOf(form, 'The agreement'),
    keptForm: true,
    tabs: tabs(paths.agreementSettings()),
    problems: problems(form),
    action: paths.agreementSettings(),
    draft: draftSavedAt && { savedAt: moment(house.time, draftSavedAt) },
    keptNow: form.isOutdated ? [{ term: `Version ${newest.number}`, value: newest.text }] : null,
    text: field(over(form, newest.text), 'text', 'The text', {
      rows: 14,
      hint: 'It is house data: no guest’s name. Saving makes the next version.',
    }),
    versions: versions.map((each) => versionLine(each, house)),
    version: versionFor(form, newest.number),
    formToken,
  };
}

const NONE = { number: 0, text: '' };

type AnsweredForm = Answered & { body: FormBody };

/** What is kept stands in the box until something is typed. */
const over = (form: AnsweredForm, text: string): Answered => ({
  errors: form.errors,
  ready: form.ready,
  typed: (name) => (form.body.has(name) ? form.typed(name) : text),
});

const versionLine = ({ agreement, personName }: SavedAgreement, house: House) => ({
  label: `Version ${agreement.number}`,
  href: paths.agreement(agreement.number),
  meta: `${moment(house.time, agreement.at)}, ${personName}`,
});

/** One version as it was saved, to be read or printed. */
export function agreementVersionView(saved: SavedAgreement, house: House) {
  const { label, meta } = versionLine(saved, house);
  return {
    title: 'The agreement',
    heading: `The agreement: ${label.toLowerCase()}`,
    meta: `Saved ${meta}.`,
    text: saved.agreement.text,
    backHref: paths.agreementSettings(),
  };
}
