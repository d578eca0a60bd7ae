import type { BookingId, UserId } from '@parterre/platform/kernel/ids.ts';
import type { DecimalMoney } from '@parterre/platform/kernel/money.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { KeyedOperation, PendingResponse, StoredRejection } from '../../domain/pending-response.ts';

/** What a mutation came to, as it is kept under its key. The booking is read again in its present state. */
export interface Outcome {
  readonly bookingId: BookingId | null;
  readonly rejection: StoredRejection | null;
  readonly refunded: DecimalMoney | null;
}

/** A mutation with its key and the whole input that the key stands for. */
export interface KeyedRequest extends PendingResponse {
  readonly input: object;
}

export type Known =
  | { readonly kind: 'done'; readonly outcome: Outcome }
  | { readonly kind: 'in-progress' }
  | { readonly kind: 'reused' };

/** Which requests came before, and what they came to. */
export interface IdempotencyKeys {
  recall(request: KeyedRequest): Promise<Known | { readonly kind: 'absent' }>;
  /** Takes the key in this transaction: of several at once one gets 'new', the others wait for its commit. */
  claim(tx: Transaction, request: KeyedRequest): Promise<Known | { readonly kind: 'new' }>;
  complete(tx: Transaction, owed: PendingResponse, outcome: Outcome): Promise<void>;
  /** The keys of the user's requests of this kind that have no outcome yet. */
  inProgress(tx: Transaction, userId: UserId, operation: KeyedOperation): Promise<string[]>;
}
