import {
  EventChanged,
  SeatsBlocked,
  SeatsHeld,
  SeatsReleased,
  SeatsSold,
  SeatsUnblocked,
} from '@parterre/contracts/facts/events.ts';
import { readFact } from '@parterre/contracts/facts/fact.ts';
import type { Bus, DeliveredFact, Subscription } from '@parterre/platform/bus/bus.ts';
import { logCursor } from '@parterre/platform/kernel/log-cursor.ts';
import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import type { SeatMapFeed } from '../../application/ports/places.ts';
import type { MapFact, PlanFact, SeatCode } from '../../domain/seat-map.ts';

/** The state that each fact about seats leaves them in. */
const codes: ReadonlyMap<string, { readonly code: SeatCode; readonly definition: typeof SeatsBlocked }> =
  new Map([
    [SeatsHeld.type, { code: 'H', definition: SeatsHeld }],
    [SeatsSold.type, { code: 'S', definition: SeatsSold }],
    [SeatsReleased.type, { code: 'F', definition: SeatsReleased }],
    [SeatsBlocked.type, { code: 'B', definition: SeatsBlocked }],
    [SeatsUnblocked.type, { code: 'F', definition: SeatsUnblocked }],
  ]);

/**
 * The facts about seat maps: one tail of this subgraph's own topic for all maps, attached when the first map is
 * watched, and a list of who listens to which event.
 */
export function createSeatMapFeed(bus: Bus, logger: Logger): SeatMapFeed & { stop(): Promise<void> } {
  const listeners = new Map<string, Set<(fact: MapFact | PlanFact) => void>>();
  let tail: Promise<Subscription> | null = null;

  const dispatch = (delivered: DeliveredFact, epoch: string): void => {
    const interested = listeners.get(delivered.fact.subject);
    if (!interested) return;
    const fact = readMapFact(delivered, epoch, logger);
    if (fact) for (const listener of interested) listener(fact);
  };

  const startTail = async (): Promise<Subscription> => {
    const epoch = await bus.epoch('events');
    return bus.tail({ topics: ['events'], handle: (delivered) => dispatch(delivered, epoch) });
  };

  const attachTail = (): Promise<Subscription> => {
    tail ??= startTail().catch((error: unknown) => {
      // The next who comes tries again.
      tail = null;
      throw error;
    });
    return tail;
  };

  return {
    async attach(eventId, handle) {
      const own = listeners.get(eventId) ?? new Set();
      listeners.set(eventId, own.add(handle));
      const detach = () => {
        own.delete(handle);
        if (own.size === 0 && listeners.get(eventId) === own) listeners.delete(eventId);
      };
      try {
        await attachTail();
      } catch (error) {
        detach();
        throw error;
      }
      return detach;
    },

    async endVersion(eventId) {
      const [epoch, position] = await Promise.all([bus.epoch('events'), bus.endPosition('events', eventId)]);
      return logCursor(epoch, position);
    },

    async stop() {
      listeners.clear();
      await (await tail)?.stop();
      tail = null;
    },
  };
}

/** Null for facts that are not about the map, and for one that cannot be read: it must not stop the others. */
function readMapFact(
  { fact, position }: DeliveredFact,
  epoch: string,
  logger: Logger,
): MapFact | PlanFact | null {
  const known = codes.get(fact.type);
  if (!known && fact.type !== EventChanged.type) return null;
  try {
    if (!known) {
      const { seatingPlanId } = readFact(EventChanged, fact);
      return seatingPlanId ? { position: logCursor(epoch, position), planId: seatingPlanId } : null;
    }
    const { seats, standing } = readFact(known.definition, fact);
    return { position: logCursor(epoch, position), code: known.code, seats, standing };
  } catch (error) {
    logger.error({ factId: fact.id, type: fact.type, error }, 'a fact about seats could not be read');
    return null;
  }
}
