import { once } from 'node:events';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestGateway, type TestGateway } from '../testing/test-gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  const webRoot = await mkdtemp(join(tmpdir(), 'parterre-web-'));
  await writeFile(join(webRoot, 'index.html'), '<h1>Parterre</h1>');
  gateway = await startTestGateway({ webRoot, trustedProxies: ['127.0.0.1'] });
});
afterAll(() => gateway.stop());

describe('every answer', () => {
  it.each(['/', '/health/live', '/graphql?query={slo}', '/missing.js', '/graphiql', '/%zz'])(
    'says at %s how it may be used, and not what made it',
    async (path) => {
      const headers = await headersOf(path);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'content-security-policy': expect.stringMatching(/^default-src 'none'; .*frame-ancestors 'none'$/),
      });
      expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['server']));
      expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['x-powered-by']));
    },
  );

  it('asks for TLS where a believed proxy speaks TLS, and only there', async () => {
    const encrypted = await headersOf('/graphql', { 'x-forwarded-proto': 'https' });
    expect(encrypted['strict-transport-security']).toBe('max-age=31536000');
    expect((await headersOf('/graphql'))['strict-transport-security']).toBeUndefined();
    await using stranger = await opened();
    const believed = await headersOf('/graphql', { 'x-forwarded-proto': 'https' }, stranger.port);
    expect(believed['strict-transport-security']).toBeUndefined();
  });
});

describe('the web app', () => {
  it('loads its own files and speaks with its own host, and nothing else', async () => {
    const headers = await headersOf('/', { host: 'tickets.example:8443' });
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; " +
        "connect-src 'self' ws://tickets.example:8443 wss://tickets.example:8443; font-src 'self'; " +
        "manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    );
    expect(headers).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=(self)'),
    });
  });

  it('does not take a policy from a Host header', async () => {
    const policy = (await headersOf('/', { host: "x;script-src*'" }))['content-security-policy'];
    expect(policy ?? '').not.toContain('*');
  });
});

async function headersOf(path: string, headers: Record<string, string> = {}, port = gateway.port) {
  const asked = request({ host: '127.0.0.1', port, path, headers, agent: false });
  asked.end();
  const [response] = await once(asked, 'response');
  response.resume();
  return response.headers as Record<string, string | undefined>;
}

async function opened(options: Parameters<typeof startTestGateway>[0] = {}) {
  const other = await startTestGateway(options);
  return { ...other, [Symbol.asyncDispose]: () => other.stop() };
}
