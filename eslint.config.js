import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const askTheClock = [
  ["NewExpression[callee.name='Date'][arguments.length=0]", 'Ask the Clock.'],
  ["CallExpression[callee.name='Date']", 'Ask the Clock.'],
  ["MemberExpression[object.name='Date'][property.name='now']", 'Ask the Clock.'],
  ["MemberExpression[object.name='Temporal'][property.name='Now']", 'Ask the Clock.'],
];
const everyTestRuns = [
  ["MemberExpression[object.name=/^(it|test|describe)$/][property.name='only']", 'Run the others too.'],
  [
    'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(skip|todo)$/]',
    'Run it or drop it.',
  ],
  ['CallExpression[callee.name=/^(xit|xtest|xdescribe)$/]', 'Run it or drop it.'],
  ['CallExpression[callee.name=/^(fit|fdescribe)$/]', 'Run the others too.'],
];
const nodeGlobals = Object.fromEntries(Object.getOwnPropertyNames(globalThis).map((name) => [name, false]));
const refuse = (rows) => ['error', ...rows.map(([selector, message]) => ({ selector, message }))];

export default defineConfig(
  globalIgnores(['dist', 'data']),
  tseslint.configs.recommendedTypeChecked,
  { languageOptions: { parserOptions: { projectService: true } } },
  {
    files: ['src/**/*.ts'],
    rules: {
      'max-lines': ['error', 200],
      'max-lines-per-function': ['error', 30],
      complexity: ['error', 8],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/clock/**'],
    rules: { 'no-restricted-syntax': refuse(askTheClock) },
  },
  {
    // What is printed on the terminal is the command's answer; everything else goes through the log, which has no names.
    files: ['src/**/*.ts'],
    ignores: ['src/main.ts', 'src/cli/**'],
    rules: { 'no-console': 'error' },
  },
  { files: ['test/**/*.ts'], rules: { 'no-restricted-syntax': refuse(everyTestRuns) } },
  {
    files: ['**/*.js', '**/*.cjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: nodeGlobals },
    rules: { 'no-undef': 'error' },
  },
  {
    files: ['views/assets/*.js'],
    languageOptions: { globals: { document: false, addEventListener: false } },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { globals: { require: false, module: false, __filename: false } },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
