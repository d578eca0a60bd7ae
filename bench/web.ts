/**
 * What the web app costs a visitor: bytes over the network, the first picture of a hall, script a frame while the map is
 * dragged, long tasks, and how soon somebody else's hold shows.
 *
 *   node bench/web.ts [--rounds 3] [--sections 1,9,50]
 *
 * A section has 1,000 seats. Each round opens every hall in a window without a cache, in Chromium with software WebGL.
 * "First picture" counts from the arrival of the states, "open" from the navigation.
 */
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { openBrowser } from '../tests/support/browser.ts';
import type { Client } from '../tests/support/client.ts';
import { largePlan } from '../tests/support/large-plan.ts';
import { logIn, register, registerOrganizer } from '../tests/support/people.ts';
import { adminEmail, adminPassword, ServerProcess } from '../tests/support/server-process.ts';
import { putOnSale, seatMap } from '../tests/support/shows.ts';
import { keepRaw, table } from './support/report.ts';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '3' }, sections: { type: 'string', default: '1,9,50' } },
});
const rounds = Number(values.rounds);
const halls = values.sections.split(',').map(Number);
/** What a drag goes through: enough frames for a mean. */
const DRAG_STEPS = 60;

interface Opened {
  readonly seats: number;
  readonly openMs: number;
  readonly firstPictureMs: number;
  readonly dataBytes: number;
  readonly allBytes: number;
  readonly longestTaskMs: number;
  readonly scriptPerFrameMs: number;
  readonly deltaMs: number;
}

const server = await ServerProcess.start({ RATE_LIMITS: 'off', LOG_LEVEL: 'warn' });
const browser = await openBrowser();
try {
  const admin = await logIn(server.client, adminEmail, adminPassword);
  const organizer = await registerOrganizer(server.client, admin, 'web-bench');
  await putOnSale(organizer.client);
  const list = await openList(browser, server.client.url);
  console.log(`list of events: ${kilobytes(list)} KB over the network\n`);
  const opened: Opened[] = [];
  for (const sections of halls) {
    const show = await putOnSale(organizer.client, { chart: largePlan(sections), format: 'PARTERRE' });
    for (let round = 0; round < rounds; round += 1) {
      opened.push(await openHall(browser, server.client, show.eventId, round));
    }
  }
  console.log(
    table(
      [
        'seats',
        'open ms',
        'first picture ms',
        'data KB',
        'all KB',
        'longest task ms',
        'script a frame ms',
        'delta ms',
      ],
      opened.map((hall) => [
        hall.seats,
        Math.round(hall.openMs),
        Math.round(hall.firstPictureMs),
        kilobytes(hall.dataBytes),
        kilobytes(hall.allBytes),
        Math.round(hall.longestTaskMs),
        hall.scriptPerFrameMs.toFixed(2),
        Math.round(hall.deltaMs),
      ]),
    ),
  );
  console.log(`\nraw: ${keepRaw('web', { list, opened })}`);
} finally {
  await browser.close();
  await server.demolish();
}

async function openList(by: Browser, url: string): Promise<number> {
  const { page, traffic, close } = await freshWindow(by);
  await page.goto(url);
  await page.getByRole('article').first().waitFor();
  const { all } = traffic();
  await close();
  return all;
}

async function openHall(by: Browser, client: Client, eventId: string, round: number): Promise<Opened> {
  const { seats } = await seatMap(client, eventId);
  const { page, network, traffic, close } = await freshWindow(by);
  await page.goto(`${client.url}/events/${eventId}`);
  await page.getByText('Live', { exact: true }).waitFor();
  await page.waitForFunction(`performance.getEntriesByName('seat map drawn').length > 0`);
  const drawnAt = await page.evaluate<number>(`performance.getEntriesByName('seat map drawn')[0].startTime`);
  const dataAt = await page.evaluate<number>(
    `Math.max(...performance.getEntriesByType('resource').filter(({ name, startTime }) =>
      /geometry|graphql$/.test(name) && startTime < ${drawnAt}).map(({ responseEnd }) => responseEnd).filter((at) => at <= ${drawnAt}))`,
  );
  const { all, data } = traffic();
  const longestTaskMs = await page.evaluate<number>('Math.max(0, ...longTasks)');
  const scriptPerFrameMs = await scriptWhileDragged(page, network);
  const deltaMs = await holdAndSee(page, client, eventId, seats[round]?.seat.id ?? '');
  await close();
  const whole = await client.send<{ event: { seatingPlan: { seatCount: number } } }>(
    `{ event(id: "${eventId}") { seatingPlan { seatCount } } }`,
  );
  return {
    seats: whole.data?.event.seatingPlan.seatCount ?? 0,
    openMs: drawnAt,
    firstPictureMs: drawnAt - dataAt,
    dataBytes: data,
    allBytes: all,
    longestTaskMs,
    scriptPerFrameMs,
    deltaMs,
  };
}

/** A window without a cache that counts bytes and long tasks. */
async function freshWindow(by: Browser) {
  const context = await by.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(`globalThis.longTasks = []; globalThis.frames = 0;
    new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ duration }) => duration)))
      .observe({ type: 'longtask', buffered: true });
    requestAnimationFrame(function count() { frames += 1; requestAnimationFrame(count); })`);
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  await network.send('Performance.enable');
  const asked = new Map<string, string>();
  const sizes = new Map<string, number>();
  network.on('Network.requestWillBeSent', ({ requestId, request }) =>
    asked.set(requestId, `${request.url} ${request.postData ?? ''}`),
  );
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    sizes.set(requestId, encodedDataLength),
  );
  const sumOf = (pattern: RegExp) =>
    [...sizes].reduce((sum, [id, bytes]) => (pattern.test(asked.get(id) ?? '') ? sum + bytes : sum), 0);
  return {
    page,
    network,
    traffic: () => ({ all: sumOf(/./), data: sumOf(/geometry\.json|query EventMap/) }),
    close: () => context.close(),
  };
}

async function scriptWhileDragged(page: Page, network: CDPSession): Promise<number> {
  const box = await page.getByRole('application').boundingBox();
  if (!box) throw new Error('expected the map in sight');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, -600);
  const before = await scriptAndFrames(page, network);
  await page.mouse.down();
  for (let step = 0; step < DRAG_STEPS; step += 1) {
    await page.mouse.move(x - step * 3, y - step * 2);
    await page.evaluate('new Promise(requestAnimationFrame)');
  }
  await page.mouse.up();
  const after = await scriptAndFrames(page, network);
  return ((after.script - before.script) * 1_000) / (after.frames - before.frames);
}

async function scriptAndFrames(page: Page, network: CDPSession) {
  const { metrics } = await network.send('Performance.getMetrics');
  const script = metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0;
  return { script, frames: await page.evaluate<number>('frames') };
}

/** From the answer to somebody's hold to the list that shows the place as held. */
async function holdAndSee(page: Page, client: Client, eventId: string, seatId: string): Promise<number> {
  const { client: buyer } = await register(client, `web-bench-${randomUUID().slice(0, 8)}`);
  await page.getByRole('button', { name: 'Choose from a list' }).click();
  await page.locator('summary', { hasText: ' of ' }).first().click();
  const held = page.locator('button[data-state=held]');
  const before = await held.count();
  await buyer.act('CreateBooking', { eventId, seatIds: [seatId], idempotencyKey: randomUUID() });
  const answered = performance.now();
  await held.nth(before).waitFor();
  return performance.now() - answered;
}

function kilobytes(bytes: number): string {
  return (bytes / 1024).toFixed(1);
}
