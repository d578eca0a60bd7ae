/**
 * What the web app costs a visitor: bytes over the network, the first picture of a hall, script a frame while the map is
 * dragged, long tasks, and how soon somebody else's hold shows.
 *
 *   node bench/web.ts [--rounds 3] [--seats 238,8897,100000] [--beside CHECKOUT]
 *
 * Each round opens every hall in a window without a cache, in Chromium with software WebGL. `--beside` opens the same halls
 * in the page of commit 35d1766 as well, in turns: a checkout of it with its packages, whose server is started (`git
 * worktree add PATH 35d1766`, `npm ci` there). It takes no plan of more than 50,000 seats, and nobody
 * can move in its picture.
 *
 * "Open" counts from the navigation, "first picture" from the arrival of plan and states, both to the frame after the one
 * that shows the hall, found in the same way in either page. Processor time is what to compare on a machine with other
 * work: of the page's thread until that picture, and of its longest task.
 */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { openBrowser } from '../tests/support/browser.ts';
import { checkBudget } from '../web/budget.ts';
import { buildWebApp, builtWebApp } from '../web/build.ts';
import { thisCheckout } from './bookings/booking-server.ts';
import { keepRaw, table } from './support/report.ts';
import { type Opened, openHall, openList } from './web/opening.ts';
import { openSite, pageOfElements, type Site, seatMapPage } from './web/sites.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    seats: { type: 'string', default: '238,8897,100000' },
    beside: { type: 'string' },
  },
});
const rounds = Number(values.rounds);
const halls = values.seats.split(',').map(Number);

await buildWebApp();
const sites: Site[] = [];
const browser = await openBrowser();
try {
  if (values.beside !== undefined) sites.push(await openSite('35d1766', values.beside, pageOfElements));
  const own = await openSite('this', thisCheckout, seatMapPage);
  sites.push(own);
  const shows = new Map<Site, Map<number, string>>();
  for (const site of sites) shows.set(site, await putHallsOnSale(site));
  const budget = checkBudget(builtWebApp);
  console.log(
    table(
      ['load', 'KB, gzip -9'],
      Object.entries(budget).map(([part, kb]) => [part, kb.toFixed(1)]),
    ),
  );
  const list = await openList(browser, own.client);
  console.log(`\nlist of events: ${kilobytes(list)} KB over the network; load average ${load()}\n`);
  const opened: Opened[] = [];
  for (let place = 0; place < rounds; place += 1) {
    for (const seats of halls) {
      for (const site of sites) {
        const eventId = shows.get(site)?.get(seats);
        if (eventId !== undefined) opened.push(await openHall(browser, site, { eventId, seats, place }));
      }
    }
  }
  opened.sort((a, b) => a.seats - b.seats || a.site.localeCompare(b.site));
  console.log(tableOf(opened));
  console.log(`\nload average ${load()}\nraw: ${keepRaw('web', { load: loadavg(), budget, list, opened })}`);
} finally {
  await browser.close();
  for (const site of sites) await site.end();
}

async function putHallsOnSale(site: Site): Promise<Map<number, string>> {
  const shows = new Map<number, string>();
  for (const seats of halls) {
    if (seats <= site.page.mostSeats) shows.set(seats, await site.putOnSale(seats));
  }
  return shows;
}

function tableOf(opened: readonly Opened[]): string {
  const whole = (ms: number) => Math.round(ms);
  const columns: readonly (readonly [string, (hall: Opened) => string | number])[] = [
    ['seats', ({ seats }) => seats],
    ['page', ({ site }) => site],
    ['open ms', ({ openMs }) => whole(openMs)],
    ['first picture ms', ({ firstPictureMs }) => whole(firstPictureMs)],
    ['processor until it, ms', ({ tasks }) => whole(tasks.untilPictureMs)],
    ['data KB', ({ dataBytes }) => kilobytes(dataBytes)],
    ['all KB', ({ allBytes }) => kilobytes(allBytes)],
    ['tasks over 50 ms', ({ tasks }) => tasks.over50Ms],
    ['by processor', ({ tasks }) => tasks.over50ProcessorMs],
    ['longest task ms', ({ tasks }) => whole(tasks.longestMs)],
    ['its processor ms', ({ tasks }) => whole(tasks.longestProcessorMs)],
    ['script a frame ms, p95', ({ script }) => script?.ms.toFixed(2) ?? '–'],
    ['its processor ms', ({ script }) => script?.processorMs.toFixed(2) ?? '–'],
    ['delta ms', ({ deltaMs }) => whole(deltaMs)],
  ];
  return table(
    columns.map(([head]) => head),
    opened.map((hall) => columns.map(([, cell]) => cell(hall))),
  );
}

function load(): string {
  return (loadavg()[0] ?? 0).toFixed(1);
}

function kilobytes(bytes: number): string {
  return (bytes / 1024).toFixed(1);
}
