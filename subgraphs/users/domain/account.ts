import type { Role } from '@parterre/platform/kernel/asker.ts';
import type { UserId } from '@parterre/platform/kernel/ids.ts';

/** Somebody with an account, as this room knows them. */
export interface Account {
  readonly id: UserId;
  readonly nickname: string;
  /** In lower case. */
  readonly email: string;
  /** PHC string: says itself how it was made. */
  readonly passwordHash: string;
  readonly role: Role;
  readonly isBlocked: boolean;
  readonly createdAt: Date;
}

const rank: Record<Role, number> = { USER: 0, ORGANIZER: 1, ADMIN: 2 };

/** Whether a change of role takes rights away. */
export function isDemotion(from: Role, to: Role): boolean {
  return rank[to] < rank[from];
}
