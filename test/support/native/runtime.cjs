// Lets node itself load what jest runs. jest would load the whole house anew for each spec file, its packages included,
// which takes longer than most specs do; node loads each file once for a worker, as it does for the house that is started.
const { register } = require('node:module');
const { fileURLToPath, pathToFileURL } = require('node:url');
const JestRuntime = require('jest-runtime').default;

register('./hooks.js', pathToFileURL(__filename));
const maps = import('./translated.js');

const WORDS = ['describe', 'it', 'test', 'expect', 'beforeAll', 'beforeEach', 'afterEach', 'afterAll'];

module.exports = class NativeRuntime extends JestRuntime {
  /** @override Spec files and what is set up before them: jest asks for them by this name. */
  async unstable_importModule(file) {
    this.mapOf = (await maps).mapOf;
    for (const word of WORDS) globalThis[word] = this._environment.global[word];
    return import(pathToFileURL(file).href);
  }

  /** @override So that a failure names the line as it was written. */
  getSourceMaps() {
    return { get: (source) => this.mapFor(source.startsWith('file:') ? fileURLToPath(source) : source) };
  }

  mapFor(file) {
    return file.endsWith('.ts') ? this.mapOf?.(file) : undefined;
  }
};
