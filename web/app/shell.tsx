import { Trans } from '@lingui/react/macro';
import { lazy, Suspense, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import { Skeleton } from '../ui/skeleton.tsx';
import { ToastRegion } from '../ui/toasts.tsx';
import { Header } from './header.tsx';
import { HeldBar } from './held-bar.tsx';
import { OfflineBar } from './offline-bar.tsx';
import { PageBoundary } from './page-boundary.tsx';
import { Routes } from './routes.tsx';
import styles from './shell.module.css';
import { signInRequest } from './sign-in-request.ts';

const SignInDialog = lazy(() => import('./sign-in-dialog.tsx'));

/** What stands around every page: the way to the content, the header, what is held, messages, the sign-in. */
export function Shell() {
  const [path] = useLocation();
  return (
    <>
      <SkipToContent />
      <Header />
      <OfflineBar />
      <HeldBar />
      <main id="content" className={styles.main}>
        <PageBoundary path={path}>
          <Suspense fallback={<Skeleton lines={6} />}>
            <Routes />
          </Suspense>
        </PageBoundary>
      </main>
      <FocusOnNavigation />
      <SignIn path={path} />
      <ToastRegion />
    </>
  );
}

/** The dialog comes when it is first asked for: most who look at a map are signed in, or never will be. */
function SignIn({ path }: { path: string }) {
  const isAsked = useSyncExternalStore(signInRequest.onChange, signInRequest.isOpen);
  const [wasAsked, setWasAsked] = useState(false);
  if (isAsked && !wasAsked) setWasAsked(true);
  return (
    wasAsked && (
      <PageBoundary path={path} isPage={false}>
        <Suspense>
          <SignInDialog />
        </Suspense>
      </PageBoundary>
    )
  );
}

/** Moves the focus and nothing else: a link to #content would lead the routes astray. */
function SkipToContent() {
  return (
    <button
      type="button"
      className={styles.skip}
      onClick={() => document.querySelector<HTMLElement>('main h1')?.focus()}
    >
      <Trans>Skip to the content</Trans>
    </button>
  );
}

/** A new page begins at its heading, for the eye and for who listens; the first page is left to the browser. */
function FocusOnNavigation() {
  const [path] = useLocation();
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    const heading = () => document.querySelector<HTMLElement>('main h1');
    if (heading()) {
      heading()?.focus();
      return;
    }
    // A page that is still loading has none yet.
    const watcher = new MutationObserver(() => {
      if (!heading()) return;
      watcher.disconnect();
      heading()?.focus();
    });
    watcher.observe(document.getElementById('content') ?? document.body, { childList: true, subtree: true });
    return () => watcher.disconnect();
  }, [path]);
  return null;
}
