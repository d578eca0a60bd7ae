import type { Browser, CDPSession, Page } from 'playwright-core';

/** The longest task of a page's thread: until it ended, and the processor time of it, which others on the machine do not move. */
export interface LongestTask {
  readonly ms: number;
  readonly processorMs: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string; readonly data?: { readonly message?: string } };
}

/** Watches the tasks of a page until `stop`; what its document needs before the first script counts too. */
export async function watchTasks(browser: Browser, page: Page): Promise<() => Promise<LongestTask>> {
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] });
  return async () => {
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
      traceEvents: TraceEvent[];
    };
    const drawn = traceEvents.find(({ name }) => name === 'seat map drawn');
    if (!drawn) throw new Error('expected the mark of the first picture in the trace, got none');
    const tasks = traceEvents.filter(
      ({ name, ph, pid, tid }) =>
        name === 'ThreadControllerImpl::RunTask' && ph === 'X' && pid === drawn.pid && tid === drawn.tid,
    );
    return {
      ms: Math.max(...tasks.map(({ dur = 0 }) => dur)) / 1_000,
      processorMs: Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1_000,
    };
  };
}

/** Enough frames for a 95th percentile. */
const FRAMES = 100;

/** Drags the map at some zoom; script of the page for each frame, p95, in milliseconds. */
export async function scriptWhileDragged(page: Page, network: CDPSession): Promise<number> {
  const box = await page.getByRole('application').boundingBox();
  if (!box) throw new Error('expected the map in sight');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, -600);
  await page.mouse.down();
  const frames: number[] = [];
  for (let frame = 0; frame < FRAMES; frame += 1) {
    const before = await scriptMs(network);
    await page.mouse.move(x - ((frame * 3) % 200), y - ((frame * 2) % 150));
    await page.evaluate('new Promise(requestAnimationFrame)');
    frames.push((await scriptMs(network)) - before);
  }
  await page.mouse.up();
  return frames.toSorted((a, b) => a - b)[Math.floor(0.95 * FRAMES)] ?? 0;
}

async function scriptMs(network: CDPSession): Promise<number> {
  const { metrics } = await network.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1_000;
}
