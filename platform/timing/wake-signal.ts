/** Wakes a loop that waits for work. A ring while nobody waits is not lost: the next wait ends at once. */
export interface WakeSignal {
  ring(): void;
  /** Waits for a ring, at most so long, or until the signal is given; answers whether it was rung. */
  wait(mostMs: number, signal: AbortSignal): Promise<boolean>;
}

export function createWakeSignal(): WakeSignal {
  let isRung = false;
  /** Ends the wait that there is. No AbortController: each makes an error with a stack, and 2.6 % of a busy server were theirs. */
  let end: (() => void) | null = null;
  return {
    ring() {
      isRung = true;
      end?.();
    },
    async wait(mostMs, signal) {
      if (!isRung && !signal.aborted) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, mostMs);
          end = () => {
            clearTimeout(timer);
            resolve();
          };
          signal.addEventListener('abort', end, { once: true });
        }).finally(() => {
          if (end) signal.removeEventListener('abort', end);
          end = null;
        });
      }
      const wasRung = isRung;
      isRung = false;
      return wasRung;
    },
  };
}
