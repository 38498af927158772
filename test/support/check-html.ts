import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
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

/** What is wrong with a page's HTML, one readable line each; empty when nothing is. */
export const checkHtml = (html: string): string[] =>
  validator
    .validateStringSync(html)
    .results.flatMap(({ messages }) => messages)
    .map(({ line, column, message, ruleId, selector }) =>
      [`line ${line}:${column}`, message, `(${ruleId})`, selector ?? ''].join(' ').trim(),
    );
