import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';

const source = readFileSync(new URL('../public/sw.js', import.meta.url), 'utf8');
const origin = 'https://parterre.example';
const page = (build: string) => `<script type="module" src="/assets/app-${build}.js"></script>`;
const html = (text: string) => new Response(text, { headers: { 'content-type': 'text/html' } });

type Handler = (event: object) => void;

/** The worker at a server that answers by `answer`; a rejected promise is a network that is away. */
function worker(answer: (path: string, signal?: AbortSignal) => Promise<Response>) {
  const timers = new Map<object, () => void>();
  const handlers = new Map<string, Handler>();
  const stores = new Map<string, Map<string, Response>>();
  const pathOf = (request: string | { url: string }) =>
    new URL(typeof request === 'string' ? request : request.url, origin).pathname;
  const open = async (name: string) => {
    const store = stores.get(name) ?? new Map<string, Response>();
    stores.set(name, store);
    return {
      match: async (request: string) => store.get(pathOf(request))?.clone(),
      put: async (request: string, response: Response) => void store.set(pathOf(request), response),
      keys: async () => [...store.keys()],
      delete: async (request: string) => store.delete(pathOf(request)),
    };
  };
  runInContext(
    source,
    createContext({
      addEventListener: (name: string, handler: Handler) => handlers.set(name, handler),
      caches: { open },
      fetch: (request: string | { url: string }, init?: { signal?: AbortSignal }) =>
        answer(pathOf(request), init?.signal),
      location: { origin },
      navigator: { onLine: true },
      URL,
      AbortController,
      AbortSignal: {
        timeout() {
          const controller = new AbortController();
          timers.set({}, () => controller.abort());
          return controller.signal;
        },
      },
      setTimeout: (run: () => void) => {
        const timer = {};
        timers.set(timer, run);
        return timer;
      },
      clearTimeout: (timer: object) => timers.delete(timer),
    }),
  );
  return {
    /** All patience is at its end. */
    passTime() {
      for (const [timer, run] of timers) {
        timers.delete(timer);
        run();
      }
    },
    async keep(paths: readonly string[]) {
      const done: Promise<unknown>[] = [];
      const data = paths.map((path) => origin + path);
      handlers.get('message')?.({ data, waitUntil: (work: Promise<unknown>) => done.push(work) });
      await Promise.all(done);
    },
    /** What the worker answers; undefined where it leaves the request to the browser. */
    async ask(path: string, mode: 'navigate' | 'cors') {
      const answers: Promise<Response>[] = [];
      handlers.get('fetch')?.({
        request: { url: origin + path, method: 'GET', mode },
        clientId: 'page',
        resultingClientId: 'page',
        respondWith: (response: Promise<Response>) => answers.push(response),
      });
      return (await answers[0])?.text();
    },
  };
}

describe('the service worker', () => {
  it('lets the server show its page first, and the kept one only without a network', async () => {
    let build = 'one';
    let isAway = false;
    const { keep, ask } = worker(async () => {
      if (isAway) throw new TypeError('no network');
      return html(page(build));
    });
    await keep(['/assets/app-one.js']);
    build = 'two';
    expect(await ask('/tickets/1', 'navigate')).toBe(page('two'));
    // A page of the server has its files from there.
    expect(await ask('/assets/app-one.js', 'cors')).toBeUndefined();
    isAway = true;
    expect(await ask('/tickets/1', 'navigate')).toBe(page('one'));
    expect(await ask('/assets/app-one.js', 'cors')).toBeDefined();
  });

  it('shows the kept page where the network swallows, and cuts off none that comes slowly', async () => {
    const signals: AbortSignal[] = [];
    let isSilent = false;
    const asked = worker(async (_path, signal) => {
      if (signal) signals.push(signal);
      if (!isSilent || !signal) return html(page('one'));
      return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    });
    await asked.keep(['/assets/app-one.js']);
    expect(await asked.ask('/', 'navigate')).toBe(page('one'));
    asked.passTime();
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
    isSilent = true;
    const shown = asked.ask('/', 'navigate');
    while (signals.length < 2) await new Promise(setImmediate);
    asked.passTime();
    expect(await shown).toBe(page('one'));
  });

  it('keeps no page whose files it has not', async () => {
    let build = 'one';
    let isAway = false;
    const { keep, ask } = worker(async () => {
      if (isAway) throw new TypeError('no network');
      return html(page(build));
    });
    await keep(['/assets/app-one.js']);
    // A page of the build before looks while the next one is served already.
    build = 'two';
    await keep(['/assets/app-one.js']);
    isAway = true;
    expect(await ask('/', 'navigate')).toBe(page('one'));
  });

  it('has no part in what is asked of the API', async () => {
    const { ask } = worker(async () => html('no'));
    expect(await ask('/graphql', 'cors')).toBeUndefined();
    expect(await ask('/seating-plans/1', 'cors')).toBeUndefined();
  });
});
