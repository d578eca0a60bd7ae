import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type SignedMessage,
  type StripeDouble,
  startStripeDouble,
} from '../../subgraphs/payments/testing/stripe-double.ts';
import type { Client } from '../support/client.ts';
import { noClusterHere } from '../support/cluster-at-hand.ts';
import { ClusterProcess } from '../support/cluster-process.ts';
import { type Actor, register } from '../support/people.ts';
import { ServerProcess } from '../support/server-process.ts';

const MINUTE_MS = 60_000;
const topUp = `mutation ($input: TopUpWalletInput!) {
  topUpWallet(input: $input) { wallet { available { amount } } redirectUrl userErrors { code } }
}`;
interface ToppedUp {
  readonly topUpWallet: { readonly wallet: object; readonly redirectUrl: string | null };
}
interface Changed {
  readonly walletChanged: { readonly available: { readonly amount: string } };
}

const noCluster = await noClusterHere();

interface Installation {
  /** One for each gateway. */
  readonly clients: readonly Client[];
  demolish(): Promise<void>;
}
type Start = (env: Record<string, string>) => Promise<Installation>;

const inOneProcess: Start = async (env) => {
  const server = await ServerProcess.start(env);
  return { clients: [server.client], demolish: () => server.demolish() };
};
const inManyProcesses: Start = (env) => ClusterProcess.start([], env);

describe.each<[string, Start]>([
  ['in one process', inOneProcess],
  ...(noCluster ? [] : [['in many', inManyProcesses] satisfies [string, Start]]),
])('a wallet that is filled on the page of a provider, %s', (_how, start) => {
  let stripe: StripeDouble;
  let server: Installation;
  let buyer: Actor;
  beforeAll(async () => {
    stripe = await startStripeDouble();
    server = await start(stripe.settings);
    buyer = await register(gateway(), 'payer');
  }, 6 * MINUTE_MS);
  afterAll(async () => {
    await server?.demolish();
    await stripe?.stop();
  }, 2 * MINUTE_MS);

  const gateway = (): Client => {
    const client = server.clients.at(-1);
    if (!client) throw new Error('expected a gateway');
    return client;
  };
  const post = ({ text, signature }: SignedMessage) =>
    fetch(`${gateway().url}/webhooks/stripe`, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', 'stripe-signature': signature },
      body: text,
    });
  const begin = async (idempotencyKey: string) => {
    const input = { amount: { amount: '20.00', currencyCode: 'EUR' }, idempotencyKey };
    const { data } = await buyer.client.send<ToppedUp>(topUp, { input });
    return data?.topUpWallet;
  };

  it(
    'is told of the money by the message that says it is paid, and by no other',
    async () => {
      const key = randomUUID();
      const begun = await begin(key);
      expect(begun).toMatchObject({ wallet: { available: { amount: '0.00' } }, userErrors: [] });
      const session = stripe.sessionAt(begun?.redirectUrl ?? null);
      const watch = buyer.client.watch<Changed>('WalletChanged', {});
      expect((await watch.next()).walletChanged.available.amount).toBe('0.00');

      const paid = stripe.event('completed', session);
      const forged = await post(stripe.sign(paid, { secret: 'whsec_guessed' }));
      expect([forged.status, await forged.text()]).toEqual([400, '']);
      expect((await post(stripe.sign(stripe.event('expired', session)))).status).toBe(204);
      expect((await post(stripe.sign(paid))).status).toBe(204);
      expect((await watch.next()).walletChanged.available.amount).toBe('20.00');
      await watch.close();

      expect((await post(stripe.sign(paid))).status).toBe(204);
      expect(await begin(key)).toMatchObject({
        wallet: { available: { amount: '20.00' } },
        redirectUrl: begun?.redirectUrl,
      });
      const foreign = { ...session, metadata: { parterre_top_up: randomUUID() } };
      expect((await post(stripe.sign(stripe.event('completed', foreign)))).status).toBe(404);
    },
    2 * MINUTE_MS,
  );
});
