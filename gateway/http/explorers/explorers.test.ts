import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestGateway, type TestGateway } from '../../testing/test-gateway.ts';

const html = { accept: 'text/html,application/xhtml+xml' };
let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.stop());

describe('Sandbox', () => {
  const sandbox = () => `sandbox.localhost:${gateway.port}`;

  it('is what a browser on this machine sees at /graphql, in a frame of another origin', async () => {
    const { body, headers } = await visit('/graphql');
    expect(body).toContain(`<iframe src="http://${sandbox()}/graphql"`);
    expect(headers['content-security-policy']).toContain(`frame-src http://${sandbox()};`);
    const framed = await visit('/graphql', sandbox());
    expect(framed.body).toContain('embeddable-sandbox.cdn.apollographql.com');
    expect(framed.body).toContain('initialSubscriptionEndpoint');
    expect(framed.headers['content-security-policy']).toMatch(/frame-ancestors http:\/\/localhost:\* /);
  });

  it('never stands in the origin of the web app', async () => {
    const { body, headers } = await visit('/graphql');
    expect(body).not.toContain('<script');
    expect(headers['content-security-policy']).not.toContain('script-src');
    for (const path of ['/', '/app.js', '/graphiql', '/events/1']) {
      expect((await visit(path, sandbox())).status).toBe(404);
    }
  });

  it('runs the scripts that its policy names, and no other', async () => {
    const { body, headers } = await visit('/graphql', sandbox());
    const inline = [...body.matchAll(/<script>(.*?)<\/script>/gs)].map(([, script]) => script ?? '');
    expect(inline).toHaveLength(1);
    const [hash] = inline.map((script) => createHash('sha256').update(script).digest('base64'));
    expect(headers['content-security-policy']).toContain(
      `script-src https://embeddable-sandbox.cdn.apollographql.com 'sha256-${hash}';`,
    );
  });

  it('is GraphiQL for a browser elsewhere, which does not know that origin', async () => {
    const { status, headers } = await visit('/graphql', 'parterre.lan:4000');
    expect([status, headers.location]).toEqual([302, '/graphiql']);
  });

  it('answers operations in its origin as everywhere', async () => {
    const { body } = await visit('/graphql?query={event(id:"1"){title}}', sandbox(), { accept: '*/*' });
    expect(JSON.parse(body)).toEqual({ data: { event: { title: 'title of 1' } } });
  });
});

describe('GraphiQL', () => {
  it('needs nothing but this host, and no inline script', async () => {
    const { body, headers } = await visit('/graphiql');
    expect(body).not.toMatch(/https?:\/\/|<script>/);
    expect(headers['content-security-policy']).toContain("script-src 'self';");
    const files = [...body.matchAll(/(?:src|href)="(\/graphiql\/[^"]+)"/g)].map(([, path]) => path ?? '');
    expect(files).toEqual(['/graphiql/graphiql.css', '/graphiql/graphiql.js', '/graphiql/start.js']);
    const workers = ['editor', 'json', 'graphql'].map((name) => `/graphiql/${name}-worker.js`);
    for (const path of [...files, ...workers]) {
      const file = await visit(path);
      expect([path, file.status, file.headers['content-type']]).toEqual([
        path,
        200,
        expect.stringMatching(path.endsWith('.css') ? /^text\/css/ : /^text\/javascript/),
      ]);
      const again = await visit(path, undefined, { 'if-none-match': String(file.headers.etag) });
      expect([again.status, again.body]).toEqual([304, '']);
    }
    expect((await visit('/graphiql/other.js')).status).toBe(404);
  });

  it('has every module that its scripts import', async () => {
    const seen = new Set(['/graphiql/start.js']);
    for (const path of seen) {
      const { status, body } = await visit(path);
      expect([path, status]).toEqual([path, 200]);
      for (const [, from] of body.matchAll(/^(?:import|export) .* from '([^']+)'/gm)) {
        seen.add(new URL(from ?? '', `http://x${path}`).pathname);
      }
    }
    expect(seen.size).toBeGreaterThanOrEqual(3);
  });

  it('keeps no token that is typed into it', async () => {
    expect((await visit('/graphiql/start.js')).body).toContain('shouldPersistHeaders: false');
  });

  it('is for development only', async () => {
    const production = await startTestGateway({ environment: 'production' });
    try {
      expect((await fetch(`${production.url}/graphiql`)).status).toBe(404);
      const page = await visit('/graphql', undefined, {}, production.port);
      expect(page.body).toContain('GraphQL API of Parterre');
      expect(page.body).not.toMatch(/sandbox|graphiql|apollo/i);
    } finally {
      await production.stop();
    }
  });
});

async function visit(path: string, host?: string, more: Record<string, string> = {}, port = gateway.port) {
  const headers = { ...html, ...more, ...(host ? { host } : {}) };
  const asked = request({ host: '127.0.0.1', port, path, headers, agent: false });
  asked.end();
  const [response] = await once(asked, 'response');
  const { statusCode: status, headers: answered } = response;
  return {
    status: status as number,
    headers: answered as Record<string, string>,
    body: await text(response),
  };
}
