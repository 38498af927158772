import { GuestName } from '../domain/guest-name.js';
import { type Answered, field, hasErrors, versionFor } from '../web/fields.js';
import { paths } from '../web/paths.js';
import type { StayWhole } from './stays.service.js';

interface NameFacts {
  whole: StayWhole;
  /** False while the desk shows initials. */
  isNameShown: boolean;
  formToken: string;
}

/** The question for the name somebody goes by, and their pronouns, on the page of their stay. */
export function nameForm(form: Answered, { whole: { guest }, isNameShown, formToken }: NameFacts) {
  const isTyped = hasErrors(form);
  // A field spells the name out, so while initials are shown it stands empty
  const isHidden = guest.name !== null && !isNameShown;
  const known: Record<string, string> = {
    name: isHidden ? '' : (guest.name ?? ''),
    pronouns: guest.pronouns ?? '',
  };
  const answered: Answered = {
    errors: form.errors,
    ready: form.ready,
    typed: (name) => (isTyped ? form.typed(name) : (known[name] ?? '')),
  };
  return {
    action: paths.guestName(guest.id),
    isOpen: isTyped || guest.name === null,
    hasName: guest.name !== null,
    keptNow: form.isOutdated ? new GuestName(guest.name, 'this bed') : null,
    name: field(answered, 'name', 'Name they go by', {
      hint: isHidden ? 'Initials are shown just now: write the whole name, or show names first.' : null,
    }),
    pronouns: field(answered, 'pronouns', 'Pronouns', { optional: true }),
    version: versionFor(form, guest.version),
    formToken,
  };
}
