import { setTimeout as pause } from 'node:timers/promises';
import type { DecimalMoney } from '@parterre/contracts/kernel/money.ts';
import { type DemoClient, DemoRefused } from './demo-client.ts';

/** Somebody of the demo. The passwords are no secret: they are printed, and the README names them. */
export interface DemoAccount {
  readonly who: string;
  readonly nickname: string;
  readonly email: string;
  readonly password: string;
}

/** The administrator of an embedded server that names none. */
export const demoAdministrator: DemoAccount = {
  who: 'administrator',
  nickname: 'admin',
  email: 'admin@parterre.example',
  password: 'parterre-admin',
};
export const demoOrganizer: DemoAccount = {
  who: 'organizer',
  nickname: 'olga',
  email: 'olga@parterre.example',
  password: 'parterre-olga',
};
export const demoBuyers: readonly DemoAccount[] = [
  { who: 'buyer', nickname: 'bea', email: 'bea@parterre.example', password: 'parterre-bea' },
  { who: 'buyer', nickname: 'ben', email: 'ben@parterre.example', password: 'parterre-ben' },
];

interface Signed {
  readonly user: { readonly id: string; readonly role: string };
  readonly session: { readonly accessToken: string };
}

/** Signs somebody in; opens the account first where there is none. */
export async function enter(
  anyone: DemoClient,
  account: DemoAccount,
): Promise<{ client: DemoClient; user: Signed['user'] }> {
  const { nickname, email, password } = account;
  const { user, session } = await anyone
    .act<Signed>('DemoSignIn', { login: nickname, password })
    .catch((error: unknown) => {
      if (!(error instanceof DemoRefused)) throw error;
      return anyone.act<Signed>('DemoRegister', { nickname, email, password });
    });
  return { client: anyone.as(session.accessToken), user };
}

const WALLET_PATIENCE_MS = 20_000;
const LOOK_EVERY_MS = 50;

/**
 * Gives somebody money, once: the key makes a second time harmless. False where money is to be paid, on the page of a
 * provider: nobody pays for a demo.
 */
export async function giveMoney(
  person: DemoClient,
  nickname: string,
  amount: DecimalMoney,
): Promise<boolean> {
  const input = { amount, idempotencyKey: `demo-money-${nickname}` };
  const deadline = Date.now() + WALLET_PATIENCE_MS;
  for (;;) {
    try {
      const { redirectUrl } = await person.act<{ redirectUrl: string | null }>('DemoTopUp', input);
      return redirectUrl === null;
    } catch (error) {
      if (!(error instanceof DemoRefused)) throw error;
      // A provider that takes no such payment, or whose page has closed since an earlier seeding.
      if (error.code === 'PROVIDER_REFUSED') return false;
      // The wallet is opened when the payments subgraph hears of the registration, a moment later.
      if (error.code !== 'WALLET_NOT_FOUND' || Date.now() > deadline) throw error;
    }
    await pause(LOOK_EVERY_MS);
  }
}
