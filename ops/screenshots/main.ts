// `npm run screenshots`: opens a server with the demo on a folder of its own, takes every page of the web app in four looks,
// and writes docs/screenshots with its index. `npm run screenshots -- shop/event office/today` takes these pages alone.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { prepareProcess } from '../launch/prepare-process.ts';
import type { Shown } from './pages.ts';
import type { Stage } from './stage.ts';
import type { Look } from './window.ts';

const env = prepareProcess();
const { buildWebApp } = await import('@parterre/web/build.ts');
const { startServer } = await import('../launch/server.ts');
const { layFactsAside } = await import('./dead-letter.ts');
const { writeIndex } = await import('./index-page.ts');
const { folders } = await import('./pages.ts');
const { setStage, viewers } = await import('./stage.ts');
const { looks, openBrowser, Window } = await import('./window.ts');

const target = env.SCREENSHOTS_DIR ?? fileURLToPath(new URL('../../docs/screenshots/', import.meta.url));
const wanted = process.argv.slice(2);

await using parts = new AsyncDisposableStack();
const dataDir = await mkdtemp(join(tmpdir(), 'parterre-screenshots-'));
parts.defer(() => rm(dataDir, { recursive: true, force: true }));
await buildWebApp();
const server = await startServer({
  env: { ...env, PARTERRE_DEMO: '1', RATE_LIMITS: 'off', LOG_LEVEL: 'error', AUDIT_SECONDS: '0' },
  dataDir,
  port: Number(env.PORT ?? 0),
});
parts.defer(() => server.stop());
const now = new Date();
const stage = await setStage(server.graphqlUrl, now);
await layFactsAside(server.databases.notifications, now);
const browser = await openBrowser();
parts.defer(() => browser.close());
const missed: string[] = [];
for (const look of looks) await takeAll(browser, look, stage);
if (wanted.length === 0) await writeIndex(target);
if (missed.length > 0) {
  console.error(`parterre: expected every page to be taken, missed:\n${missed.join('\n')}`);
  process.exitCode = 1;
}

async function takeAll(inBrowser: Browser, look: Look, on: Stage): Promise<void> {
  const pages = Object.entries(folders).flatMap(([folder, shown]) =>
    shown.map((one) => ({ one, file: `${folder}/${one.name}` })),
  );
  for (const who of ['nobody', 'buyer', 'holder', 'organizer', 'administrator'] as const) {
    const mine = pages.filter(
      ({ one, file }) => one.as === who && (wanted.length === 0 || wanted.includes(file)),
    );
    if (mine.length === 0) continue;
    const window = await Window.open(
      inBrowser,
      server.url,
      look,
      who === 'nobody' ? undefined : viewers[who],
    );
    for (const { one, file } of mine) {
      try {
        await take(window, one, `${file}-${look.name}.jpg`, on);
      } catch (error) {
        missed.push(`${file}-${look.name}: ${(error as Error).message}`);
      }
    }
    await window.close();
  }
}

type OpenWindow = Awaited<ReturnType<typeof Window.open>>;

async function take(window: OpenWindow, one: Shown, file: string, on: Stage): Promise<void> {
  const made = await one.makes?.(on);
  try {
    await window.go(made?.path ?? one.path(on.ids));
    if (one.before) {
      await one.before(window, on);
      await window.settle();
    }
    const path = join(target, file);
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(path, await window.picture(one.isWindow ?? false));
    console.log(file);
  } finally {
    await made?.undo();
  }
}
