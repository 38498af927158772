import { IsNotEmpty } from 'class-validator';
import fc from 'fast-check';
import { ChangedMeanwhile, Conflict } from '../../src/domain/conflict.js';
import { RuleViolation } from '../../src/domain/rule-violation.js';
import { choices, field, problems, versionFor } from '../../src/web/fields.js';
import { Form } from '../../src/web/form.js';
import { readFormBody } from '../../src/web/form-body.js';

interface Values {
  name: string;
  note: string;
  word: string;
  version: number;
}

class NoteForm extends Form<Values> {
  @IsNotEmpty({ message: 'Enter a name' })
  readonly name: string;
  readonly note: string;
  readonly word: string;

  constructor(text: string) {
    super(readFormBody(text));
    this.name = this.line('name', 10);
    this.note = this.words('note', 20);
    this.word = this.asTyped('word', 5);
  }

  protected values(): Values {
    return { name: this.name, note: this.note, word: this.word, version: this.version() };
  }
}

const form = (fields: Record<string, string>) => new NoteForm(new URLSearchParams(fields).toString());
const given = (one: NoteForm) => one.submit((values) => Promise.resolve(values));

describe('a form', () => {
  it('gives its answers trimmed, a secret as it was typed', async () =>
    expect(await given(form({ name: ' Jo \t R ', note: ' a\r\nb \r\n', word: ' x ', version: '7' }))).toEqual(
      {
        name: 'Jo R',
        note: 'a\nb',
        word: ' x ',
        version: 7,
      },
    ));

  it.each(['', '   ', '\u00a0\u2003', '\u200b\u2060', '\u202e\u200f', '\u3164', '\u2800'])(
    'counts an answer nobody can see as none: %j',
    async (name) => {
      const one = form({ name });
      expect(await given(one)).toBeNull();
      expect(one.errors).toEqual({ name: 'Enter a name' });
    },
  );

  it.each(['👩🏽‍🚀', '\u200fعلي', 'O\u2019Neil', '.'])('keeps whatever can be seen as it is: %j', async (name) =>
    expect((await given(form({ name })))?.name).toBe(name),
  );

  it('counts characters as the file does, and says how many there may be', async () => {
    expect(await given(form({ name: '😀'.repeat(10) }))).not.toBeNull();
    const long = form({ name: '😀'.repeat(11) });
    expect(await given(long)).toBeNull();
    expect(long.errors.name).toBe('This is too long. Use at most 10 characters');
  });

  it('takes neither NUL nor two answers, and shows what it can of them', async () => {
    const odd = new NoteForm('name=a%00b&note=one&note=two&note=');
    expect(await given(odd)).toBeNull();
    expect(Object.keys(odd.errors)).toEqual(['name', 'note']);
    expect([odd.typed('name'), odd.typed('note'), odd.typed('missing')]).toEqual(['a\uFFFDb', 'two', '']);
  });

  it.each(['', 'NaN', '1e400', '-1', '1.5', '9'.repeat(30), '__proto__', '\u0000'])(
    'reads %j as no version',
    async (version) => expect((await given(form({ name: 'Jo', version })))?.version).toBe(0),
  );

  it('never calls the act when something is wrong, and never throws for what was typed', () =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        const odd = new NoteForm(text);
        const values = await given(odd);
        expect(values === null).toBe(Object.keys(odd.errors).length > 0);
        if (values) expect([...values.name].length).toBeLessThanOrEqual(10);
      }),
    ));

  it('puts a broken house rule beside its field with its choices: 422', async () => {
    const one = form({ name: 'Jo' });
    const rule = new RuleViolation('note', 'Not today', [{ value: 'a', label: 'A' }]);
    expect(await one.submit(() => Promise.reject(rule))).toBeNull();
    expect([one.status, one.errors, one.ready]).toEqual([422, { note: 'Not today' }, { note: rule.choices }]);
    expect(problems(one)).toEqual([{ field: 'note', message: 'Not today' }]);
    expect(field(one, 'note', 'Note').which).toEqual(rule.choices);
  });

  it('says when somebody else was faster: 409, and the newer version is asked for only then', async () => {
    const late = form({ name: 'Jo', version: '1' });
    expect(await late.submit(() => Promise.reject(new ChangedMeanwhile('x')))).toBeNull();
    expect([late.status, versionFor(late, 2)]).toEqual([409, '2']);
    expect(problems(late)[0]!.field).toBe('main');
    const wrong = form({ name: '', version: '1' });
    await given(wrong);
    expect([wrong.status, versionFor(wrong, 2), versionFor(form({ name: 'Jo' }), 2)]).toEqual([
      422,
      '1',
      '2',
    ]);
  });

  it('passes on what is neither', async () => {
    await expect(form({ name: 'Jo' }).submit(() => Promise.reject(new Conflict('taken')))).rejects.toThrow(
      'taken',
    );
  });

  it('never shows a secret again, and chooses nothing that was not offered', () => {
    const one = form({ name: 'x"><b>', word: 'abc' });
    expect(field(one, 'word', 'Word', { type: 'password' }).value).toBe('');
    const drawn = choices(one, 'name', 'Name', [
      { value: 'a', label: 'A' },
      { value: 'b', label: 'B' },
    ]);
    expect(drawn.options.map(({ checked }) => checked)).toEqual([false, false]);
  });
});
