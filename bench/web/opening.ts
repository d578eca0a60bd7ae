import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import type { Client } from '../../tests/support/client.ts';
import { register } from '../../tests/support/people.ts';
import { seatMap } from '../../tests/support/shows.ts';
import type { Site } from './sites.ts';
import { PICTURE, type ScriptPerFrame, scriptWhileDragged, type Tasks, watchTasks } from './tasks.ts';
import { freshWindow } from './window.ts';

/** After the first picture the tasks are watched for so long. */
const SETTLED_MS = 1_000;

export interface Opened {
  readonly site: string;
  readonly seats: number;
  /** From the navigation to the frame after the one that shows the hall. */
  readonly openMs: number;
  /** The same from the arrival of plan and states. */
  readonly firstPictureMs: number;
  readonly dataBytes: number;
  readonly allBytes: number;
  readonly tasks: Tasks;
  /** Null where one cannot move in the picture. */
  readonly script: ScriptPerFrame | null;
  readonly deltaMs: number;
}

/** Opens a hall in a window without a cache, moves in it, and has somebody hold a place that nobody has yet. */
export async function openHall(
  by: Browser,
  site: Site,
  { eventId, seats, place }: { eventId: string; seats: number; place: number },
): Promise<Opened> {
  const { client, page: kind } = site;
  const known = (await seatMap(client, eventId)).seats;
  const { page, traffic, close } = await freshWindow(by);
  await page.addInitScript(markPicture(kind.isDrawn));
  const stopWatching = await watchTasks(by, page);
  await page.goto(client.url + kind.path(eventId));
  await page.evaluate(MARKED);
  // What comes after the first picture, the driver's start above all, belongs to it.
  await page.evaluate(`new Promise((resolve) => setTimeout(resolve, ${SETTLED_MS}))`);
  await page.getByText(/^live$/i).waitFor();
  const openMs = await page.evaluate<number>(`performance.getEntriesByName('${PICTURE}')[0].startTime`);
  const dataAt = await page.evaluate<number>(
    `Math.max(...performance.getEntriesByType('resource').filter(({ name }) => /geometry|graphql$/.test(name))
      .map(({ responseEnd }) => responseEnd).filter((at) => at <= ${openMs}))`,
  );
  const [allBytes, dataBytes] = [traffic(/./), traffic(kind.data)];
  const tasks = await stopWatching();
  const script = kind.hasCamera ? await scriptWhileDragged(by, page) : null;
  const deltaMs = await holdAndSee(page, site, eventId, known[place]?.seat.id ?? '');
  await close();
  return {
    site: site.name,
    seats,
    openMs,
    firstPictureMs: openMs - dataAt,
    dataBytes,
    allBytes,
    tasks,
    script,
    deltaMs,
  };
}

export async function openList(by: Browser, client: Client): Promise<number> {
  const { page, traffic, close } = await freshWindow(by);
  await page.goto(client.url);
  await page.getByRole('article').first().waitFor();
  const bytes = traffic(/./);
  await close();
  return bytes;
}

/** In any page alike: what is in the document in one frame has been painted when the next but one begins. */
function markPicture(isDrawn: string): string {
  return `const look = () => {
    if (!(${isDrawn})) return requestAnimationFrame(look);
    requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('${PICTURE}')));
  };
  requestAnimationFrame(look);`;
}

/** Not by Playwright's own waiting, which evaluates in the page: its policy forbids that. */
const MARKED = `new Promise((resolve) => new PerformanceObserver((list) => {
  if (list.getEntriesByName('${PICTURE}').length > 0) resolve();
}).observe({ type: 'mark', buffered: true }))`;

/** From the answer to somebody's hold to the page that shows the place as held. */
async function holdAndSee(page: Page, site: Site, eventId: string, seatId: string): Promise<number> {
  const { client: buyer } = await register(site.client, 'web-bench');
  const held = await site.page.heldPlaces(page);
  const before = await held.count();
  await buyer.act('CreateBooking', { eventId, seatIds: [seatId], idempotencyKey: randomUUID() });
  const answered = performance.now();
  await held.nth(before).waitFor({ state: 'attached' });
  return performance.now() - answered;
}
