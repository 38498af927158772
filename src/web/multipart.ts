import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy';
import type { FastifyRequest } from 'fastify';
import { type FormBody, formWithFiles, MOST_FIELDS, type SentFile } from './form-body.js';
import { paths } from './paths.js';

/** The largest file a form may carry, in bytes. */
export const FILE_LIMIT = 2 * 1024 * 1024;

/** No page of ours sends a file there. */
export class NoFilesHere extends Error {
  readonly statusCode = 415;
}

/** What came is no form. */
class NotAForm extends Error {
  readonly statusCode = 400;
}

/** One page takes a file, and no other address reads one. */
export const takesFiles = ({ url, method }: Pick<FastifyRequest, 'url' | 'method'>): boolean =>
  method === 'POST' && url.split('?', 1)[0] === paths.imports();

/** Reads a form with at most one file, so that guards and handlers find it as any other. Nothing of it touches the disk. */
export function readMultipart(
  body: Buffer,
  { headers, url }: Pick<FastifyRequest, 'headers' | 'url'>,
): Promise<FormBody> {
  return new Promise((resolve, reject) => {
    const answers: [string, string][] = [];
    const files = new Map<string, SentFile>();
    const refuse = () => reject(new NotAForm('not a form'));
    const parser = parserFor(headers, refuse);
    if (!parser) return;
    parser.on('field', (name: string, value: string) => answers.push([name, value]));
    parser.on('file', (name: string, stream: BusboyFileStream, fileName: string) =>
      keep(stream, cleanName(fileName), (file) => files.set(name, file)),
    );
    for (const many of ['partsLimit', 'fieldsLimit', 'filesLimit'] as const) parser.on(many, refuse);
    parser.on('error', refuse);
    parser.on('finish', () => resolve(formWithFiles(answers, files, url)));
    parser.end(body);
  });
}

/** Answers null, having refused, for headers that announce no form. */
function parserFor(headers: FastifyRequest['headers'], refuse: () => void): BusboyInstance | null {
  try {
    return new Busboy({
      headers: headers as { 'content-type': string },
      limits: { fileSize: FILE_LIMIT, files: 1, fields: MOST_FIELDS, fieldSize: 10_000, headerPairs: 20 },
    });
  } catch {
    refuse();
    return null;
  }
}

function keep(stream: BusboyFileStream, name: string, take: (file: SentFile) => void): void {
  const pieces: Buffer[] = [];
  stream.on('data', (piece: Buffer) => pieces.push(piece));
  stream.on('end', () => {
    const bytes = Buffer.concat(pieces);
    // A browser sends a field without a file as one without a name
    if (bytes.length > 0 || name !== '') take({ name, bytes, isCut: Boolean(stream.truncated) });
  });
}

/** Without folders, and without what cannot be kept or seen. */
const cleanName = (name: string | undefined): string =>
  [
    ...(name ?? '')
      .replace(/^.*[/\\]/u, '')
      .replace(/\p{C}/gu, '')
      .trim(),
  ]
    .slice(0, 100)
    .join('');
