import { describe, expect, it } from '@jest/globals';
import { createWakeSignal } from './wake-signal.ts';

/** Longer than any test: only a ring or the signal ends such a wait. */
const FOR_EVER_MS = 3_600_000;

describe('a wake signal', () => {
  it('ends the wait that there is', async () => {
    const wake = createWakeSignal();
    const waiting = wake.wait(FOR_EVER_MS, new AbortController().signal);
    wake.ring();
    expect(await waiting).toBe(true);
  });

  it('keeps a ring for the next wait, and for no other', async () => {
    const wake = createWakeSignal();
    const { signal } = new AbortController();
    wake.ring();
    wake.ring();
    expect(await wake.wait(FOR_EVER_MS, signal)).toBe(true);
    expect(await wake.wait(1, signal)).toBe(false);
  });

  it('does not wait once the signal is given', async () => {
    const wake = createWakeSignal();
    const stopping = new AbortController();
    const waiting = wake.wait(FOR_EVER_MS, stopping.signal);
    stopping.abort();
    expect(await waiting).toBe(false);
    expect(await wake.wait(FOR_EVER_MS, stopping.signal)).toBe(false);
  });
});
