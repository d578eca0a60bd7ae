import type { DeliveredFact } from '../bus/bus.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Database } from '../postgres/database.ts';
import { DatabaseOutage } from '../postgres/errors.ts';
import type { FactConsumer } from '../service/service.ts';
import { SubgraphUnavailable } from '../subgraphs/subgraph-client.ts';
import type { Logger } from '../telemetry/logger.ts';
import { backoffMs } from '../timing/backoff.ts';
import { pause } from '../timing/pause.ts';
import { type Applied, applyFact } from './apply-fact.ts';
import { layAside } from './dead-letters.ts';

/**
 * A fact that keeps failing is tried this often at once, then laid aside so that other keys flow. It is tried
 * again from there (dead-letters.ts).
 */
export const MAX_ATTEMPTS = 5;
/** Pauses between the tries: 50, 100, 200 and 400 ms, so that a passing trouble has a chance to pass. */
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 400;

/** What became of a delivery; `ignored` is a type that the consumer does not ask for. */
export type Handled = Applied | 'ignored' | DeadLettered;

/** Tried as often as is allowed, and laid aside. */
export interface DeadLettered {
  readonly cause: unknown;
}

/**
 * Handles one delivery of one consumer. Resolves when the fact is done with for good: applied, known,
 * waiting, or in a dead letter.
 *
 * @throws DatabaseOutage or SubgraphUnavailable: no fault of the fact, so it has to be delivered again
 */
export async function handleDelivery(
  database: Database,
  consumer: FactConsumer,
  delivered: DeliveredFact,
  { clock, logger }: { readonly clock: Clock; readonly logger: Logger },
): Promise<Handled> {
  const { fact } = delivered;
  if (!consumer.types.includes(fact.type)) return 'ignored';
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await applyFact(database, consumer, delivered, clock.now());
    } catch (error) {
      if (error instanceof DatabaseOutage || error instanceof SubgraphUnavailable) throw error;
      const about = { consumer: consumer.name, fact: fact.id, type: fact.type, attempt, err: error };
      if (attempt === MAX_ATTEMPTS) {
        const laid = await layAside(database, consumer.name, delivered, error, attempt);
        if (laid === 'duplicate') return 'duplicate';
        logger.error(
          about,
          'a fact could not be applied and lies in a dead letter, to be tried again; later ones of its key wait',
        );
        return { cause: error };
      }
      logger.warn(about, 'a fact could not be applied; it will be tried again');
      await pause(backoffMs(attempt, FIRST_PAUSE_MS, LONGEST_PAUSE_MS));
    }
  }
}
