import { beforeEach, describe, expect, it } from '@jest/globals';
import { Circuit, type Outcome } from './circuit.ts';

let now: number;
let changes: boolean[];
let circuit: Circuit;
beforeEach(() => {
  now = 0;
  changes = [];
  circuit = new Circuit({
    failures: 3,
    firstPauseMs: 100,
    longestPauseMs: 400,
    onChange: (isOpen) => changes.push(isOpen),
    now: () => now,
  });
});

/** Asks once; false when nobody may. */
function ask(outcome: Outcome): boolean {
  const pass = circuit.enter();
  pass?.leave(outcome);
  return pass !== undefined;
}

describe('a circuit', () => {
  it('opens after so many failures in a row, and not before', () => {
    for (const outcome of ['failed', 'failed', 'answered', 'failed', 'failed'] as const) ask(outcome);
    expect(circuit.isOpen).toBe(false);
    ask('failed');
    expect([circuit.isOpen, ask('answered'), changes]).toEqual([true, false, [true]]);
  });

  it('learns nothing from whoever went away', () => {
    for (const outcome of ['failed', 'failed', 'unknown', 'failed'] as const) ask(outcome);
    expect(circuit.isOpen).toBe(true);
  });

  it('lets one ask on trial after its pause, and closes when that is answered', () => {
    for (let count = 0; count < 3; count += 1) ask('failed');
    now = 99;
    expect(circuit.enter()).toBeUndefined();
    now = 100;
    const trial = circuit.enter();
    expect(circuit.enter()).toBeUndefined();
    trial?.leave('answered');
    expect([circuit.isOpen, changes, ask('failed'), ask('failed'), ask('answered')]).toEqual([
      false,
      [true, false],
      true,
      true,
      true,
    ]);
  });

  it('waits twice as long after each trial that fails, up to a bound', () => {
    for (let count = 0; count < 3; count += 1) ask('failed');
    for (const pause of [100, 200, 400, 400]) {
      now += pause - 1;
      expect(ask('failed')).toBe(false);
      now += 1;
      expect(ask('failed')).toBe(true);
    }
    expect(changes).toEqual([true]);
  });

  it('gives the trial to the next when whoever had it went away', () => {
    for (let count = 0; count < 3; count += 1) ask('failed');
    now = 100;
    ask('unknown');
    expect([circuit.isOpen, ask('answered'), circuit.isOpen]).toEqual([true, true, false]);
  });

  it('does not count what began before it opened', () => {
    const early = [circuit.enter(), circuit.enter()];
    for (let count = 0; count < 3; count += 1) ask('failed');
    early[0]?.leave('answered');
    expect(circuit.isOpen).toBe(true);
    early[1]?.leave('failed');
    now = 100;
    expect(ask('answered')).toBe(true);
  });
});
