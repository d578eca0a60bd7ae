import { randomInt } from 'node:crypto';
import { isRejection } from '@parterre/platform/kernel/rejection.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import { normalisePassword } from '../domain/password.ts';
import { addAccount } from './add-account.ts';
import type { UsersRoom } from './ports/users-room.ts';

/**
 * Makes the first administrator of a house that has none, once, however many replicas start together. An
 * account that exists is never changed: not its password, and not its role, for anybody may have
 * registered with that address.
 */
export async function ensureAdministrator(
  room: UsersRoom,
  administrator: { readonly email: string; readonly password: string },
  now: Date,
): Promise<void> {
  const { email } = administrator;
  if (await room.accounts.hasAdministrator(room.database)) return;
  const passwordHash = await room.passwords.hash(normalisePassword(administrator.password));
  if (isRejection(passwordHash)) throw new Error(passwordHash.message);
  const outcome = await room.database.transaction(async (tx) => {
    await room.accounts.lockFirstAdministrator(tx);
    if (await room.accounts.hasAdministrator(tx)) return 'there';
    const nickname = await freeNickname(room, tx, email);
    // Whoever starts the server has named the address.
    const named = { ownsEmail: true, isEmailConfirmed: true };
    return await addAccount(room, tx, { ...named, nickname, email, passwordHash, role: 'ADMIN' }, now);
  });
  if (outcome === null) {
    room.logger.error(
      {},
      'expected ADMIN_EMAIL to be nobody’s address yet, but an account without the role has it: the house has no administrator; choose another address',
    );
  }
}

async function freeNickname(room: UsersRoom, tx: Transaction, email: string): Promise<string> {
  const wanted = 'admin';
  const taken = await room.accounts.taken(tx, wanted, email);
  return taken.nickname ? `${wanted}-${randomInt(100_000, 1_000_000)}` : wanted;
}
