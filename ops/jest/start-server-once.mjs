import { startOnce } from '../../tests/support/start-once.ts';

/** Whoever names the tests to run has few of them: a first start of their own costs those less than this and a copy. */
export default async function startServerOnce({ testPathPatterns }) {
  // `cp -a` is not to be had on Windows.
  if (testPathPatterns.isSet() || process.platform === 'win32') return;
  globalThis.startedOnce = await startOnce();
}
