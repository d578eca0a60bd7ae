import { describe, expect, it } from '@jest/globals';
import { lookForGarbage } from './collect-at-rest.ts';

const MB = 1_000_000;

/** A process whose garbage is what its heap has above 90 MB. */
function aProcess() {
  const now = { cpuMs: 5_000, heapBytes: 130 * MB, collected: 0 };
  const look = lookForGarbage({
    cpuMs: () => now.cpuMs,
    heapBytes: () => now.heapBytes,
    async collect() {
      now.collected += 1;
      now.cpuMs += 900;
      now.heapBytes = 90 * MB;
    },
  });
  return { now, look };
}

describe('collecting garbage at rest', () => {
  it('frees what a start has left behind once nothing is asked any more', async () => {
    const { now, look } = aProcess();
    now.cpuMs += 200;
    await look();
    expect(now).toMatchObject({ collected: 1, heapBytes: 90 * MB });
  });

  it('waits while the process works', async () => {
    const { now, look } = aProcess();
    for (let times = 0; times < 3; times += 1) {
      now.cpuMs += 4_000;
      await look();
    }
    expect(now.collected).toBe(0);
    await look();
    expect(now.collected).toBe(1);
  });

  it('collects again only when there is garbage again', async () => {
    const { now, look } = aProcess();
    await look();
    now.heapBytes += 5 * MB;
    await look();
    expect(now.collected).toBe(1);
    now.heapBytes += 15 * MB;
    await look();
    expect(now.collected).toBe(2);
  });

  it('takes its own work for nobody’s: a rest that goes on is one', async () => {
    const { now, look } = aProcess();
    await look();
    now.heapBytes = 120 * MB;
    await look();
    expect(now.collected).toBe(2);
  });
});
