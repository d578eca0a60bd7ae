import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { silentLogger } from '@parterre/platform/telemetry/logger.ts';
import { createHttpServer } from './http-server.ts';
import { addWebApp } from './web-app.ts';

describe('the web app', () => {
  it('is served from its folder, and what is named by its content is kept for good', async () => {
    const get = await serve(await aWebApp());
    expect(await get('/')).toMatchObject({
      status: 200,
      type: 'text/html; charset=utf-8',
      cache: 'no-cache',
    });
    expect(await get('/assets/app-1a2b.js')).toMatchObject({
      body: 'app()',
      type: 'text/javascript; charset=utf-8',
      cache: 'public, max-age=31536000, immutable',
    });
  });

  it('gets to route its own paths, but not missing files', async () => {
    const get = await serve(await aWebApp());
    expect(await get('/events/42')).toMatchObject({ status: 200, body: '<h1>Parterre</h1>' });
    expect(await get('/assets/missing.js')).toMatchObject({ status: 404 });
  });

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/link.txt',
    '/assets/..%5c..%5csecret.txt',
    '/a%00.js',
  ])('is not left by %s', async (path) => {
    const get = await serve(await aWebApp());
    const answer = await get(path);
    expect(answer.body).not.toContain('secret between us');
  });

  it('need not be there', async () => {
    const get = await serve('/nowhere/at/all');
    expect(await get('/')).toMatchObject({
      status: 200,
      body: expect.stringContaining('has not been built'),
    });
    expect(await get('/events/42')).toMatchObject({ status: 404 });
  });
});

async function aWebApp(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'parterre-web-'));
  const root = join(folder, 'web');
  await mkdir(join(root, 'assets'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'a secret between us');
  await writeFile(join(root, 'index.html'), '<h1>Parterre</h1>');
  await writeFile(join(root, 'assets', 'app-1a2b.js'), 'app()');
  await symlink(join(folder, 'secret.txt'), join(root, 'link.txt'));
  return root;
}

async function serve(root: string) {
  const app = await createHttpServer({ logger: silentLogger });
  addWebApp(app, root);
  return async (url: string) => {
    const { statusCode, body, headers } = await app.inject({ method: 'GET', url });
    return { status: statusCode, body, type: headers['content-type'], cache: headers['cache-control'] };
  };
}
