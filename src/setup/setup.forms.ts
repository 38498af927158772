import { IsNotEmpty } from 'class-validator';
import { readBedLines } from '../domain/bed.js';
import { isKnownZone } from '../domain/house-time.js';
import { acceptPassphrase } from '../domain/passphrase.js';
import { RuleViolation } from '../domain/rule-violation.js';
import { Form } from '../web/form.js';
import type { FormBody } from '../web/form-body.js';

const MOST_BEDS = 16;

export interface SetUp {
  code: string;
  houseName: string;
  timeZone: string;
  beds: { room: string | null; name: string }[];
  personName: string;
  passphrase: string;
}

export class SetUpForm extends Form<SetUp> {
  @IsNotEmpty({ message: 'Enter the set-up code from the terminal' })
  readonly code: string;

  @IsNotEmpty({ message: 'Enter the name of the house' })
  readonly houseName: string;

  readonly timeZone: string;

  @IsNotEmpty({ message: 'Enter at least one bed' })
  readonly beds: string;

  @IsNotEmpty({ message: 'Enter your name' })
  readonly personName: string;

  readonly passphrase: string;

  constructor(body?: FormBody) {
    super(body);
    this.code = this.line('code');
    this.houseName = this.line('houseName');
    this.timeZone = this.line('timeZone');
    this.beds = this.words('beds', 3000);
    this.personName = this.line('personName');
    this.passphrase = this.asTyped('passphrase');
  }

  protected values() {
    if (!isKnownZone(this.timeZone)) throw new RuleViolation('timeZone', 'Choose a time zone from the list');
    return {
      code: this.code,
      houseName: this.houseName,
      timeZone: this.timeZone,
      beds: bedsOf(this.beds),
      personName: this.personName,
      passphrase: acceptPassphrase('passphrase', this.passphrase),
    };
  }
}

function bedsOf(text: string): SetUp['beds'] {
  const beds = readBedLines(text);
  const names = beds.map(({ name }) => name.toLocaleLowerCase('en'));
  const twice = beds.find(({ name }, place) => names.indexOf(name.toLocaleLowerCase('en')) < place);
  if (twice) throw new RuleViolation('beds', `Two beds are called ${twice.name}. Give each its own name`);
  if (beds.some(({ name }) => name === '')) throw new RuleViolation('beds', 'One line has a room and no bed');
  if (beds.length > MOST_BEDS) throw new RuleViolation('beds', `Enter at most ${MOST_BEDS} beds`);
  const long = beds.find(({ room, name }) => Math.max(name.length, room?.length ?? 0) > 60);
  if (long) throw new RuleViolation('beds', 'One name is too long. Use at most 60 characters');
  return beds;
}
