import type { Bus, Subscription } from '@parterre/platform/bus/bus.ts';
import type { BookingChanges, BookingWatch } from '../../application/ports/booking-changes.ts';

/** Watches kept by booking, fed by one tail of this room's own facts: a thousand watchers cost one tail. */
export interface BookingChangesFeed extends BookingChanges {
  start(): Promise<void>;
  stop(): Promise<void>;
}

interface OpenWatch extends BookingWatch {
  changed(): void;
}

export function bookingChangesFromBus(bus: Bus): BookingChangesFeed {
  const watches = new Map<string, Set<OpenWatch>>();
  let tail: Subscription | undefined;

  return {
    watch(id) {
      const watch = openWatch(() => {
        const left = watches.get(id);
        left?.delete(watch);
        if (left?.size === 0) watches.delete(id);
      });
      const known = watches.get(id) ?? new Set();
      watches.set(id, known.add(watch));
      return watch;
    },

    async start() {
      tail = await bus.tail({
        topics: ['tickets'],
        // Every fact of this room is about a booking and has its identifier as the key.
        handle: ({ fact }) => {
          for (const watch of watches.get(fact.subject) ?? []) watch.changed();
        },
      });
    },

    async stop() {
      await tail?.stop();
      for (const watch of [...watches.values()].flatMap((each) => [...each])) watch.return();
    },
  };
}

/** One flag and at most one waiting caller: a slow watcher holds no more memory than a quick one. */
function openWatch(onEnd: () => void): OpenWatch {
  let hasChanged = false;
  let hasEnded = false;
  let wake: ((changed: boolean) => void) | undefined;

  return {
    changed() {
      hasChanged = !wake;
      wake?.(true);
      wake = undefined;
    },
    async next() {
      if (hasEnded) return false;
      if (hasChanged) {
        hasChanged = false;
        return true;
      }
      return new Promise((resolve) => {
        wake = resolve;
      });
    },
    return() {
      if (hasEnded) return;
      hasEnded = true;
      onEnd();
      wake?.(false);
      wake = undefined;
    },
  };
}
