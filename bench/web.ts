/**
 * What the web app costs a visitor: bytes over the network, the first picture of a hall, script a frame while the map is
 * dragged, long tasks, and how soon somebody else's hold shows.
 *
 *   node bench/web.ts [--rounds 3] [--seats 238,8897,100000]
 *
 * Each round opens every hall in a window without a cache, in Chromium with software WebGL. A hall of more than the 50,000
 * seats that a plan may have is drawn by the browser alone (web/widened-hall.ts). "First picture" counts from the arrival
 * of the states, "open" from the navigation. Of the longest task the processor time is told besides: on a machine with
 * other work the rest is waiting.
 */
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../tests/support/browser.ts';
import type { Client } from '../tests/support/client.ts';
import { logIn, register, registerOrganizer } from '../tests/support/people.ts';
import { adminEmail, adminPassword, ServerProcess } from '../tests/support/server-process.ts';
import { putOnSale, seatMap } from '../tests/support/shows.ts';
import { keepRaw, table } from './support/report.ts';
import { MOST_SEATS, planOfSeats } from './web/halls.ts';
import { type LongestTask, scriptWhileDragged, watchTasks } from './web/tasks.ts';
import { widenHall } from './web/widened-hall.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    seats: { type: 'string', default: '238,8897,100000' },
  },
});
const rounds = Number(values.rounds);
/** After the first picture the tasks are watched for so long. */
const SETTLED_MS = 1_000;
/** Not by Playwright's own waiting, which evaluates in the page: its policy forbids that. */
const DRAWN = `new Promise((resolve) => new PerformanceObserver((list) => {
  if (list.getEntriesByName('seat map drawn').length > 0) resolve();
}).observe({ type: 'mark', buffered: true }))`;
const halls = values.seats.split(',').map(Number);

interface Opened {
  readonly seats: number;
  readonly openMs: number;
  readonly firstPictureMs: number;
  readonly dataBytes: number;
  readonly allBytes: number;
  readonly longestTask: LongestTask;
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
  const shows: string[] = [];
  for (const seats of halls) {
    const chart = planOfSeats(seats > MOST_SEATS ? 1_000 : seats);
    shows.push((await putOnSale(organizer.client, { chart, format: 'PARTERRE' })).eventId);
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, seats] of halls.entries()) {
      opened.push(await openHall(browser, server.client, { eventId: shows[at] ?? '', seats, round }));
    }
  }
  opened.sort((a, b) => a.seats - b.seats);
  console.log(
    table(
      [
        'seats',
        'open ms',
        'first picture ms',
        'data KB',
        'all KB',
        'longest task ms',
        'its processor ms',
        'script a frame ms, p95',
        'delta ms',
      ],
      opened.map((hall) => [
        hall.seats,
        Math.round(hall.openMs),
        Math.round(hall.firstPictureMs),
        kilobytes(hall.dataBytes),
        kilobytes(hall.allBytes),
        Math.round(hall.longestTask.ms),
        Math.round(hall.longestTask.processorMs),
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

async function openHall(
  by: Browser,
  client: Client,
  { eventId, seats, round }: { eventId: string; seats: number; round: number },
): Promise<Opened> {
  const known = (await seatMap(client, eventId)).seats;
  const { page, network, traffic, close } = await freshWindow(by);
  const widenedBytes = seats > MOST_SEATS ? await widenHall(page, seats) : null;
  const stopWatching = await watchTasks(by, page);
  await page.goto(`${client.url}/events/${eventId}`);
  await page.getByText('Live', { exact: true }).waitFor();
  await page.evaluate(DRAWN);
  // What comes after the first picture, the driver's start above all, belongs to it.
  await page.evaluate(`new Promise((resolve) => setTimeout(resolve, ${SETTLED_MS}))`);
  const drawnAt = await page.evaluate<number>(`performance.getEntriesByName('seat map drawn')[0].startTime`);
  const dataAt = await page.evaluate<number>(
    `Math.max(...performance.getEntriesByType('resource').filter(({ name, startTime }) =>
      /geometry|graphql$/.test(name) && startTime < ${drawnAt}).map(({ responseEnd }) => responseEnd).filter((at) => at <= ${drawnAt}))`,
  );
  const { all, data } = traffic();
  const longestTask = await stopWatching();
  const scriptPerFrameMs = await scriptWhileDragged(page, network);
  const deltaMs = await holdAndSee(page, client, eventId, known[round]?.seat.id ?? '');
  await close();
  return {
    seats,
    openMs: drawnAt,
    firstPictureMs: drawnAt - dataAt,
    dataBytes: widenedBytes?.() ?? data,
    allBytes: widenedBytes ? all - data + widenedBytes() : all,
    longestTask,
    scriptPerFrameMs,
    deltaMs,
  };
}

/** A window without a cache that counts bytes. */
async function freshWindow(by: Browser) {
  const context = await by.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
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
