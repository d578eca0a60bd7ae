/*
 * Keeps the shell of the app and what its pages have loaded, so that a ticket that was opened once can be shown after a reload
 * without a network. What the network answers always comes first: an old page is shown only where none comes.
 */
const SHELL = 'shell';
/** The files of a build, each build's in a cache of its own: by the scripts of its page, which name all others. */
const FILES = 'assets ';
/** Which build a page is of, by the id of the page. */
const PAGES = 'pages';
/** A network that swallows answers never: then the page that is kept is shown, after so many ms. */
const PAGE_WITHIN_MS = 8_000;
/** Files of so many builds are kept at most, whatever pages are open. */
const MOST_BUILDS = 3;

/**
 * Pages that were shown from what is kept. Only these take their files from there as well: the browser warns of a file
 * that is preloaded by way of a worker. Others find in the browser's own cache what was loaded once.
 */
const keptPages = new Set();

// A page names its build and the files that it has loaded: those of before this worker are not known here.
addEventListener('message', (event) => {
  event.waitUntil(keepPage(event.data, event.source.id));
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

/** Named by its content: what is kept, of whatever build, is what the server has or had. */
async function asset(request) {
  return (await caches.match(request.url)) ?? fetch(request);
}

async function keepPage({ build, files }, page) {
  await (await caches.open(PAGES)).put(`/${page}`, new Response(build));
  const cache = await caches.open(FILES + build);
  for (const path of files) {
    if (await cache.match(path)) continue;
    const answer = await fetch(path);
    if (answer.ok) await cache.put(path, answer);
  }
  const shell = await fetch('/', { cache: 'no-cache' });
  if (!shell.ok) return;
  // A newer build's shell would ask for files that nobody has loaded yet.
  const named = filesIn(await shell.clone().text());
  if (named.length > 0 && named.every((path) => files.includes(path))) {
    await (await caches.open(SHELL)).put('/', shell);
  }
  await forgetBuilds();
}

/** A page takes what it loads later from its own build: its files stay while one is open, and the kept shell's always. */
async function forgetBuilds() {
  const open = new Set((await clients.matchAll({ includeUncontrolled: true })).map(({ id }) => id));
  const pages = await caches.open(PAGES);
  const inUse = new Set();
  for (const { url } of await pages.keys()) {
    const { pathname } = new URL(url);
    if (open.has(pathname.slice(1))) inUse.add(FILES + (await (await pages.match(pathname)).text()));
    else await pages.delete(pathname);
  }
  const shell = await (await caches.open(SHELL)).match('/');
  const ofShell = FILES + (shell ? scriptsIn(await shell.text()).join(' ') : '');
  // In the order in which they were made: also of the worker before this one, which had one for all builds.
  const builds = (await caches.keys()).filter((name) => name.startsWith('assets') && name !== ofShell);
  const most = MOST_BUILDS - 1;
  for (const [at, name] of builds.entries()) {
    if (!inUse.has(name) || at < builds.length - most) await caches.delete(name);
  }
}

function filesIn(page) {
  return [...page.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, path]) => path);
}

function scriptsIn(page) {
  return [...page.matchAll(/<script\b[^>]*\bsrc="(\/assets\/[^"]+)"/g)].map(([, path]) => path);
}
