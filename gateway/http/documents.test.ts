import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { createLogger } from '@parterre/platform/telemetry/logger.ts';
import { rateRefusal } from '../rates/rate-limited.ts';
import { noRates } from '../rates/rates.ts';
import { createClientAddresses } from './client-address.ts';
import { addDocuments, type DocumentRoute, type DocumentsOptions } from './documents.ts';
import { createHttpServer } from './http-server.ts';

const text = JSON.stringify({ rows: Array.from({ length: 2_000 }, (_, row) => ({ row })) });

describe('a document that never changes', () => {
  it('is compressed for whoever takes it so, and kept for good', async () => {
    const { get } = await serve(async () => text);
    const plain = await get('/plans/a.json');
    expect(plain.body).toBe(text);
    // Not `identity`, which is a word of Accept-Encoding alone (RFC 9110, 8.4.1).
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      etag: expect.stringMatching(/^W\/"/),
      vary: expect.stringContaining('Accept-Encoding'),
    });
    const br = await get('/plans/a.json', { 'accept-encoding': 'gzip, br' });
    expect(br.headers).toMatchObject({ 'content-encoding': 'br', etag: plain.headers.etag });
    expect(brotliDecompressSync(br.rawPayload).toString()).toBe(text);
    const gz = await get('/plans/a.json', { 'accept-encoding': 'gzip, br;q=0' });
    expect(gz.headers).toMatchObject({ 'content-encoding': 'gzip' });
    expect(gunzipSync(gz.rawPayload).toString()).toBe(text);
  });

  it('is not sent again to whoever has it', async () => {
    const { get } = await serve(async () => text);
    const { headers } = await get('/plans/a.json');
    const again = await get('/plans/a.json', { 'if-none-match': String(headers.etag) });
    expect(again).toMatchObject({ statusCode: 304, body: '' });
    expect(again.headers).toMatchObject({ etag: headers.etag, 'cache-control': headers['cache-control'] });
  });

  it('is asked of its owner once, however many ask for it', async () => {
    const asked: string[] = [];
    const { get } = await serve(async ({ id = '' }) => {
      asked.push(id);
      return text;
    });
    await Promise.all(Array.from({ length: 20 }, () => get('/plans/a.json')));
    await get('/plans/a.json');
    await get('/plans/b.json');
    expect(asked).toEqual(['a', 'b']);
  });

  it('is one however its name is written, and nobody is asked for what can be none', async () => {
    const asked: string[] = [];
    const { get } = await serve(
      async ({ id = '' }) => {
        asked.push(id);
        return text;
      },
      undefined,
      ({ id = '' }) => (id.length === 3 ? { id: id.toLowerCase() } : null),
    );
    const names = ['abc', 'ABC', 'aBc', 'abC'];
    const answers = await Promise.all(names.map((name) => get(`/plans/${name}.json`)));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200]);
    expect(await get('/plans/none.json')).toMatchObject({ statusCode: 404 });
    expect(asked).toEqual(['abc']);
  });

  it('is prepared beside few others: the rest waits, and too many are told to come again', async () => {
    let preparing = 0;
    let most = 0;
    const gate = Promise.withResolvers<void>();
    const { get } = await serve(async () => {
      preparing += 1;
      most = Math.max(most, preparing);
      await gate.promise;
      preparing -= 1;
      return '{}';
    });
    const all = Array.from({ length: 210 }, (_, name) => get(`/plans/${name}.json`));
    const turnedAway = await Promise.race(all);
    expect(turnedAway).toMatchObject({ statusCode: 503, headers: { 'retry-after': '5' } });
    expect(turnedAway.json()).toMatchObject({ errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] });
    gate.resolve();
    const answers = await Promise.all(all);
    expect([most, answers.filter(({ statusCode }) => statusCode === 200).length]).toEqual([2, 202]);
  });

  it('is looked for again when it was not there, or could not be read', async () => {
    const answers = [async () => null, () => Promise.reject(new Error('out of order')), async () => text];
    const { get, errors } = await serve(() => answers.shift()?.() ?? Promise.resolve(null));
    expect(await get('/plans/a.json')).toMatchObject({ statusCode: 404 });
    const notNow = await get('/plans/a.json');
    expect(notNow).toMatchObject({ statusCode: 503, headers: { 'retry-after': '5' } });
    expect(notNow.json()).toMatchObject({ errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] });
    expect(await get('/plans/a.json')).toMatchObject({ statusCode: 200, body: text });
    // Anybody can ask so much of its owner that it answers nothing more.
    expect(errors()).toEqual([]);
  });

  it('costs whoever asks for one that is not there', async () => {
    let refused = 0;
    const { get } = await serve(async () => null, {
      ...noRates,
      refused: async () => {
        refused += 1;
      },
    });
    for (const name of ['a', 'b', 'a']) await get(`/plans/${name}.json`);
    expect(refused).toBe(3);
  });

  it('is looked for only as often as an address may ask, and served from memory beyond that', async () => {
    let left = 1;
    const { get } = await serve(async () => text, {
      ...noRates,
      begin: async () => {
        left -= 1;
        if (left >= 0) return undefined;
        return rateRefusal(
          { name: 'cost', points: 1, durationMs: 60_000 },
          { isTaken: false, remaining: 0, resetMs: 30_000 },
        );
      },
    });
    expect(await get('/plans/a.json')).toMatchObject({ statusCode: 200 });
    expect(await get('/plans/a.json')).toMatchObject({ statusCode: 200 });
    const refused = await get('/plans/b.json');
    expect(refused).toMatchObject({ statusCode: 429, headers: { 'retry-after': '30' } });
    expect(refused.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
  });
});

async function serve(
  read: DocumentRoute['read'],
  rates: DocumentsOptions['rates'] = noRates,
  normalise?: DocumentRoute['normalise'],
) {
  const lines: string[] = [];
  const logger = createLogger({ destination: { write: (line) => lines.push(line) } });
  const app = await createHttpServer({ logger });
  const route = { path: '/plans/:id.json', contentType: 'application/json; charset=utf-8', read, normalise };
  addDocuments(app, { routes: [route], clients: createClientAddresses(), rates, logger });
  return {
    errors: () => lines.filter((line) => line.includes('"level":"error"')),
    get: (url: string, headers: Record<string, string> = {}) => app.inject({ method: 'GET', url, headers }),
  };
}
