import type { EntitySchemaColumnOptions } from 'typeorm';
import { Temporal } from 'temporal-polyfill';

/** TypeORM hands search operators such as IsNull() through the same door: they pass as they are. */
const written = <Value extends Temporal.Instant | Temporal.PlainDate>(
  kind: new (...args: never[]) => Value,
  text: (value: Value) => string,
) => {
  function to(value: Value): string;
  function to(value: Value | null | undefined): string | null | undefined;
  function to(value: unknown): unknown {
    return value instanceof kind ? text(value) : value;
  }
  return to;
};

/** An instant as UTC text in whole seconds, '2026-11-22T22:40:00Z': sorts by time, reads the same in every tool. */
export const instantText = {
  to: written(Temporal.Instant, (at) => at.toString({ smallestUnit: 'second' })),
  from: (text: string | null) => text && Temporal.Instant.from(text),
};

/** A house day as text, '2026-11-22'. */
export const dayText = {
  to: written(Temporal.PlainDate, (day) => day.toString()),
  from: (text: string | null) => text && Temporal.PlainDate.from(text),
};

const jsonText = {
  to: (value: unknown) => JSON.stringify(value),
  from: (text: string) => JSON.parse(text) as unknown,
};

/** SQLite has no booleans: 0 and 1. */
const zeroOrOne = { to: Number, from: Boolean };

/** Codes in one column, a space between them; none is the empty text. */
const spaced = {
  to: (value: unknown) => (Array.isArray(value) ? value.join(' ') : value),
  from: (text: string) => text.split(' ').filter(Boolean),
};

type Options = Partial<EntitySchemaColumnOptions>;

/** How domain values are written in a column: the schemas name the column and its kind, nothing else. */
export const column = {
  id: (): EntitySchemaColumnOptions => ({ type: 'text', primary: true }),
  text: (name: string, options: Options = {}): EntitySchemaColumnOptions => ({
    type: 'text',
    name,
    ...options,
  }),
  number: (name: string, options: Options = {}): EntitySchemaColumnOptions => ({
    type: 'integer',
    name,
    ...options,
  }),
  instant: (name: string, options: Options = {}): EntitySchemaColumnOptions => ({
    type: 'text',
    name,
    transformer: instantText,
    ...options,
  }),
  day: (name: string, options: Options = {}): EntitySchemaColumnOptions => ({
    type: 'text',
    name,
    transformer: dayText,
    ...options,
  }),
  yesOrNo: (name: string): EntitySchemaColumnOptions => ({ type: 'integer', name, transformer: zeroOrOne }),
  words: (name: string): EntitySchemaColumnOptions => ({ type: 'text', name, transformer: spaced }),
  json: (name: string): EntitySchemaColumnOptions => ({ type: 'text', name, transformer: jsonText }),
};

export const empty: Options = { nullable: true };
