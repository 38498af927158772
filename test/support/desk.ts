import { type CheerioAPI, load } from 'cheerio';
import request, { type Response } from 'supertest';

export type Fields = Record<string, string | string[]>;

/** A browser on the house's desk, used as a person does: look at a page, fill in its form, press its button. */
export class Desk {
  private readonly browser;

  constructor(
    readonly url: string,
    readonly person: { id: string; name: string } = { id: '', name: '' },
  ) {
    this.browser = request.agent(url);
  }

  get(path: string) {
    return this.browser.get(path);
  }

  /** A file that is not text, as its bytes. */
  file(path: string) {
    return this.browser
      .get(path)
      .buffer(true)
      .parse((answer, done) => {
        const pieces: Buffer[] = [];
        answer.on('data', (piece: Buffer) => pieces.push(piece));
        answer.on('end', () => done(null, Buffer.concat(pieces)));
      });
  }

  /** The page at this address; fails unless it is there. */
  async visit(path: string): Promise<CheerioAPI> {
    const response = await this.get(path);
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
    return load(response.text);
  }

  /** Sends fields as a page of ours does, with the Origin a browser sends. */
  post(path: string, fields: Fields) {
    return this.browser.post(path).set('Origin', this.url).type('form').send(fields);
  }

  /** Sends a form with a file, as a browser does. */
  upload(
    path: string,
    fields: Fields,
    { field, name, bytes }: { field: string; name: string; bytes: string | Buffer },
  ) {
    const sending = this.browser.post(path).set('Origin', this.url);
    for (const [each, value] of Object.entries(fields)) if (each !== field) void sending.field(each, value);
    return sending.attach(field, Buffer.from(bytes), name);
  }

  /** Opens the page, fills in the form that goes to `action` and sends it. A field set to '' is sent empty. */
  async fill(path: string, answers: Fields = {}, action = path.split('?')[0]!): Promise<Response> {
    return this.send(await this.visit(path), action, answers);
  }

  /** Sends the form of a page that is already open. */
  send($: CheerioAPI, action: string, answers: Fields = {}): Promise<Response> {
    return this.post(action, { ...fieldsOf($, action), ...answers });
  }

  async signIn(person: string, passphrase: string): Promise<void> {
    const answer = await this.fill('/sign-in', { person, passphrase });
    if (answer.status !== 303) throw new Error(`sign-in answered ${answer.status}`);
  }
}

/**
 * What a browser would send with this form if nobody touched it; a button of the desk sends the half-filled form of its page
 * along.
 */
export function fieldsOf($: CheerioAPI, action: string): Fields {
  const own = $('form').filter((_, each) => $(each).attr('action') === action);
  const along = $(`button[formaction="${action}"]`).first().attr('form');
  if (own.length === 0 && along === undefined) throw new Error(`no form goes to ${action}`);
  const sent = own.length > 0 ? own.first() : $(`form#${along}, input[form="${along}"]`);
  return Object.fromEntries(sent.serializeArray().map(({ name, value }) => [name, value]));
}

export const page = (response: Response): CheerioAPI => load(response.text);

/** The text of an element as a person reads it: one line, plain spaces. */
export const read = ($: CheerioAPI, selector: string): string =>
  $(selector).text().replace(/\s+/gu, ' ').trim();
