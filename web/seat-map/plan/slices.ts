/** Work that may be interrupted wherever it yields, and gives its result at the end. */
export type Slices<Result> = Generator<void, Result, void>;

/** As long as a frame has for script: what waits for the thread (a key, a scroll) is never late by more. */
const SLICE_MS = 8;

/** Without a pause: for small plans, and where there is nobody to be kept waiting. */
export function atOnce<Result>(work: Slices<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** In tasks of some milliseconds, between which the page answers and draws. */
export async function inSlices<Result>(
  work: Slices<Result>,
  { now = () => performance.now(), pause = nextTask } = {},
): Promise<Result> {
  let began = now();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (now() - began < SLICE_MS) continue;
    await pause();
    began = now();
  }
}

interface Yielding {
  readonly scheduler?: { readonly yield?: () => Promise<void> };
}

/** Goes on in a task of its own, without the 4 ms that timers wait. */
export function nextTask(): Promise<void> {
  const { scheduler } = globalThis as Yielding;
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const goOn = () => {
      port1.close();
      resolve();
    };
    port1.addEventListener('message', goOn, { once: true });
    port1.start();
    port2.postMessage(null);
  });
}
