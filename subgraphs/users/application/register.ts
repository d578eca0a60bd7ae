import { fact } from '@parterre/contracts/facts/fact.ts';
import { UserRegistered } from '@parterre/contracts/facts/users.ts';
import type { Role } from '@parterre/contracts/kernel/caller.ts';
import type { Language } from '@parterre/contracts/kernel/language.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import { type Account, parseNickname } from '../domain/account.ts';
import { addressKey } from '../domain/client-address.ts';
import { parseEmailAddress } from '../domain/email-address.ts';
import { loginKey } from '../domain/login-limit.ts';
import { parsePassword } from '../domain/password.ts';
import type { ClientContext } from './check-password.ts';
import type { Dependencies } from './dependencies.ts';
import { openSession, type SignedIn } from './open-session.ts';

export interface Register {
  readonly nickname: string;
  readonly email: string;
  readonly password: string;
  /** English unless said. */
  readonly language?: Language | null;
}

export type RegisterRejection = Rejection<
  'INVALID_NICKNAME' | 'NICKNAME_TAKEN' | 'INVALID_EMAIL' | 'EMAIL_TAKEN' | 'INVALID_PASSWORD' | 'TRY_AGAIN'
>;

/**
 * Opens an account and its first session, or answers every reason at once why not. Where addresses are to be confirmed,
 * nobody learns here whether somebody has one: the account is opened all the same, with an address that becomes its
 * own when it is confirmed (docs/adr/0014).
 */
export async function register(
  deps: Dependencies,
  input: Register,
  { clientAddress, now }: ClientContext,
): Promise<SignedIn | readonly RegisterRejection[]> {
  const nickname = parseNickname(input.nickname);
  const email = parseEmailAddress(input.email);
  const password = parsePassword(input.password);
  if (isRejection(nickname) || isRejection(email) || isRejection(password)) {
    return [nickname, email, password].filter(isRejection);
  }
  // Looked at before the slow hash, to spare it; the unique indexes decide in the end.
  const taken = await takenNames(deps, nickname, email);
  if (taken.length > 0) return taken;
  const isEmailConfirmed = deps.confirmedAddresses.has(email);
  const ownsEmail = !deps.requiresConfirmedEmail || isEmailConfirmed;

  const passwordHash = await deps.passwords.hash(password);
  if (isRejection(passwordHash)) return [passwordHash];
  const signedIn = await deps.database.transaction(async (tx) => {
    const language = input.language ?? 'EN';
    const details = { nickname, email, passwordHash, role: 'USER' as const, language };
    const account = await addAccount(deps, tx, { ...details, ownsEmail, isEmailConfirmed }, now);
    if (!account) return null;
    const attempt = { key: loginKey(nickname, account), address: addressKey(clientAddress) };
    await deps.failedLogins.noteSuccess(tx, attempt, now);
    return openSession(deps, tx, account, now);
  });
  return signedIn ?? takenNames(deps, nickname, email);
}

async function takenNames(deps: Dependencies, nickname: string, email: string): Promise<RegisterRejection[]> {
  const taken = await deps.accounts.taken(nickname, email);
  const rejections: RegisterRejection[] = [];
  if (taken.nickname) {
    rejections.push(
      reject('NICKNAME_TAKEN', `expected a nickname that nobody has, got "${nickname}"; choose another`, [
        'nickname',
      ]),
    );
  }
  if (taken.email && (!deps.requiresConfirmedEmail || deps.confirmedAddresses.has(email))) {
    rejections.push(
      reject('EMAIL_TAKEN', 'there is an account with this mail address; log in instead', ['email']),
    );
  }
  return rejections;
}

/**
 * Stores a new account and publishes it; null when the nickname is taken, or the mail address that is to be its
 * own.
 */
export async function addAccount(
  deps: Dependencies,
  tx: Transaction,
  details: {
    readonly nickname: string;
    readonly email: string;
    readonly passwordHash: string;
    readonly role: Role;
    readonly language: Language;
    readonly ownsEmail: boolean;
    readonly isEmailConfirmed: boolean;
  },
  now: Date,
): Promise<Account | null> {
  const { isEmailConfirmed, ...given } = details;
  const account: Account = {
    ...given,
    emailConfirmedAt: isEmailConfirmed ? now : null,
    id: newId<'User'>(),
    isBlocked: false,
    createdAt: now,
    sessionsEndedAt: null,
    organizerSince: details.role === 'USER' ? null : now,
  };
  if (!(await deps.accounts.add(tx, account))) return null;
  const { id: userId, nickname, email, role, language } = account;
  await tx.publish(fact(UserRegistered, { userId, nickname, email, role, language }, now));
  return account;
}
