import { IsInt, IsNotEmpty, Max, Min } from 'class-validator';
import type { Bed } from '../domain/bed.js';
import { isKnownZone, parseDay } from '../domain/house-time.js';
import { RuleViolation } from '../domain/rule-violation.js';
import { readShiftHours } from '../domain/shift.js';
import { Form } from '../web/form.js';
import type { FormBody } from '../web/form-body.js';

const QUIET = { message: 'Enter whole minutes from 10 to 120' };

export class HouseForm extends Form<{
  name: string;
  onCallLine: string;
  readyHours: number | null;
  shiftStarts: string;
  timeZone: string;
  insteadOfABed: string;
  tellsAvailability: boolean;
  hidesNotes: boolean;
  logsTalks: boolean;
  turnWipedAfter: number;
  version: number;
}> {
  @IsNotEmpty({ message: 'Enter the name of the house' })
  readonly houseName: string;

  readonly onCallLine: string;

  readonly readyHours: string;
  readonly shiftStarts: string;
  readonly timeZone: string;
  readonly insteadOfABed: string;
  readonly tellsAvailability: string;
  readonly hidesNotes: string;
  readonly logsTalks: string;

  @IsInt(QUIET)
  @Min(10, QUIET)
  @Max(120, QUIET)
  readonly turnWipedAfter: number;

  constructor(body?: FormBody) {
    super(body);
    this.houseName = this.line('houseName');
    this.onCallLine = this.line('onCallLine');
    this.readyHours = this.line('readyHours');
    this.shiftStarts = this.line('shiftStarts');
    this.timeZone = this.line('timeZone');
    this.insteadOfABed = this.words('insteadOfABed', 1000);
    this.tellsAvailability = this.line('tellsAvailability');
    this.hidesNotes = this.line('hidesNotes');
    this.logsTalks = this.line('logsTalks');
    this.turnWipedAfter = Number(this.line('turnWipedAfter') || NaN);
  }

  protected values() {
    if (this.readyHours !== '' && !/^([1-9]|[1-3]\d|4[0-8])$/.test(this.readyHours))
      throw new RuleViolation('readyHours', 'Enter hours from 1 to 48, or leave it empty');
    if (!isKnownZone(this.timeZone)) throw new RuleViolation('timeZone', 'Choose a time zone from the list');
    return {
      name: this.houseName,
      onCallLine: this.onCallLine,
      readyHours: this.readyHours === '' ? null : Number(this.readyHours),
      shiftStarts: readShiftHours(this.shiftStarts),
      timeZone: this.timeZone,
      insteadOfABed: this.insteadOfABed,
      tellsAvailability: this.tellsAvailability === 'yes',
      hidesNotes: this.hidesNotes === 'yes',
      logsTalks: this.logsTalks === 'yes',
      turnWipedAfter: this.turnWipedAfter,
      version: this.version(),
    };
  }
}

export class NewBedForm extends Form<{ name: string; room: string | null }> {
  @IsNotEmpty({ message: 'Enter the name of the bed' })
  readonly name: string;

  readonly room: string;

  constructor(body?: FormBody) {
    super(body);
    this.name = this.line('name', 60);
    this.room = this.line('room', 60);
  }

  protected values() {
    return { name: this.name, room: this.room || null };
  }
}

const PLACE = { message: 'Enter a whole number from 1 to 999' };

export class BedForm extends Form<{
  version: number;
  to: Pick<Bed, 'name' | 'room' | 'position' | 'features' | 'lastNight'>;
}> {
  @IsNotEmpty({ message: 'Enter the name of the bed' })
  readonly name: string;

  readonly room: string;

  @IsInt(PLACE)
  @Min(1, PLACE)
  @Max(999, PLACE)
  readonly position: number;

  readonly lastNight: string;
  readonly features: string[];

  constructor(body?: FormBody) {
    super(body);
    this.name = this.line('name', 60);
    this.room = this.line('room', 60);
    this.position = Number(this.line('position') || NaN);
    this.lastNight = this.line('lastNight');
    this.features = this.list('features');
  }

  protected values() {
    const lastNight = this.lastNight === '' ? null : parseDay(this.lastNight);
    if (this.lastNight !== '' && !lastNight)
      throw new RuleViolation('lastNight', 'Enter a day, or leave it empty');
    const to = {
      name: this.name,
      room: this.room || null,
      position: this.position,
      lastNight,
      features: this.features,
    };
    return { version: this.version(), to };
  }
}
