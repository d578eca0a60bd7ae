const { dirname, join } = require('node:path');
const { mixinJestEnvironment } = require('@stryker-mutator/jest-runner');
const NativeEnvironment = require('../jest/native-environment.cjs');

const folder = dirname(require.resolve('@stryker-mutator/jest-runner/package.json'));
const { state } = require(join(folder, 'dist/src/jest-plugins/messaging.cjs'));

// A mutated module takes hold of Stryker's context once, when it first runs, and asks it which mutant is on. Stryker
// makes a new context for every mutant and expects modules to be new as well; here they live as long as the process
// (../jest/native-runtime.cjs), so the context does too.
const context = {};
Object.defineProperty(state, 'instrumenterContext', {
  get: () => context,
  set(fresh) {
    for (const key of Object.keys(context)) delete context[key];
    Object.assign(context, fresh);
  },
});

module.exports = class StrykerEnvironment extends mixinJestEnvironment(NativeEnvironment) {
  constructor(config, test) {
    super(config, test);
    context.activeMutant = process.env.__STRYKER_ACTIVE_MUTANT__;
  }
};
