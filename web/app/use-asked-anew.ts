import { useEffect, useRef } from 'react';

/** A pause grows to so many times the first one. */
const MOST_TIMES = 12;

/** The pause after something came to nothing so many times in a row, in ms: twice as long each time, to a limit. */
export function longerPause(firstMs: number, times: number): number {
  return firstMs * Math.min(2 ** (times - 1), MOST_TIMES);
}

/**
 * Runs `ask` every so often while the page is in sight and online, and at once when it comes back into sight. As long as
 * `answer` stays the same the pauses grow, to four times as long.
 */
export function useAskedAnew(ask: () => void, everyMs: number, answer: unknown): void {
  const latest = useRef({ ask, answer });
  latest.current = { ask, answer };
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let before: string | undefined;
    let times = 0;
    const run = () => {
      clearTimeout(timer);
      // Nothing is asked while nobody looks: coming back into sight begins anew.
      if (document.visibilityState !== 'visible') return;
      const now = JSON.stringify(latest.current.answer);
      times = now === before ? Math.min(times + 1, 3) : 1;
      before = now;
      if (navigator.onLine) latest.current.ask();
      timer = setTimeout(run, longerPause(everyMs, times));
    };
    const changed = () => {
      before = undefined;
      run();
    };
    timer = setTimeout(run, everyMs);
    document.addEventListener('visibilitychange', changed);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', changed);
    };
  }, [everyMs]);
}

/** Resolves after so many ms, but not before the page is in sight; at once when the network is back, or nobody waits. */
export function pauseInSight(ms: number, left: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (left.aborted) return resolve();
    const done = new AbortController();
    const { signal } = done;
    let isOver = false;
    const end = () => {
      clearTimeout(timer);
      done.abort();
      resolve();
    };
    const look = () => {
      if (isOver && document.visibilityState === 'visible') end();
    };
    const timer = setTimeout(() => {
      isOver = true;
      look();
    }, ms);
    document.addEventListener('visibilitychange', look, { signal });
    addEventListener('online', end, { signal });
    left.addEventListener('abort', end, { signal });
  });
}
