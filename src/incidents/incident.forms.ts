import type { Temporal } from 'temporal-polyfill';
import { ArrayNotEmpty, IsNotEmpty } from 'class-validator';
import { toldInWords, type WordsOfForm } from '../domain/incident-words.js';
import { Form } from '../web/form.js';
import type { FormBody } from '../web/form-body.js';
import { type Arrived, typedMoment } from '../web/typed-moment.js';
import type { ToldIncident } from './incidents.service.js';

/** Something happened: what, when, and what the next shift must know; all else can wait. */
export class IncidentForm extends Form<ToldIncident & { version: number }> {
  private readonly happenedAt: string;

  @ArrayNotEmpty({ message: 'Tick at least one' })
  readonly kinds: string[];

  @IsNotEmpty({ message: 'Write one line for the next shift' })
  readonly nextShift: string;

  readonly place: string;
  readonly guests: string[];
  readonly people: string[];
  readonly emergency: string;
  readonly happened: string;
  readonly tried: string;
  readonly guestSupport: string;
  readonly staffSupport: string;

  constructor(
    body: FormBody,
    private readonly arrived: Arrived,
    /** When it happened, as it is kept: left as it is, or left empty, it stays that. */
    private readonly keptAt: Temporal.Instant | null = null,
  ) {
    super(body);
    const lines = (name: WordsOfForm) => this.words(name, toldInWords[name]);
    this.happenedAt = this.line('happenedAt');
    this.place = this.line('place', toldInWords.place);
    this.kinds = this.list('kinds');
    this.nextShift = this.line('nextShift', toldInWords.nextShift);
    this.guests = this.list('guests');
    this.people = this.list('people');
    this.happened = lines('happened');
    this.tried = lines('tried');
    this.emergency = this.line('emergency');
    this.guestSupport = lines('guestSupport');
    this.staffSupport = lines('staffSupport');
  }

  /** All that was written in one's own words, for the house's list. */
  get text(): string {
    const { place, nextShift, happened, tried, guestSupport, staffSupport } = this;
    return [place, nextShift, happened, tried, guestSupport, staffSupport].join('\n');
  }

  protected values() {
    const { kinds, guests, people, emergency } = this;
    return {
      happenedAt: this.moment(),
      kinds,
      guests,
      people,
      emergency,
      words: {
        nextShift: this.nextShift,
        place: this.place || null,
        happened: this.happened || null,
        tried: this.tried || null,
        guestSupport: this.guestSupport || null,
        staffSupport: this.staffSupport || null,
      },
      version: this.version(),
    };
  }

  private moment(): Temporal.Instant {
    const { time, now } = this.arrived;
    const which = this.typed('happenedAtWhich');
    const kept = this.keptAt && time.typed(this.keptAt).slice(0, LOCAL);
    // Of a time that comes twice the field shows no offset: as it stood it is the one that is kept
    if (this.keptAt && which === '' && ['', kept].includes(this.happenedAt)) return this.keptAt;
    return typedMoment(time, 'happenedAt', this.happenedAt, which, now);
  }
}

/** The length of 'YYYY-MM-DDTHH:mm'. */
const LOCAL = 16;
