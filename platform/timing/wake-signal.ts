import { pause } from './pause.ts';

/** Wakes a loop that waits for work. A ring while nobody waits is not lost: the next wait ends at once. */
export interface WakeSignal {
  ring(): void;
  /** Waits for a ring, at most so long, or until the signal is given. */
  wait(mostMs: number, signal: AbortSignal): Promise<void>;
}

export function createWakeSignal(): WakeSignal {
  let isRung = false;
  let ringing = new AbortController();
  return {
    ring() {
      isRung = true;
      ringing.abort();
    },
    async wait(mostMs, signal) {
      if (!isRung) await pause(mostMs, AbortSignal.any([ringing.signal, signal]));
      isRung = false;
      ringing = new AbortController();
    },
  };
}
