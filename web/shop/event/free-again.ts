import type { SeatStore } from '../../seat-map/places/store.ts';

/**
 * Resolves once all these seats are free in the map, or when the signal ends the waiting. A hold that is refused for its
 * price or code has held its seats for a moment, and the map tells so: until they are free again they are nobody's.
 */
export function freeAgain(
  store: Pick<SeatStore, 'isFree' | 'subscribe'>,
  seats: readonly number[],
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve) => {
    const isDone = () => signal.aborted || seats.every((seat) => store.isFree(seat));
    if (isDone()) return resolve();
    const stop = store.subscribe(look);
    signal.addEventListener('abort', look, { once: true });

    function look(): void {
      if (!isDone()) return;
      stop();
      signal.removeEventListener('abort', look);
      resolve();
    }
  });
}
