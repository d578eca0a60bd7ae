import { randomUUID } from 'node:crypto';
import type { Client } from './client.ts';

/** A signed-in person of a test. */
export interface Actor {
  readonly id: string;
  readonly nickname: string;
  readonly password: string;
  readonly client: Client;
}

interface Signed {
  readonly user: { readonly id: string };
  readonly session: { readonly accessToken: string };
}

/** Opens an account under a name nobody else has. */
export async function register(client: Client, name: string): Promise<Actor> {
  const nickname = `${name}-${randomUUID().slice(0, 8)}`;
  const password = `correct horse ${nickname}`;
  const { user, session } = await client.act<Signed>('Register', {
    nickname,
    email: `${nickname}@example.org`,
    password,
  });
  return { id: user.id, nickname, password, client: client.as(session.accessToken) };
}

/** Opens an account and has the administrator make it an organizer's; signs in anew to carry the role. */
export async function registerOrganizer(client: Client, admin: Client, name: string): Promise<Actor> {
  const person = await register(client, name);
  await admin.act('AssignRole', { userId: person.id, role: 'ORGANIZER' });
  return { ...person, client: await logIn(client, person.nickname, person.password) };
}

export async function logIn(client: Client, login: string, password: string): Promise<Client> {
  const { session } = await client.act<Signed>('Login', { login, password });
  return client.as(session.accessToken);
}

/** Puts euros into somebody's wallet. */
export async function topUp(person: Actor, amount: string): Promise<void> {
  await person.client.act('TopUpWallet', {
    amount: { amount, currencyCode: 'EUR' },
    idempotencyKey: randomUUID(),
  });
}
