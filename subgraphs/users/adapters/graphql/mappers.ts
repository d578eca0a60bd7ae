import type { Account } from '../../domain/account.ts';

/** What stands behind a User: all of an account for its owner and administrators, else its public profile. */
export type UserMapper = Pick<Account, 'id' | 'nickname'> &
  Partial<Pick<Account, 'email' | 'emailConfirmedAt' | 'role' | 'isBlocked' | 'createdAt'>>;
