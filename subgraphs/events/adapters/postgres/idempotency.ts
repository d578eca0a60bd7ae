import { claim, complete } from '@parterre/platform/idempotency/idempotency.ts';
import { reject } from '@parterre/platform/kernel/rejection.ts';
import type { Idempotency } from '../../application/ports/plan-changes.ts';

/** Outcomes remembered in the idempotency table of this subgraph's database, in the caller's transaction. */
export function createPostgresIdempotency(): Idempotency {
  return {
    async once<Outcome extends object>(
      tx: Parameters<Idempotency['once']>[0],
      call: Parameters<Idempotency['once']>[1],
      work: () => Promise<Outcome>,
    ) {
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
