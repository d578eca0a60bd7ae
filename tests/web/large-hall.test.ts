import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { visit } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { largePlan } from '../support/large-plan.ts';
import { putOnSale } from '../support/shows.ts';
import { openWebFixture, type WebFixture } from '../support/web-fixture.ts';

const SECTIONS = 9;
const MOST_BYTES = 40 * 1024;
const MOST_TAPS = 8;
/** How many places are chosen, as the page keeps them. */
const chosen = 'Object.values(sessionStorage).flatMap((text) => JSON.parse(text).seats ?? []).length';

/** How long it takes is measured in bench/web. */
describe('a hall of 9,000 seats', () => {
  let fixture: WebFixture;
  let address: string;
  beforeAll(async () => {
    fixture = await openWebFixture('large');
    const { eventId } = await putOnSale(fixture.organizer.client, {
      chart: largePlan(SECTIONS),
      format: 'PARTERRE',
    });
    address = fixture.url(`/events/${eventId}`);
  }, 240_000);
  afterAll(() => fixture?.close());

  it('comes in 40 KB, plan and states together', async () => {
    const { page, context, leave } = await visit(fixture.browser);
    const network = await context.newCDPSession(page);
    await network.send('Network.enable');
    const asked = new Map<string, string>();
    let bytes = 0;
    network.on('Network.requestWillBeSent', ({ requestId, request }) => {
      asked.set(requestId, `${request.url} ${request.postData ?? ''}`);
    });
    network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (/geometry\.json|query EventMap/.test(asked.get(requestId) ?? '')) bytes += encodedDataLength;
    });
    await page.goto(address);
    await page.getByText('Live', { exact: true }).waitFor();
    await page.locator('canvas').first().waitFor();
    expect(bytes).toBeGreaterThan(1_000);
    expect(bytes).toBeLessThan(MOST_BYTES);
    await leave();
  });

  it('on a phone a tap goes nearer first, and chooses where a finger can tell seats apart', async () => {
    const { page, leave } = await visit(fixture.browser, {
      viewport: { width: 390, height: 844 },
      isMobile: true,
      hasTouch: true,
    });
    await page.goto(address);
    await page.getByText('Live', { exact: true }).waitFor();
    const map = page.getByRole('application');
    await map.scrollIntoViewIfNeeded();
    const tap = async () => {
      const box = await map.boundingBox();
      if (!box) throw new Error('expected the map in sight');
      await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
    };
    await tap();
    await page.getByRole('button', { name: 'Whole hall' }).waitFor();
    expect(await page.evaluate(chosen)).toBe(0);
    // From the areas to the rows, from the rows to the seats: each tap waits for what comes of it.
    for (let taps = 0; taps < MOST_TAPS && (await page.evaluate(chosen)) === 0; taps += 1) {
      await tap();
      await eventually('a place', async () => (await page.evaluate<number>(chosen)) > 0, 1_000).catch(
        () => {},
      );
    }
    expect(await page.evaluate(chosen)).toBe(1);
    await leave();
  });

  it('moves its picture along while the areas are dragged, and draws another at rest', async () => {
    const { page, leave } = await visit(fixture.browser);
    await page.addInitScript(watchPictures);
    await page.goto(address);
    await page.getByText('Live', { exact: true }).waitFor();
    const map = page.getByRole('application');
    const box = await map.boundingBox();
    if (!box) throw new Error('expected the map in sight');
    const [x, y] = [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
    await page.mouse.move(x, y);
    await page.mouse.wheel(0, -120);
    await page.getByRole('button', { name: 'Whole hall' }).waitFor();
    const frame = () =>
      page.evaluate<number>(
        'new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(() => seen(pictures))))',
      );
    const translate = () => page.evaluate<string>('above.style.translate');
    // The areas, and what is written on them: no more of the page than is there in both pictures.
    const seen = () => page.screenshot({ clip: { x: x - 200, y: y - 100, width: 400, height: 200 } });
    await page.mouse.down();
    await page.mouse.move(x - 10, y);
    const before = await frame();
    await page.mouse.move(x - 50, y);
    await page.mouse.move(x - 60, y);
    expect(await frame()).toBe(before);
    expect(await translate()).toBe('-60px');
    const moved = await seen();
    await page.evaluate('rest()');
    expect(await frame()).toBe(before + 1);
    expect(await translate()).toBe('0px');
    expect(moved.equals(await seen())).toBe(true);
    await leave();
  });
});

/** Counts the pictures that are drawn of the hall (`pictures`, on `above`), and keeps what is done at rest until it is asked for. */
const watchPictures = `
  globalThis.pictures = 0;
  const { clearRect } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.clearRect = function (...box) {
    if (this.canvas.parentElement?.role === 'application' && this.canvas.ariaHidden) {
      globalThis.above = this.canvas;
      globalThis.pictures += 1;
    }
    return clearRect.apply(this, box);
  };
  const later = setTimeout;
  globalThis.setTimeout = (act, ms, ...rest) => {
    if (ms !== 100) return later(act, ms, ...rest);
    globalThis.rest = act;
    return 0;
  };
`;
