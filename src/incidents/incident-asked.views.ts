import { mayDo } from '../domain/permissions.js';
import { type Answered, choices, field, hasErrors } from '../web/fields.js';
import { paths } from '../web/paths.js';
import type { dueView } from './incident-dues.views.js';
import type { IncidentPageFacts, IncidentPageForms } from './incident.views.js';

type DueView = ReturnType<typeof dueView>;

/** What can be done on the page. */
export const asked = (forms: IncidentPageForms, facts: IncidentPageFacts, dues: readonly DueView[]) => ({
  tell: tellForm(forms.told, facts),
  add: facts.incident.isOpen ? null : addForm(forms.addition, facts),
  notNeeded: notNeeded(
    forms.notNeeded,
    facts,
    dues.filter(({ isOpen }) => isOpen),
  ),
  close: closeForm(facts),
});

const tellForm = (form: Answered, { incident, tokens }: IncidentPageFacts) => ({
  action: paths.happeningTold(incident.id),
  formToken: tokens.told,
  whom: field(form, 'whom', 'Who else was told', { hint: 'A name, an office, a number. Nobody’s story.' }),
  toldAt: field(form, 'toldAt', 'When', { type: 'datetime-local', hint: 'Leave it empty for now.' }),
});

const addForm = (form: Answered, { incident, tokens }: IncidentPageFacts) => ({
  action: paths.happeningAdd(incident.id),
  formToken: tokens.addition,
  words: field(form, 'addition', 'Add to it', { rows: 4, hint: 'It stays as it is written.' }),
});

function notNeeded(
  form: Answered,
  { role, incident, formToken }: IncidentPageFacts,
  open: readonly DueView[],
) {
  if (!mayDo(role, 'happened.close') || open.length === 0) return null;
  return {
    action: paths.happeningNotNeeded(incident.id),
    formToken,
    due: choices(
      form,
      'due',
      'Who need not be told?',
      open.map(({ code, of }) => ({ value: code, label: of.charAt(0).toUpperCase() + of.slice(1) })),
      { width: 'one' },
    ),
    why: field(form, 'why', 'Why not'),
    isOpen: hasErrors(form),
  };
}

function closeForm({ incident, role, formToken }: IncidentPageFacts) {
  if (!incident.isOpen || !mayDo(role, 'happened.close')) return null;
  return { action: paths.happeningClose(incident.id), formToken, version: String(incident.version) };
}
