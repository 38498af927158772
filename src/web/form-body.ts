/** What a browser sent: each field with every answer it carried. A field sent twice has two. */
export type FormBody = ReadonlyMap<string, readonly string[]>;

export const MOST_FIELDS = 200;

/** Too many fields for any form of ours. */
export class TooManyFields extends Error {
  readonly statusCode = 413;
}

/** A form as it arrived, with the address it was sent to, without what stands behind the question mark. */
class SentForm extends Map<string, readonly string[]> {
  constructor(readonly sentTo: string) {
    super();
  }
}

/** The address a form was sent to; '' for answers that did not arrive as one. */
export const sentTo = (body: FormBody): string => (body instanceof SentForm ? body.sentTo : '');

/** Reads an urlencoded body. Flat: `name[]` counts as `name` sent more than once; nothing typed can name a prototype. */
export function readFormBody(text: string, address = ''): FormBody {
  // Counted before anything is read: a body of nothing but '&' would hold everyone up
  if (text.split('&', MOST_FIELDS + 1).length > MOST_FIELDS) throw new TooManyFields('too many fields');
  const fields = new SentForm(address.split('?', 1)[0]!);
  for (const [key, value] of new URLSearchParams(text)) {
    const isList = key.endsWith('[]');
    const name = isList ? key.slice(0, -2) : key;
    fields.set(name, [...(fields.get(name) ?? []), ...(isList ? ['', value] : [value])]);
  }
  return fields;
}

/** What stands behind the question mark of an address, read as a form is. */
export const readQuery = (address: string): FormBody => readFormBody(address.split('?').slice(1).join('?'));

/** The single answer to `name`, or '' when there is none or more than one. For tokens and buttons, not for questions. */
export function only(body: FormBody, name: string): string {
  const answers = body.get(name) ?? [];
  return answers.length === 1 ? answers[0]! : '';
}
