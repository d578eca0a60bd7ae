// Jest's own runtime loads every module anew for every test file, in a context of its own: that was five sixths of the
// unit tests' time. Here Node itself loads what a test imports, once for all test files of a worker, types stripped
// and modules linked as in the server; the rest of jest stays as it is. So what a module remembers is shared among the
// test files of a worker, and what replaces modules (`jest.mock` and its kin) does nothing.
const { registerHooks } = require('node:module');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');
const { default: JestRuntime } = require('jest-runtime');
const { setGlobals } = require('./globals.mjs');

const globalsUrl = pathToFileURL(join(__dirname, 'globals.mjs')).href;
registerHooks({
  resolve(specifier, context, next) {
    if (specifier === '@jest/globals') return { url: globalsUrl, format: 'module', shortCircuit: true };
    return next(specifier, context);
  },
});

/** Where jest-circus keeps who listens to its events, for all copies of itself. */
const eventHandlers = Symbol.for('EVENT_HANDLERS');
let imports = 0;

module.exports = class NativeRuntime extends JestRuntime {
  #testPath;

  /** @param {ConstructorParameters<typeof JestRuntime>} parts */
  constructor(...parts) {
    super(...parts);
    this.#testPath = parts[6];
  }

  /** The framework that runs the tests: anew for each test file, since it remembers those of the last one. */
  requireInternalModule(path) {
    delete globalThis[eventHandlers];
    delete require.cache[require.resolve(path)];
    return require(path);
  }

  unstable_shouldLoadAsEsm() {
    return true;
  }

  async unstable_importModule(path) {
    imports += 1;
    // Another address each time: Node would not run a module of one address twice.
    await import(`${pathToFileURL(path)}?${imports}`);
  }

  setGlobalsForRuntime(globals) {
    super.setGlobalsForRuntime(globals);
    setGlobals(this.requireModuleOrMock(this.#testPath, '@jest/globals'));
  }
};
