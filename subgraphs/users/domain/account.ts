import type { Role } from '@parterre/contracts/kernel/caller.ts';
import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import type { Language } from '@parterre/contracts/kernel/language.ts';
import { readNickname } from '@parterre/contracts/kernel/nickname.ts';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';

/** Somebody with an account, as this subgraph knows them. */
export interface Account {
  readonly id: UserId;
  readonly nickname: string;
  /** As `parseEmailAddress` reads it. */
  readonly email: string;
  /** When the user proved to read the mail that goes there. */
  readonly emailConfirmedAt: Date | null;
  /**
   * Whether the address stands for this account: it logs in to it and resets its password. One account at most
   * owns an address. Where addresses need confirming, whoever confirms it does (docs/adr/0014).
   */
  readonly ownsEmail: boolean;
  /** PHC string: says itself how it was made. */
  readonly passwordHash: string;
  readonly role: Role;
  /** In which the user is written to. */
  readonly language: Language;
  readonly isBlocked: boolean;
  readonly createdAt: Date;
  /**
   * When all sessions were ended last, on this account's own clock: every access token of those sessions was
   * issued before, none of a later session will be.
   */
  readonly sessionsEndedAt: Date | null;
  /** When the account was first allowed to organize; stays when it no longer is. */
  readonly organizerSince: Date | null;
}

const rank: Record<Role, number> = { USER: 0, ORGANIZER: 1, ADMIN: 2 };

/**
 * Whether everybody may know the nickname: it stands on the bill of what the user organizes, or once did. The rest
 * of the account stays the user's own.
 */
export function hasPublicProfile({ organizerSince }: Pick<Account, 'organizerSince'>): boolean {
  return organizerSince !== null;
}

/** Whether a change of role takes rights away. */
export function isDemotion(from: Role, to: Role): boolean {
  return rank[to] < rank[from];
}

/** Reads a nickname from outside, or refuses it by its field. */
export function parseNickname(text: string): string | Rejection<'INVALID_NICKNAME'> {
  return (
    readNickname(text) ??
    reject(
      'INVALID_NICKNAME',
      `expected 3 to 30 letters (a to z), digits, dots, hyphens or underscores, beginning and ending with a letter or digit, got "${text.trim().slice(0, 40)}"`,
      ['nickname'],
    )
  );
}
