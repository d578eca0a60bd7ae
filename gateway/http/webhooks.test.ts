import { describe, expect, it } from '@jest/globals';
import { silentLogger } from '@parterre/platform/telemetry/logger.ts';
import { rateRefusal } from '../rates/rate-limited.ts';
import { noRates } from '../rates/rates.ts';
import { createClientAddresses } from './client-address.ts';
import { createHttpServer } from './http-server.ts';
import { addWebhooks, type WebhookMessage, type WebhookRoute, type WebhooksOptions } from './webhooks.ts';

type Receive = WebhookRoute['receive'];

async function serve(receive: Receive, rates: WebhooksOptions['rates'] = noRates) {
  const app = await createHttpServer({ logger: silentLogger });
  const routes = [{ path: '/webhooks/bank', bytes: 1_000, signedBy: 'bank-signature', receive }];
  addWebhooks(app, { routes, clients: createClientAddresses(), rates });
  app.post('/json', async ({ body }) => body);
  return (payload: string, headers: Record<string, string> = {}, url = '/webhooks/bank') =>
    app.inject({ method: 'POST', url, payload, headers: { 'content-type': 'application/json', ...headers } });
}

describe('a message of another server', () => {
  it('is handed on as it came, byte for byte, with its signature', async () => {
    const got: WebhookMessage[] = [];
    const post = await serve(async (message) => {
      got.push(message);
      return 'taken';
    });
    const text = '{ "a" :1,\n "é": "\\u00e9" , "a": 2 }';
    expect(await post(text, { 'bank-signature': 't=1,v1=ab' })).toMatchObject({ statusCode: 204, body: '' });
    await post('no json at all', { 'content-type': 'text/plain' });
    expect(got).toEqual([
      { text, signature: 't=1,v1=ab' },
      { text: 'no json at all', signature: '' },
    ]);
  });

  it.each<[string, Receive, number]>([
    ['that is forged', async () => 'forged', 400],
    ['that nobody knows anything about', async () => 'unknown', 404],
    ['that cannot be handed on now', () => Promise.reject(new Error('secret of the inside')), 503],
  ])('%s is answered so, and no more is said', async (_what, receive, status) => {
    expect(await (await serve(receive))('{}')).toMatchObject({ statusCode: status, body: '' });
  });

  it('is not read beyond its bound, nor beyond what an address may send', async () => {
    const never: Receive = () => Promise.reject(new Error('expected not to be asked'));
    expect((await (await serve(never))('x'.repeat(1_001))).statusCode).toBe(413);
    const policy = { name: 'address', points: 1, durationMs: 30_000 };
    const full = {
      begin: async () => rateRefusal(policy, { isTaken: false, remaining: 0, resetMs: 30_000 }),
    };
    const refused = await (await serve(never, full))('{}');
    expect(refused).toMatchObject({ statusCode: 429, headers: { 'retry-after': '30' } });
  });

  it('changes nothing for other routes, whose bodies are JSON', async () => {
    const post = await serve(async () => 'taken');
    expect((await post('{"a":1}', {}, '/json')).json()).toEqual({ a: 1 });
    expect((await post('a', { 'content-type': 'text/xml' }, '/json')).statusCode).toBe(415);
  });
});
