import { createHash } from 'node:crypto';

/** What a browser sent: each field with every answer it carried. A field sent twice has two. */
export type FormBody = ReadonlyMap<string, readonly string[]>;

export const MOST_FIELDS = 200;

/** Too many fields for any form of ours. */
export class TooManyFields extends Error {
  readonly statusCode = 413;
}

/** A file that came with a form. */
export interface SentFile {
  /** As it is called on the sender's computer, without its folders; never longer than 100 characters. */
  name: string;
  bytes: Buffer;
  /** There was more of it than a form may carry: `bytes` is only its beginning. */
  isCut: boolean;
}

/** A form as it arrived, with the address it was sent to, without what stands behind the question mark. */
class SentForm extends Map<string, readonly string[]> {
  readonly files = new Map<string, SentFile>();

  constructor(readonly sentTo: string) {
    super();
  }
}

/** The file that came in the field `name`; null when none did, or one without anything in it. */
export const fileIn = (body: FormBody, name: string): SentFile | null =>
  (body instanceof SentForm && body.files.get(name)) || null;

/** The address a form was sent to; '' for answers that did not arrive as one. */
export const sentTo = (body: FormBody): string => (body instanceof SentForm ? body.sentTo : '');

/** Reads an urlencoded body. Flat: `name[]` counts as `name` sent more than once; nothing typed can name a prototype. */
export function readFormBody(text: string, address = ''): FormBody {
  // Counted before anything is read: a body of nothing but '&' would hold everyone up
  if (text.split('&', MOST_FIELDS + 1).length > MOST_FIELDS) throw new TooManyFields('too many fields');
  return formOf([...new URLSearchParams(text)], address);
}

function formOf(answers: readonly (readonly [string, string])[], address: string): SentForm {
  const fields = new SentForm(address.split('?', 1)[0]!);
  for (const [key, value] of answers) {
    const isList = key.endsWith('[]');
    const name = isList ? key.slice(0, -2) : key;
    fields.set(name, [...(fields.get(name) ?? []), ...(isList ? ['', value] : [value])]);
  }
  return fields;
}

/**
 * A form that came with files, read as every other: each file also answers its field with its name and a hash, so that the
 * same form sent twice is the same with its file, and another file is another answer.
 */
export function formWithFiles(
  answers: readonly (readonly [string, string])[],
  files: ReadonlyMap<string, SentFile>,
  address = '',
): FormBody {
  const named = [...files].map(([field, { name, bytes }]) => {
    const hash = createHash('sha256').update(bytes).digest('hex');
    return [field, `${name} ${hash}`] as const;
  });
  const form = formOf([...answers, ...named], address);
  for (const [field, file] of files) form.files.set(field, file);
  return form;
}

/** What stands behind the question mark of an address, read as a form is. */
export const readQuery = (address: string): FormBody => readFormBody(address.split('?').slice(1).join('?'));

/** The single answer to `name`, or '' when there is none or more than one. For tokens and buttons, not for questions. */
export function only(body: FormBody, name: string): string {
  const answers = body.get(name) ?? [];
  return answers.length === 1 ? answers[0]! : '';
}
