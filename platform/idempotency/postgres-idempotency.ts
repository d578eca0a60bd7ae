import { reject } from '../kernel/rejection.ts';
import type { Transaction } from '../postgres/database.ts';
import { claim, complete, type KeyedInput } from './idempotency.ts';
import type { Idempotency } from './once.ts';

/** Outcomes in the table `idempotency_keys` of the subgraph's own database. */
export function createPostgresIdempotency(): Idempotency {
  return {
    async once<Outcome extends object>(tx: Transaction, call: KeyedInput, work: () => Promise<Outcome>) {
      const claimed = await claim(tx, call);
      switch (claimed.kind) {
        case 'new': {
          const outcome = await work();
          await complete(tx, call, outcome);
          return outcome;
        }
        case 'done':
          // This very operation wrote it.
          return claimed.outcome as Outcome;
        case 'reused':
          return reject(
            'IDEMPOTENCY_KEY_REUSED',
            'expected the same input as this key came with first, got another; take a new key',
            ['idempotencyKey'],
          );
        default:
          // A claim and its outcome are committed together, so nobody ever sees one without the other.
          throw new Error(`expected an outcome under the key of ${call.operation}, got ${claimed.kind}`);
      }
    },
  };
}
