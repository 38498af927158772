import { SHORTEST_PASSPHRASE } from '../domain/passphrase.js';
import { type Person, roles, roleWords } from '../domain/person.js';
import { PRACTICE_PASSPHRASE, practicePeople } from '../domain/practice.js';
import { type Answered, choices, field, problems, titleOf, versionFor } from '../web/fields.js';
import type { DraftView } from '../web/draft-view.js';
import { paths } from '../web/paths.js';

export function signInView(form: Answered, people: readonly Person[], hasKept: boolean, isPractice: boolean) {
  const tiles = people.map(({ id, name, role }) => ({ value: id, label: name, detail: roleWords[role] }));
  return {
    title: titleOf(form, 'Sign in'),
    problems: problems(form),
    people: choices(form, 'person', 'Who are you?', tiles),
    passphrase: passphraseField(form, 'Passphrase', 'current-password', null),
    practice: isPractice ? { people: practiceNames, passphrase: PRACTICE_PASSPHRASE } : null,
    kept: hasKept ? 'What was typed is kept for the person who typed it.' : null,
    links: [
      { href: paths.help(), label: 'Help' },
      { href: paths.ifSomeoneDies(), label: 'If someone dies' },
      { href: paths.computerDown(), label: 'If the computer is down' },
    ],
  };
}

/** 'Marta, Ines, Theo or Rosa' */
const practiceNames = practicePeople
  .map(({ name }) => name)
  .join(', ')
  .replace(/, (\w+)$/, ' or $1');

export function curtainView(form: Answered, personName: string) {
  return {
    title: titleOf(form, 'Covered'),
    problems: problems(form),
    personName,
    secret: field(form, 'secret', `${personName}’s passphrase`, { type: 'password', autofocus: true }),
    otherHref: paths.signOut(),
  };
}

export function peopleView(people: readonly Person[]) {
  return {
    title: 'People',
    people: people.map((person) => ({
      name: person.name,
      role: roleWords[person.role],
      status: person.worksHere ? 'Can sign in' : 'Cannot sign in',
      href: paths.person(person.id),
    })),
    addHref: paths.newPerson(),
  };
}

export function newPersonView(form: Answered, formToken: string, draft: DraftView | null) {
  return {
    title: titleOf(form, 'Add someone'),
    keptForm: true,
    draft,
    problems: problems(form),
    name: field(form, 'name', 'Name they go by here', {
      hint: 'It stands on the sign-in page.',
      autofocus: true,
    }),
    role: roleChoices(form),
    passphrase: passphraseField(form, 'Their passphrase', 'new-password', NEW_PASSPHRASE),
    formToken,
  };
}

export function personView(form: Answered, person: Person, formToken: string) {
  return {
    title: titleOf(form, 'Person'),
    personName: person.name,
    problems: problems(form),
    role: roleChoices(form.typed('role') === '' ? withRole(form, person) : form),
    passphrase: passphraseField(form, 'New passphrase', 'new-password', NEW_PASSPHRASE),
    canDisable: person.worksHere,
    status: person.worksHere ? 'Can sign in.' : 'Cannot sign in. What they did keeps their name.',
    roleAction: paths.personRole(person.id),
    passphraseAction: paths.personPassphrase(person.id),
    disableAction: paths.disablePerson(person.id),
    enableAction: paths.enablePerson(person.id),
    keptNow: form.isOutdated ? [{ term: 'What they do here', value: roleWords[person.role] }] : null,
    version: versionFor(form, person.version),
    formToken,
  };
}

export function meView(
  form: Answered,
  { personName, offersPlainWords }: { personName: string; offersPlainWords: boolean },
  formToken: string,
) {
  return {
    title: titleOf(form, 'My settings'),
    personName,
    wording: {
      action: paths.myWording(),
      now: offersPlainWords
        ? 'Now they are offered, as soon as you stop typing for a moment.'
        : 'Now you get them only when you ask: “Check my wording”.',
      next: offersPlainWords ? 'no' : 'yes',
      button: offersPlainWords ? 'Stop offering them' : 'Offer them while I write',
    },
    problems: problems(form),
    current: passphraseField(form, 'Passphrase you have now', 'current-password', null, 'current'),
    passphrase: passphraseField(form, 'New passphrase', 'new-password', CHOOSE),
    formToken,
  };
}

const CHOOSE = `At least ${SHORTEST_PASSPHRASE} characters. Four or five words in a row are easy to keep in mind.`;
const NEW_PASSPHRASE = `They type it themselves; nobody else needs to know it. ${CHOOSE}`;

const passphraseField = (
  form: Answered,
  label: string,
  autocomplete: string,
  hint: string | null,
  name = 'passphrase',
) => field(form, name, label, { type: 'password', autocomplete, hint });

const roleChoices = (form: Answered) =>
  choices(
    form,
    'role',
    'What they do here',
    roles.map((role) => ({ value: role, label: roleWords[role], detail: roleDetails[role] })),
    { width: 'wide' },
  );

const roleDetails: Record<Person['role'], string> = {
  staff: 'Beds, check-in, leaving',
  coordinator: 'The same, and agrees to exceptions',
  manager: 'The same, and people and settings',
};

const withRole = (form: Answered, person: Person): Answered => ({
  typed: (name) => (name === 'role' ? person.role : form.typed(name)),
  errors: form.errors,
  ready: form.ready,
});
