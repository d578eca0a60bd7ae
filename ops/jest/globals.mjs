// What `@jest/globals` is for tests that Node itself loads (native-runtime.cjs): live bindings to what jest made for
// the test file that is being run.
export let afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest, test;

/** Called before each test file. */
export function setGlobals(globals) {
  ({ afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest, test } = globals);
}
