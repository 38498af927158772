import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import Handlebars from 'handlebars';
import { nameHelper } from './name-helper.js';
import { untouchedHash } from './untouched.js';

export interface ViewFiles {
  viewsDir: string;
  /** The address of a file of `views/assets`. */
  asset: (file: string) => string;
}

export type Render = (template: string, view: object) => string;

type Engine = typeof Handlebars;

type TemplateSpecification = Parameters<Engine['template']>[0];

const PARTIALS = 'partials/';

/**
 * Makes a page from `views/<template>.hbs` inside the layout. Every template is read and checked once, at start. A field the
 * view forgot to give is an error that names template and field; everything is escaped but the body of the layout.
 */
export function viewEngine({ viewsDir, asset }: ViewFiles): Render {
  const engine = Handlebars.create();
  engine.registerHelper('name', nameHelper);
  engine.registerHelper('asset', (file: string) => asset(file));
  refuseForgotten(engine);
  const pages = readTemplates(engine, viewsDir);
  for (const [name, template] of pages) {
    if (name.startsWith(PARTIALS)) engine.registerPartial(name.slice(PARTIALS.length), template);
  }

  return (template, view) => {
    const page = found(pages, template);
    const layout = found(pages, 'layout');
    return told(template, () => {
      const body = page(view);
      return layout({ ...view, body, untouched: untouchedHash(body) });
    });
  };
}

function readTemplates(engine: Engine, folder: string): Map<string, Handlebars.TemplateDelegate> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.hbs'),
  );
  const names = files.map((file) => file.slice(0, -'.hbs'.length).replaceAll('\\', '/'));
  return new Map(names.map((name) => [name, compiled(engine, folder, name)]));
}

function compiled(engine: Engine, folder: string, name: string): Handlebars.TemplateDelegate {
  const source = readFileSync(join(folder, `${name}.hbs`), 'utf8');
  // Not `engine.compile`, which waits for the first page: a template nobody can read should stop the start
  const program = programs.get(source) ?? told(name, () => programOf(source));
  programs.set(source, program);
  return engine.template(program);
}

/** By what is written in the template: reading one takes longer than anything else at start, and tests open many houses. */
const programs = new Map<string, TemplateSpecification>();

const programOf = (source: string): TemplateSpecification =>
  runInThisContext(`(${Handlebars.precompile(source, OPTIONS) as string})`) as TemplateSpecification;

const OPTIONS = {
  strict: true,
  knownHelpers: { name: true, asset: true },
  knownHelpersOnly: true,
  // A partial's own indent must not creep into the lines of a typed text
  preventIndent: true,
};

/** Strict templates let `{{#if forgotten}}` pass as "no"; here a key must be there, null when there is nothing to say. */
function refuseForgotten(engine: Engine): void {
  for (const helper of ['if', 'unless', 'each']) {
    const original = engine.helpers[helper]!;
    engine.registerHelper(
      helper,
      function (this: unknown, value: unknown, options: Handlebars.HelperOptions) {
        if (value === undefined)
          throw new Error(`{{#${helper}}} on line ${lineOf(options)} asks for a field that is not given`);
        return original.call(this, value, options) as unknown;
      },
    );
  }
}

const lineOf = (options: object): string =>
  String((options as { loc?: { start: { line: number } } }).loc?.start.line ?? 'unknown');

function found(
  pages: Map<string, Handlebars.TemplateDelegate>,
  template: string,
): Handlebars.TemplateDelegate {
  const page = pages.get(template);
  if (!page) throw new Error(`There is no template views/${template}.hbs`);
  return page;
}

/** Says in which page something went wrong: the engine itself names only the field. */
function told<Result>(template: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw new Error(`views/${template}.hbs: ${(error as Error).message}`, { cause: error });
  }
}
