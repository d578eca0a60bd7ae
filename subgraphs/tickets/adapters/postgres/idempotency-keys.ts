import {
  claim,
  complete,
  listInProgress,
  recall,
  refuseAtOnce,
} from '@parterre/platform/idempotency/idempotency.ts';
import type { Database } from '@parterre/platform/postgres/database.ts';
import type { IdempotencyKeys, Known, Outcome } from '../../application/ports/storage.ts';

/** Idempotency keys in the platform's table. */
export function createPostgresIdempotencyKeys(database: Database): IdempotencyKeys {
  return {
    recall: async (request) => withOutcome(await recall(database, request)),
    claim: async (tx, request) => withOutcome(await claim(tx, request)),
    complete: (tx, { userId, operation, key }, outcome) => complete(tx, { userId, operation, key }, outcome),
    refuseAtOnce: (request, outcome) => refuseAtOnce(database, request, outcome),
    inProgress: (tx, userId, operation) => listInProgress(tx, { userId, operation }),
  };
}

/** What lies under a key of this subgraph was written by `complete` above. */
function withOutcome<Other extends { readonly kind: string }>(
  known: Other | { readonly kind: 'done'; readonly outcome: unknown },
): Exclude<Other, { readonly kind: 'done' }> | Extract<Known, { readonly kind: 'done' }> {
  return known.kind === 'done'
    ? { kind: 'done', outcome: (known as { outcome: unknown }).outcome as Outcome }
    : (known as Exclude<Other, { readonly kind: 'done' }>);
}
