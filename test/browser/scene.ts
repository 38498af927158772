import type { Response } from 'supertest';
import type { Role } from '../../src/domain/person.js';
import { paths } from '../../src/web/paths.js';
import { type Desk, type Fields, fieldsOf, page } from '../support/desk.js';
import type { House } from '../support/open-house.js';

/** A name that finds every place too narrow for it. */
export const LONG_NAME = 'Wilhelmina-Bartholomea von Featherstonehaugh-Cholmondeleyson';

/** One of many ways a page can look: its name, words that only then stand on it, and how to come to it. */
export type State = [name: string, words: string, open: (scene: Scene) => PromiseLike<Response>];

/** A house in which the states of its pages are brought about, by whoever sits at the desk. */
export class Scene {
  /** The browser in use; nobody is signed in on it at first. */
  desk: Desk;

  constructor(readonly house: House) {
    this.desk = house.desk();
  }

  /** Somebody of this role sits down, at this time if one is given. */
  async sit(role: Role = 'staff', time?: string, name?: string): Promise<void> {
    if (time) this.house.clock.moveTo(time);
    this.desk = await this.house.signIn(role, name);
  }

  get(path: string): Promise<Response> {
    return this.desk.get(path);
  }

  async bedId(name: string): Promise<string> {
    return (await this.desk.visit('/'))(`[data-bed="${name}"]`).attr('data-bed-id')!;
  }

  /** The day so many days from now, on the wall of the house. */
  inDays(days: number): string {
    const today = this.house.clock.now().toZonedDateTimeISO('America/Chicago').toPlainDate();
    return today.add({ days }).toString();
  }

  /** Sends the check-in form for this bed, for three nights unless told. */
  async welcome(bed: string, answers: Fields): Promise<Response> {
    const wanted = { bedId: await this.bedId(bed), stayedBefore: 'no', departureDay: this.inDays(3) };
    return this.desk.fill(paths.checkIn(), { ...wanted, ...answers });
  }

  /** Welcomes someone and answers where their stay is. */
  async stay(bed: string, name: string, answers: Fields = {}): Promise<string> {
    return addressOf(await this.welcome(bed, { name, ...answers }));
  }

  async leave(stay: string, answers: Fields = {}): Promise<Response> {
    return this.desk.fill(`${stay}/departure`, { ending: 'planned', destination: 'family', ...answers });
  }

  /** Presses the first button that goes to an address like this, and answers with the page that follows. */
  async press(path: string, action: string, answers: Fields = {}): Promise<Response> {
    const $ = await this.desk.visit(path);
    const own = $(`form[action*="${action}"]`).first().attr('action');
    const address = own ?? $(`button[formaction*="${action}"]`).first().attr('formaction')!;
    const fields = { ...fieldsOf($, address), ...answers };
    // As a browser does: some buttons lead back to where they were pressed
    const from = `${this.house.url}${path}`;
    return this.follow(await this.desk.post(address, fields).set('Referer', from));
  }

  async follow(answer: Response): Promise<Response> {
    return answer.status === 303 ? this.get(answer.headers.location!) : answer;
  }

  /** Leaves the form of this page half filled in: it is kept while names are shown. */
  async begin(path: string, answers: Fields): Promise<void> {
    const typed = (await this.desk.visit(path))('form#kept').serializeArray();
    const fields = Object.fromEntries(typed.map(({ name, value }) => [name, value]));
    await this.desk.post(paths.names(), { ...fields, ...answers });
  }
}

export function addressOf(answer: Response): string {
  if (answer.status !== 303) throw new Error(`${answer.status}: ${page(answer)('main').text()}`);
  return answer.headers.location!;
}
