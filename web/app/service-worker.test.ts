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
  const open = new Set<string>();
  const pathOf = (request: string | { url: string }) =>
    new URL(typeof request === 'string' ? request : request.url, origin).pathname;
  const caches = {
    async open(name: string) {
      const store = stores.get(name) ?? new Map<string, Response>();
      stores.set(name, store);
      return {
        match: async (request: string) => store.get(pathOf(request))?.clone(),
        put: async (request: string, response: Response) => void store.set(pathOf(request), response),
        keys: async () => [...store.keys()].map((path) => ({ url: origin + path })),
        delete: async (request: string) => store.delete(pathOf(request)),
      };
    },
    match: async (request: string) =>
      [...stores.values()]
        .find((store) => store.has(pathOf(request)))
        ?.get(pathOf(request))
        ?.clone(),
    keys: async () => [...stores.keys()],
    delete: async (name: string) => stores.delete(name),
  };
  runInContext(
    source,
    createContext({
      addEventListener: (name: string, handler: Handler) => handlers.set(name, handler),
      caches,
      clients: { matchAll: async () => [...open].map((id) => ({ id })) },
      fetch: (request: string | { url: string }, init?: { signal?: AbortSignal }) =>
        answer(pathOf(request), init?.signal),
      location: { origin },
      navigator: { onLine: true },
      URL,
      Response,
      AbortController,
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
    /** An open page of this build has loaded some files of it. */
    async keep(build: string, { as = 'page', files = [] }: { as?: string; files?: readonly string[] } = {}) {
      open.add(as);
      const done: Promise<unknown>[] = [];
      const script = `/assets/app-${build}.js`;
      const data = { build: script, files: [script, ...files] };
      const waitUntil = (work: Promise<unknown>) => done.push(work);
      handlers.get('message')?.({ data, source: { id: as }, waitUntil });
      await Promise.all(done);
    },
    close: (page: string) => void open.delete(page),
    /** What the worker answers; undefined where it leaves the request to the browser. */
    async ask(path: string, mode: 'navigate' | 'cors', as = 'page') {
      const answers: Promise<Response>[] = [];
      handlers.get('fetch')?.({
        request: { url: origin + path, method: 'GET', mode },
        clientId: as,
        resultingClientId: as,
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
    await keep('one');
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
    await asked.keep('one');
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
    await keep('one');
    // A page of the build before looks while the next one is served already.
    build = 'two';
    await keep('one');
    isAway = true;
    expect(await ask('/', 'navigate')).toBe(page('one'));
  });

  /** A server that has one build at a time, and can be away. */
  function server() {
    const now = { build: 'one', isAway: false };
    const asked = worker(async (path) => {
      if (now.isAway) throw new TypeError('no network');
      if (path === '/') return html(page(now.build));
      return path.includes(`-${now.build}.`)
        ? html(`${path} of the server`)
        : new Response('', { status: 404 });
    });
    return { ...asked, now };
  }

  it('keeps the files of a build as long as a page of it is open, however many come after it', async () => {
    const { now, keep, ask, close } = server();
    await keep('one', { as: 'first', files: ['/assets/ticket-one.js'] });
    now.isAway = true;
    // Shown from what is kept, it takes from there what it loads later.
    expect(await ask('/', 'navigate', 'old')).toBe(page('one'));
    Object.assign(now, { isAway: false, build: 'two' });
    await keep('one', { as: 'old' }).catch(() => {});
    close('first');
    await keep('two', { as: 'new', files: Array.from({ length: 500 }, (_, at) => `/assets/${at}-two.js`) });
    expect(await ask('/assets/ticket-one.js', 'cors', 'old')).toBe('/assets/ticket-one.js of the server');
    close('old');
    await keep('two', { as: 'new' });
    expect(await ask('/assets/ticket-one.js', 'cors', 'old')).toBe('');
  });

  it('keeps three builds at most, and that of the kept page always', async () => {
    const { now, keep, ask } = server();
    for (const build of ['one', 'two', 'three', 'four']) {
      now.build = build;
      await keep(build, { as: build });
    }
    // The server is set back to a build of before.
    now.build = 'two';
    await keep('two', { as: 'again' });
    now.isAway = true;
    expect(await ask('/', 'navigate', 'late')).toBe(page('two'));
    const kept = (build: string) => ask(`/assets/app-${build}.js`, 'cors', 'late').catch(() => 'gone');
    expect(await Promise.all(['one', 'two', 'three', 'four'].map(kept))).toEqual([
      'gone',
      '/assets/app-two.js of the server',
      '/assets/app-three.js of the server',
      '/assets/app-four.js of the server',
    ]);
  });

  it('has no part in what is asked of the API', async () => {
    const { ask } = worker(async () => html('no'));
    expect(await ask('/graphql', 'cors')).toBeUndefined();
    expect(await ask('/seating-plans/1', 'cors')).toBeUndefined();
  });
});
