import { randomInt } from 'node:crypto';
import { isRejection } from '@parterre/platform/kernel/rejection.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { Context } from '@parterre/platform/service/use-case.ts';
import { normalisePassword } from '../domain/password.ts';
import type { Dependencies } from './dependencies.ts';
import { addAccount } from './register.ts';

/**
 * Makes the first administrator of a server that has none, once, however many replicas start together. An
 * account that exists is never changed: not its password, and not its role, for anybody may have
 * registered with that address.
 */
export async function ensureAdministrator(
  deps: Dependencies,
  administrator: { readonly email: string; readonly password: string },
  { now }: Context,
): Promise<void> {
  const { email } = administrator;
  if (await deps.accounts.hasAdministrator()) return;
  const passwordHash = await deps.passwords.hash(normalisePassword(administrator.password));
  if (isRejection(passwordHash)) throw new Error(passwordHash.message);
  const outcome = await deps.database.transaction(async (tx) => {
    await deps.accounts.lockFirstAdministrator(tx);
    if (await deps.accounts.hasAdministrator(tx)) return 'there';
    const nickname = await freeNickname(deps, tx, email);
    // Whoever starts the server has named the address.
    const named = { ownsEmail: true, isEmailConfirmed: true, language: 'EN' as const };
    return await addAccount(deps, tx, { ...named, nickname, email, passwordHash, role: 'ADMIN' }, now);
  });
  if (outcome === null) {
    deps.logger.error(
      {},
      'expected ADMIN_EMAIL to be nobody’s address yet, but an account without the role has it: the server has no administrator; choose another address',
    );
  }
}

async function freeNickname(deps: Dependencies, tx: Transaction, email: string): Promise<string> {
  const wanted = 'admin';
  const taken = await deps.accounts.taken(wanted, email, tx);
  return taken.nickname ? `${wanted}-${randomInt(100_000, 1_000_000)}` : wanted;
}
