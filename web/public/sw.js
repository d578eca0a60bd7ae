/*
 * Keeps the shell of the app and what it has loaded, so that a ticket that was opened once can be shown after a reload
 * without a network. What the network answers always comes first: an old page is shown only where none comes.
 */
const SHELL = 'shell';
const ASSETS = 'assets';
/** A network that swallows answers never: then the page that is kept is shown, after so many ms. */
const PAGE_WITHIN_MS = 8_000;
/** More files than two builds have; the oldest go first. */
const MOST_ASSETS = 400;

/**
 * Pages that were shown from what is kept. Only these take their files from there as well: the browser warns of a file
 * that is preloaded by way of a worker.
 */
const keptPages = new Set();

// A page names the files that it has loaded: those of before this worker are not known here.
addEventListener('message', (event) => {
  event.waitUntil(keepPage(event.data));
});

addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate') event.respondWith(navigate(event));
  else if (pathname.startsWith('/assets/') && (keptPages.has(event.clientId) || !navigator.onLine)) {
    event.respondWith(asset(request));
  }
});

/** What the server answers, whatever it is; the kept shell only where it answers nothing. */
async function navigate({ request, resultingClientId }) {
  const kept = await (await caches.open(SHELL)).match('/');
  if (!kept) return fetch(request);
  const patience = new AbortController();
  const late = setTimeout(() => patience.abort(), PAGE_WITHIN_MS);
  try {
    return await fetch(request, { signal: patience.signal });
  } catch {
    keptPages.add(resultingClientId);
    return kept;
  } finally {
    // What has begun to come is read to its end, however long that takes.
    clearTimeout(late);
  }
}

/** Named by its content: what is kept is what the server has. */
async function asset(request) {
  const cache = await caches.open(ASSETS);
  const kept = await cache.match(request.url);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await keep(cache, request.url, answer.clone());
  return answer;
}

async function keepPage(urls) {
  const paths = urls.map((url) => new URL(url).pathname).filter((path) => path.startsWith('/assets/'));
  const cache = await caches.open(ASSETS);
  for (const path of paths) {
    if (await cache.match(path)) continue;
    const answer = await fetch(path);
    if (answer.ok) await keep(cache, path, answer);
  }
  const shell = await fetch('/', { cache: 'no-cache' });
  if (!shell.ok) return;
  // A newer build's shell would ask for files that nobody has loaded yet.
  const named = [...(await shell.clone().text()).matchAll(/"(\/assets\/[^"]+)"/g)].map(([, path]) => path);
  if (named.length > 0 && named.every((path) => paths.includes(path))) {
    await (await caches.open(SHELL)).put('/', shell);
  }
}

async function keep(cache, url, answer) {
  await cache.put(url, answer);
  const keys = await cache.keys();
  for (const old of keys.slice(0, Math.max(0, keys.length - MOST_ASSETS))) await cache.delete(old);
}
