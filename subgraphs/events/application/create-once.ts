import { faultOfKey } from '@parterre/platform/idempotency/key.ts';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { UserContext } from '@parterre/platform/service/use-case.ts';
import type { Dependencies } from './dependencies.ts';

export type KeyRefusal = Rejection<'INVALID_IDEMPOTENCY_KEY' | 'IDEMPOTENCY_KEY_REUSED'>;

/** Why a key cannot name an attempt; undefined when it can, or when there is none. */
export function refuseKey(key: string | null | undefined): Rejection<'INVALID_IDEMPOTENCY_KEY'> | undefined {
  const fault = key == null ? null : faultOfKey(key);
  return fault === null
    ? undefined
    : reject('INVALID_IDEMPOTENCY_KEY', `expected ${fault}`, ['idempotencyKey']);
}

/** Input of what makes something new: a repeated try whose first answer was lost would make a second one. */
export interface Keyed {
  /** Names the attempt; without one each try is another. */
  readonly idempotencyKey?: string | null;
}

/**
 * Makes something in one transaction, once for each key of the caller; a repeated try hears the first outcome. What is
 * made has to be as JSON keeps it: something with times is made as its identifier, and read by that.
 */
export async function createOnce<Input extends Keyed, Made extends object>(
  { database, idempotency }: Pick<Dependencies, 'database' | 'idempotency'>,
  operation: string,
  { idempotencyKey: key, ...input }: Input,
  { caller }: Pick<UserContext, 'caller'>,
  create: (tx: Transaction) => Promise<Made>,
): Promise<Made | KeyRefusal> {
  if (key == null) return database.transaction(create);
  const refusal = refuseKey(key);
  if (refusal) return refusal;
  const call = { userId: caller.userId, operation, key, input };
  return database.transaction((tx) => idempotency.once<Made>(tx, call, () => create(tx)));
}
