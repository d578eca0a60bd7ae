import { useEffect, useRef } from 'react';

/**
 * A new page begins at its top and its heading, for the eye and for who listens; the first page is left to the browser. Who
 * goes back is brought by the browser to where the page was left.
 */
export function BeginPage({ path }: { readonly path: string }) {
  const before = useRef(path);
  const isBack = useRef(false);
  useEffect(() => {
    const note = ({ type }: Event) => {
      isBack.current = type === 'popstate';
    };
    // The events of wouter, before it draws the page.
    const ways = ['popstate', 'pushState', 'replaceState'];
    for (const way of ways) addEventListener(way, note, true);
    return () => {
      for (const way of ways) removeEventListener(way, note, true);
    };
  }, []);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    if (!isBack.current) scrollTo(0, 0);
    return keepFocusOnHeading();
  }, [path]);
  return null;
}

/**
 * Focuses the heading as soon as it is there, and once more when another takes its place, as that of what was awaited does;
 * until somebody does something. The answer ends it.
 */
function keepFocusOnHeading(): () => void {
  const stop = new AbortController();
  let isFirst = true;
  const look = () => {
    if (!isFirst && document.activeElement !== document.body) return;
    const headings = document.querySelectorAll<HTMLElement>('main h1');
    // While a page is loading, the one before it is there still, and hidden.
    const heading = [...headings].find((one) => one.checkVisibility());
    if (!heading) return;
    heading.focus({ preventScroll: true });
    isFirst = false;
  };
  const watcher = new MutationObserver(look);
  const main = document.getElementById('content') ?? document.body;
  watcher.observe(main, { childList: true, subtree: true, attributeFilter: ['style'] });
  const { signal } = stop;
  signal.addEventListener('abort', () => watcher.disconnect());
  for (const act of ['pointerdown', 'keydown', 'wheel']) {
    addEventListener(act, () => stop.abort(), { signal, capture: true, passive: true });
  }
  look();
  return () => stop.abort();
}
