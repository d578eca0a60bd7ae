import { describe, expect, it } from '@jest/globals';
import { createPreparation } from './preparation.ts';

describe('what is new to the process', () => {
  function aPreparation() {
    const clock = { now: 1_000 };
    const preparation = createPreparation({ points: 100, durationMs: 60_000 }, () => clock.now);
    return { clock, preparation };
  }

  it('is prepared for an address until it has had its time, and again in the next window', () => {
    const { clock, preparation } = aPreparation();
    expect(preparation.refusal('192.0.2.1')).toBeUndefined();
    preparation.took('192.0.2.1', 99);
    expect(preparation.refusal('192.0.2.1')).toBeUndefined();
    preparation.took('192.0.2.1', 5);
    clock.now += 20_000;
    expect(preparation.refusal('192.0.2.1')).toMatchObject({
      status: 429,
      retryAfterMs: 40_000,
      error: { extensions: { code: 'RATE_LIMITED', retryAfterMs: 40_000 } },
    });
    expect(preparation.refusal('192.0.2.2')).toBeUndefined();
    clock.now += 40_000;
    expect(preparation.refusal('192.0.2.1')).toBeUndefined();
    preparation.took('192.0.2.1', 99);
    expect(preparation.refusal('192.0.2.1')).toBeUndefined();
  });

  it('is counted by network, as everything is', () => {
    const { preparation } = aPreparation();
    preparation.took('2001:db8::1', 100);
    expect(preparation.refusal('2001:db8::2')).toBeDefined();
    expect(preparation.refusal('2001:db8:0:1::1')).toBeUndefined();
  });
});
