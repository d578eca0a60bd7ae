import type { Browser, Page } from 'playwright-core';
import { percentile } from '../support/statistics.ts';

/** The mark that the bench sets when the hall has been painted. */
export const PICTURE = 'bench: picture';

/** The tasks of a page's thread; processor time is what others on the machine do not move. */
export interface Tasks {
  /** How long the longest one lasted, and the most processor time of one. */
  readonly longestMs: number;
  readonly longestProcessorMs: number;
  /** Tasks that lasted over 50 ms, and those that took the processor for so long. */
  readonly over50Ms: number;
  readonly over50ProcessorMs: number;
  /** Processor time of all tasks until the picture. */
  readonly untilPictureMs: number;
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
export async function watchTasks(browser: Browser, page: Page): Promise<() => Promise<Tasks>> {
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] });
  return async () => {
    const { events, picture } = await traced(browser, PICTURE);
    const tasks = events.filter(({ name, ph }) => name === 'ThreadControllerImpl::RunTask' && ph === 'X');
    const lasting = tasks.map(({ dur = 0 }) => dur / 1_000);
    const taking = tasks.map(({ tdur = 0 }) => tdur / 1_000);
    return {
      longestMs: Math.max(...lasting),
      longestProcessorMs: Math.max(...taking),
      over50Ms: lasting.filter((ms) => ms > 50).length,
      over50ProcessorMs: taking.filter((ms) => ms > 50).length,
      untilPictureMs: tasks
        .filter(({ ts }) => ts < picture.ts)
        .reduce((sum, { tdur = 0 }) => sum + tdur / 1_000, 0),
    };
  };
}

/** What a trace has of the thread that set a mark, and the first such mark. */
async function traced(browser: Browser, mark: string) {
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[];
  };
  const picture = traceEvents.find(({ name }) => name === mark);
  if (!picture) throw new Error(`expected the mark "${mark}" in the trace, got none`);
  const events = traceEvents.filter(({ pid, tid }) => pid === picture.pid && tid === picture.tid);
  return { events, picture };
}

/** Script of one frame, p95, in ms: until it ended, and what it took of the processor. */
export interface ScriptPerFrame {
  readonly ms: number;
  readonly processorMs: number;
}

const FRAME = 'bench: frame';
/** Where script runs: events of the pointer, and what was asked for the next frame. None is inside of another. */
const scripts = new Set(['EventDispatch', 'FireAnimationFrame']);
/** Enough frames for a 95th percentile. */
const FRAMES = 100;

/** Drags the map at some zoom. */
export async function scriptWhileDragged(browser: Browser, page: Page): Promise<ScriptPerFrame> {
  const box = await page.getByRole('application').boundingBox();
  if (!box) throw new Error('expected the map in sight');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, -600);
  await page.mouse.down();
  await browser.startTracing(page, { categories: ['devtools.timeline', 'blink.user_timing'] });
  const markFrame = `new Promise((resolve) => requestAnimationFrame(() => resolve(performance.mark('${FRAME}'))))`;
  for (let frame = 0; frame < FRAMES; frame += 1) {
    await page.mouse.move(x - ((frame * 3) % 200), y - ((frame * 2) % 150));
    await page.evaluate(markFrame);
  }
  const { events } = await traced(browser, FRAME);
  await page.mouse.up();
  const marks = events.filter(({ name }) => name === FRAME).map(({ ts }) => ts);
  const ran = events.filter(({ name, ph }) => scripts.has(name) && ph === 'X');
  const sums = marks.slice(1).map((end, at) => {
    const inFrame = ran.filter(({ ts }) => ts >= (marks[at] ?? end) && ts < end);
    return {
      ms: inFrame.reduce((sum, { dur = 0 }) => sum + dur / 1_000, 0),
      processorMs: inFrame.reduce((sum, { tdur = 0 }) => sum + tdur / 1_000, 0),
    };
  });
  const p95 = (values: readonly number[]) => percentile(values, 0.95);
  return { ms: p95(sums.map(({ ms }) => ms)), processorMs: p95(sums.map(({ processorMs }) => processorMs)) };
}
