import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { silentLogger } from '@parterre/platform/telemetry/logger.ts';
import { createHttpServer } from './http-server.ts';
import { addWebApp } from './web-app.ts';

const large = 'app(); '.repeat(1_000);

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

  it('gets to show its own page for an address with a dot, to whoever wants a page', async () => {
    const get = await serve(await aWebApp());
    const page = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
    expect(await get('/artists/st.vincent', page)).toMatchObject({ status: 200, body: '<h1>Parterre</h1>' });
    expect(await get('/artists/st.vincent', { accept: '*/*' })).toMatchObject({ status: 404 });
    expect(await get('/assets/missing.js', page)).toMatchObject({ status: 404 });
    expect(await get('/assets/missing', page)).toMatchObject({ status: 404 });
  });

  it('keeps for good only what is named by its content, whatever the address says', async () => {
    const get = await serve(await aWebApp());
    expect(await get('/assets%2f..%2findex.html')).toMatchObject({
      body: '<h1>Parterre</h1>',
      cache: 'no-cache',
    });
  });

  it.each([
    ['/sw.js', 'text/javascript; charset=utf-8', 'no-cache'],
    ['/parterre.webmanifest', 'application/manifest+json', 'no-cache'],
    ['/assets/serif-9f8e.woff2', 'font/woff2', 'public, max-age=31536000, immutable'],
  ])('has %s as browsers want it', async (path, type, cache) => {
    const get = await serve(await aWebApp());
    expect(await get(path)).toMatchObject({ status: 200, type, cache });
  });

  it('is not sent again to whoever has it', async () => {
    const get = await serve(await aWebApp());
    const { etag = '' } = await get('/');
    expect(await get('/events/42', { 'if-none-match': String(etag) })).toMatchObject({
      status: 304,
      body: '',
      etag,
    });
  });

  it('is compressed as it goes, and as the build has compressed it', async () => {
    const get = await serve(await aWebApp());
    const going = await get('/assets/large-77aa.js', { 'accept-encoding': 'gzip, br' });
    expect(going).toMatchObject({ encoding: 'br', vary: expect.stringMatching(/accept-encoding/i) });
    expect(brotliDecompressSync(going.bytes).toString()).toBe(large);
    const laid = { 'accept-encoding': 'gzip, deflate, br, zstd' };
    expect(await get('/assets/laid-00ff.js', laid)).toMatchObject({
      encoding: 'br',
      body: 'by the build, br',
      type: 'text/javascript; charset=utf-8',
      cache: 'public, max-age=31536000, immutable',
      length: '16',
    });
    const gzip = { 'accept-encoding': 'gzip;q=0.5, br;q=0' };
    expect(await get('/assets/laid-00ff.js', gzip)).toMatchObject({
      encoding: 'gzip',
      body: 'by the build, gz',
    });
  });

  it('is sent as it is to whoever takes nothing else', async () => {
    const get = await serve(await aWebApp());
    const asked: Record<string, string>[] = [{}, { 'accept-encoding': 'identity' }];
    for (const headers of asked) {
      expect(await get('/assets/laid-00ff.js', headers)).toMatchObject({
        encoding: undefined,
        body: large,
        vary: expect.stringMatching(/accept-encoding/i),
      });
    }
  });

  it('has nothing of another build, and nothing by a link out of its folder', async () => {
    const root = await aWebApp();
    const get = await serve(root);
    const gone = new Date(Date.now() - 60_000);
    await utimes(join(root, 'assets', 'laid-00ff.js.br'), gone, gone);
    await rm(join(root, 'assets', 'laid-00ff.js.gz'));
    await symlink(join(root, '..', 'secret.txt'), join(root, 'assets', 'laid-00ff.js.gz'));
    const br = await get('/assets/laid-00ff.js', { 'accept-encoding': 'br' });
    expect(brotliDecompressSync(br.bytes).toString()).toBe(large);
    const gz = await get('/assets/laid-00ff.js', { 'accept-encoding': 'gzip' });
    expect(gunzipSync(gz.bytes).toString()).toBe(large);
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
  await writeFile(join(root, 'sw.js'), 'self');
  await writeFile(join(root, 'parterre.webmanifest'), '{}');
  await writeFile(join(root, 'assets', 'serif-9f8e.woff2'), 'wOF2');
  await writeFile(join(root, 'assets', 'large-77aa.js'), large);
  await writeFile(join(root, 'assets', 'laid-00ff.js'), large);
  // Not what they unpack to, so that it shows who has made them.
  await writeFile(join(root, 'assets', 'laid-00ff.js.br'), 'by the build, br');
  await writeFile(join(root, 'assets', 'laid-00ff.js.gz'), 'by the build, gz');
  await symlink(join(folder, 'secret.txt'), join(root, 'link.txt'));
  return root;
}

async function serve(root: string) {
  const app = await createHttpServer({ logger: silentLogger });
  addWebApp(app, root);
  return async (url: string, asked: Record<string, string> = {}) => {
    const { statusCode, body, rawPayload, headers } = await app.inject({
      method: 'GET',
      url,
      headers: asked,
    });
    return {
      status: statusCode,
      body,
      bytes: rawPayload,
      type: headers['content-type'],
      cache: headers['cache-control'],
      encoding: headers['content-encoding'],
      length: headers['content-length'],
      vary: headers.vary,
      etag: headers.etag,
    };
  };
}
