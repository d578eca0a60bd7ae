/**
 * Has the service worker (public/sw.js) keep the shell and every file that this page has loaded by now, so that it opens
 * without a network. Does nothing where there are no workers: over plain HTTP, or while developing.
 */
export async function keepForOffline(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register('/sw.js');
    const { active } = await navigator.serviceWorker.ready;
    const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
    active?.postMessage(loaded.filter((url) => url.startsWith(`${location.origin}/assets/`)));
  } catch {
    // Not allowed here, or no network: then it takes one.
  }
}
