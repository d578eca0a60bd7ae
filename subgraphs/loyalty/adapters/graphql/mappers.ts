import type { BookingId, UserId } from '@parterre/contracts/kernel/ids.ts';
import type { PastOperation } from '../../application/ports.ts';
import type { Account } from '../../domain/account.ts';

/** What stands behind the types of the schema until their fields are asked for. */
export type UserMapper = { readonly id: UserId };
export type BookingMapper = { readonly id: BookingId };
export type LoyaltyAccountMapper = Account;
export type PointsOperationMapper = PastOperation;
