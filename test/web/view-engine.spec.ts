import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { GuestName } from '../../src/domain/guest-name.js';
import { viewEngine } from '../../src/web/view-engine.js';

const asset = (file: string) => `/assets/${file}`;
const initials = { chrome: { namesShown: false } };
const inFull = { chrome: { namesShown: true } };

describe('the view engine', () => {
  let viewsDir: string;

  beforeEach(() => (viewsDir = mkdtempSync(join(tmpdir(), 'views-'))));
  afterEach(() => rmSync(viewsDir, { recursive: true }));

  /** Makes `page` of the templates given, in a layout of nothing but the body. */
  function render(page: string, view: object = {}, partials: Record<string, string> = {}): string {
    const files = { layout: '{{{body}}}', 'slice/page': page };
    const named = Object.entries(partials).map(([name, text]) => [`partials/${name}`, text] as const);
    for (const [name, text] of [...Object.entries(files), ...named]) {
      mkdirSync(dirname(join(viewsDir, name)), { recursive: true });
      writeFileSync(join(viewsDir, `${name}.hbs`), text);
    }
    mkdirSync(join(viewsDir, 'partials'), { recursive: true });
    return viewEngine({ viewsDir, asset })('slice/page', view);
  }

  it('puts the page into the layout and escapes what was typed', () => {
    expect(render('<p>{{words}}</p>', { words: '<b>"&\'' })).toBe('<p>&lt;b&gt;&quot;&amp;&#x27;</p>');
  });

  it('knows the address of an asset', () => {
    expect(render('{{asset "app.css"}}')).toBe('/assets/app.css');
  });

  it('finds partials by folder and hands them their questions', () => {
    expect(render('{{> bits/word word=greeting}}', { greeting: 'Hello' }, { 'bits/word': '{{word}}!' })).toBe(
      'Hello!',
    );
  });

  it('leaves the lines of a typed text as they are, however deep its partial stands', () => {
    const partials = { area: '<textarea>\n{{value}}</textarea>' };
    expect(render('<div>\n    {{> area}}\n</div>', { value: 'one\ntwo' }, partials)).toContain(
      '>\none\ntwo<',
    );
  });

  describe('a field the view forgot', () => {
    it('names template and field', () => {
      expect(() => render('{{lead}}')).toThrow(/^views\/slice\/page\.hbs: .*"lead"/u);
      expect(() => render('{{stay.lead}}', { stay: {} })).toThrow('"lead"');
    });

    it('is an error in a partial as well', () => {
      expect(() => render('{{> part}}', {}, { part: '{{hint}}' })).toThrow('"hint"');
    });

    it.each(['{{#if lead}}x{{/if}}', '{{#unless lead}}x{{/unless}}', '{{#each lead}}x{{/each}}'])(
      'is not taken for "nothing": %s',
      (template) => {
        expect(() => render(`\n${template}`)).toThrow(/on line 2 asks for a field that is not given/u);
        expect(() => render(template, { lead: null })).not.toThrow();
      },
    );
  });

  it('stops the start for a template nobody can read, though no page asks for it', () => {
    expect(() => render('', {}, { broken: '{{#if lead}}' })).toThrow(/^views\/partials\/broken\.hbs/u);
    expect(() => render('', {}, { broken: '{{shout lead}}' })).toThrow('shout');
  });

  it('says which template is not there', () => {
    render('');
    expect(() => viewEngine({ viewsDir, asset })('slice/other', {})).toThrow(
      'There is no template views/slice/other.hbs',
    );
  });

  describe('a guest’s name', () => {
    const guest = new GuestName('Jo Rivera', 'Maple');

    it('is initials until the desk shows names', () => {
      expect(render('{{name guest}}', { guest, ...initials })).toBe('<bdi>J.R.</bdi>');
      expect(render('{{name guest}}', { guest, ...inFull })).toBe('<bdi>Jo Rivera</bdi>');
    });

    it('obeys the desk inside lists and partials too', () => {
      const partials = { line: '{{#each guests}}{{name this}}{{/each}}' };
      expect(render('{{> line}}', { guests: [guest], ...initials }, partials)).toBe('<bdi>J.R.</bdi>');
    });

    it('is escaped', () => {
      const sly = new GuestName('<script>x</script>', 'Maple');
      expect(render('{{name guest}}', { guest: sly, ...inFull })).toBe(
        '<bdi>&lt;script&gt;x&lt;/script&gt;</bdi>',
      );
    });

    it('is the bed’s while there is none', () => {
      expect(render('{{name guest}}', { guest: new GuestName(null, 'Maple'), ...inFull })).toBe(
        '<bdi>guest in Maple</bdi>',
      );
      expect(
        render('{{name guest start=true inBed=true}}', { guest: new GuestName(null, 'Maple'), ...inFull }),
      ).toBe('<bdi>Guest in Maple</bdi>');
    });

    it('has the bed behind it where two could be taken for each other', () => {
      const jo = new GuestName('Jo', '<Maple>');
      expect(render('{{name guest inBed=true}}', { guest: jo, ...initials })).toBe(
        '<bdi>J.</bdi> in &lt;Maple&gt;',
      );
    });

    it('cannot reach the page another way', () => {
      expect(() => render('{{guest}}', { guest, ...inFull })).toThrow('by the name helper only');
      expect(() => render('{{{guest}}}', { guest, ...inFull })).toThrow('by the name helper only');
    });

    it('is refused when it is a plain text', () => {
      expect(() => render('{{name guest}}', { guest: 'Jo Rivera', ...inFull })).toThrow('shows a GuestName');
    });
  });
});

describe('the templates', () => {
  const files = readdirSync('views', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.hbs'),
  );
  const templates = files.map((file) => [file, readFileSync(join('views', file), 'utf8')] as const);

  it('can all be read', () => {
    expect(() => viewEngine({ viewsDir: 'views', asset })).not.toThrow();
  });

  it('ask only for partials that are there', () => {
    const partials = readdirSync('views/partials').map((file) => file.replace('.hbs', ''));
    const asked = templates.flatMap(([, text]) =>
      [...text.matchAll(/\{\{> ([\w-]+)/gu)].map(([, name]) => name!),
    );
    expect(asked.filter((name) => !partials.includes(name))).toEqual([]);
  });

  it.each(templates)(
    '%s puts in nothing unescaped, no script but our own file, and no style',
    (file, text) => {
      const raw = [...text.matchAll(/\{\{\{.*?\}\}\}/gu)].map(([found]) => found);
      expect(raw).toEqual(file === 'layout.hbs' ? ['{{{body}}}'] : []);
      const ours = file === 'layout.hbs' ? ['keep.js', 'wording.js'] : [];
      const own = ours.map((name) => `<script type="module" src="{{asset '${name}'}}"></script>`);
      for (const each of own) expect(text.split(each)).toHaveLength(2);
      expect(own.reduce((rest, each) => rest.replace(each, ''), text)).not.toMatch(
        /<script|<style|\sstyle=|\son[a-z]+=/iu,
      );
    },
  );

  it.each(templates)('%s sends a token with every form that changes something', (_file, text) => {
    const forms = [...text.matchAll(/<form[^>]*method="post"[\s\S]*?<\/form>/gu)].map(([form]) => form);
    expect(forms.filter((form) => !form.includes('{{> csrf}}'))).toEqual([]);
  });
});
