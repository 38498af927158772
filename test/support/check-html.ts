import { HtmlValidate, StaticConfigLoader } from 'html-validate';

const rules = new StaticConfigLoader({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // The content security policy refuses these, so they would silently not work.
    'no-inline-style': 'error',
    // In neither preset, and each has cost somebody an answer they had typed.
    'form-dup-name': 'error',
    'input-attributes': 'error',
    'input-missing-label': 'error',
    'no-implicit-close': 'error',
  },
});
// Put together once: the loader by itself would do it again for every page
const config = rules.getConfigFor('');
rules.getConfigFor = () => config;
const validator = new HtmlValidate(rules);

/** What is wrong with a page's HTML, one readable line each; empty when nothing is. */
export const checkHtml = (html: string): string[] =>
  validator
    .validateStringSync(html)
    .results.flatMap(({ messages }) => messages)
    .map(({ line, column, message, ruleId, selector }) =>
      [`line ${line}:${column}`, message, `(${ruleId})`, selector ?? ''].join(' ').trim(),
    );
