import { describe, expect, it } from '@jest/globals';
import { ConfigError } from '@parterre/platform/config/read-config.ts';
import { explain } from './explain.ts';
import { StartError } from './start-error.ts';

describe('why a server did not start', () => {
  it('is a line for each wrong variable', () => {
    const faults = ['PORT: expected a whole number, got "x"', 'CURRENCY: expected EUR, got "XXX"'];
    expect(explain(new ConfigError(faults))).toEqual(faults);
  });

  it('is the one line that the launcher wrote for a person', () => {
    expect(explain(new StartError('expected a free port, got 4000'))).toEqual([
      'expected a free port, got 4000',
    ]);
  });

  it('is one line when a disk fills up while tables are made, however deep that is wrapped', () => {
    const full = Object.assign(new Error('could not extend file "base/1": No space left on device'), {
      code: '53100',
    });
    const wrapped = new Error('Migration 0001 failed', { cause: new Error('driver', { cause: full }) });
    expect(explain(wrapped)).toEqual([expect.stringContaining('No space left on device')]);
  });

  it('is left to the stack when nobody foresaw it', () => {
    expect(explain(new TypeError('x is not a function'))).toBeNull();
    expect(explain('thrown text')).toBeNull();
  });

  it('is found also when an error causes itself', () => {
    const circle = new Error('round');
    circle.cause = circle;
    expect(explain(circle)).toBeNull();
  });
});
