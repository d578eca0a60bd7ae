/**
 * Has the service worker (public/sw.js) keep the shell and every file that this page has loaded by now, so that it opens
 * without a network. Does nothing where there are no workers: over plain HTTP, or while developing.
 */
export async function keepForOffline(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register('/sw.js');
    const { active } = await navigator.serviceWorker.ready;
    noteFiles();
    const files = [...loaded];
    active?.postMessage({ build: ownScripts().join(' '), files });
  } catch {
    // Not allowed here, or no network: then it takes one.
  }
}

const loaded = new Set<string>();

/** The files of the app among all that the page has asked for. */
function noteFiles(): void {
  for (const { name } of performance.getEntriesByType('resource')) {
    const { origin, pathname } = new URL(name);
    if (origin === location.origin && pathname.startsWith('/assets/')) loaded.add(pathname);
  }
}

// The browser notes 250 requests and no more: a page that asks every few seconds has them soon.
performance.addEventListener('resourcetimingbufferfull', () => {
  noteFiles();
  performance.clearResourceTimings();
});

/** Whether the server has another build than this page is of: what this one did not load yet is gone then. */
export async function isOutdated(): Promise<boolean> {
  try {
    const answer = await fetch('/', { cache: 'no-cache' });
    const page = await answer.text();
    return answer.ok && ownScripts().some((path) => !page.includes(`"${path}"`));
  } catch {
    return false;
  }
}

/** What this page began with: named by their content, and naming all others, these scripts stand for the whole build. */
function ownScripts(): string[] {
  return Array.from(
    document.querySelectorAll<HTMLScriptElement>('script[type=module][src]'),
    ({ src }) => new URL(src).pathname,
  );
}
