import type { BookingId, UserId } from '@parterre/contracts/kernel/ids.ts';
import type { ServiceAsked } from '@parterre/platform/operations/operations-resolvers.ts';
import type { ConsumerStatus } from '@parterre/platform/operations/read-status.ts';
import type { ShownDeadLetter } from '@parterre/platform/operations/show-dead-letter.ts';
import type { PaymentSummary, StatementLine } from '../../application/ports.ts';
import type { Wallet } from '../../domain/wallet.ts';

/** What stands behind the types of the schema until their fields are asked for. */
export type UserMapper = { readonly id: UserId };
export type BookingMapper = { readonly id: BookingId };
export type WalletMapper = Wallet;
export type WalletTransactionMapper = StatementLine;
export type PaymentMapper = PaymentSummary;

// What operators see.
export type ServiceStatusMapper = ServiceAsked;
export type ConsumerStatusMapper = ConsumerStatus;
export type DeadLetterMapper = ShownDeadLetter;
