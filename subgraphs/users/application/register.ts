import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import { addressKey } from '../domain/client-address.ts';
import { parseEmailAddress } from '../domain/email-address.ts';
import { parseNickname } from '../domain/nickname.ts';
import { parsePassword } from '../domain/password.ts';
import { signInKey } from '../domain/sign-in-limit.ts';
import { addAccount } from './add-account.ts';
import { openSession, type SignedIn } from './open-session.ts';
import type { UsersRoom } from './ports/users-room.ts';

export interface RegisterInput {
  readonly nickname: string;
  readonly email: string;
  readonly password: string;
  /** The client's; undefined where nobody knows it. */
  readonly address?: string;
}

export type RegisterRejection = Rejection<
  'INVALID_NICKNAME' | 'NICKNAME_TAKEN' | 'INVALID_EMAIL' | 'EMAIL_TAKEN' | 'INVALID_PASSWORD' | 'TRY_AGAIN'
>;

/**
 * Opens an account and its first session, or tells every reason at once why not. Where addresses are to be confirmed,
 * nobody learns here whether somebody has one: the account is opened all the same, with an address that becomes its
 * own when it is confirmed (docs/adr/0014).
 */
export async function register(
  room: UsersRoom,
  input: RegisterInput,
  now: Date,
): Promise<SignedIn | readonly RegisterRejection[]> {
  const nickname = parseNickname(input.nickname);
  const email = parseEmailAddress(input.email);
  const password = parsePassword(input.password);
  if (isRejection(nickname) || isRejection(email) || isRejection(password)) {
    return [nickname, email, password].filter(isRejection);
  }
  // Asked before the slow hash, to spare it; the unique indexes decide in the end.
  const taken = await takenNames(room, nickname, email);
  if (taken.length > 0) return taken;
  const isEmailConfirmed = room.confirmedAddresses.has(email);
  const ownsEmail = !room.requiresConfirmedEmail || isEmailConfirmed;

  const passwordHash = await room.passwords.hash(password);
  if (isRejection(passwordHash)) return [passwordHash];
  const signedIn = await room.database.transaction(async (tx) => {
    const details = { nickname, email, passwordHash, role: 'USER' as const };
    const account = await addAccount(room, tx, { ...details, ownsEmail, isEmailConfirmed }, now);
    if (!account) return null;
    const attempt = { key: signInKey(nickname, account), address: addressKey(input.address) };
    await room.failedSignIns.noteSuccess(tx, attempt, now);
    return openSession(room, tx, account, now);
  });
  return signedIn ?? takenNames(room, nickname, email);
}

async function takenNames(room: UsersRoom, nickname: string, email: string): Promise<RegisterRejection[]> {
  const taken = await room.accounts.taken(room.database, nickname, email);
  const rejections: RegisterRejection[] = [];
  if (taken.nickname) {
    rejections.push(
      reject('NICKNAME_TAKEN', `expected a nickname that nobody has, got "${nickname}"; choose another`, [
        'nickname',
      ]),
    );
  }
  if (taken.email && (!room.requiresConfirmedEmail || room.confirmedAddresses.has(email))) {
    rejections.push(
      reject('EMAIL_TAKEN', 'there is an account with this mail address; sign in instead', ['email']),
    );
  }
  return rejections;
}
