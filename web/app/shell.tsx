import { Trans } from '@lingui/react/macro';
import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import { Skeleton } from '../ui/skeleton.tsx';
import { ToastRegion } from '../ui/toasts.tsx';
import { BeginPage } from './begin-page.tsx';
import { Header } from './header.tsx';
import { HeldBar } from './held-bar.tsx';
import { OfflineBar } from './offline-bar.tsx';
import { PageBoundary } from './page-boundary.tsx';
import { Routes } from './routes.tsx';
import { useUser } from './services.ts';
import styles from './shell.module.css';
import { signInRequest } from './sign-in-request.ts';

const SignInDialog = lazy(() => import('./sign-in-dialog.tsx'));

/** What stands around every page: the way to the content, the header, what is held, messages, the sign-in. */
export function Shell() {
  const [path] = useLocation();
  const user = useUser()?.id;
  return (
    <>
      <SkipToContent />
      <Header />
      <OfflineBar />
      <HeldBar key={user} />
      <main id="content" className={styles.main}>
        <PageBoundary path={path}>
          <Suspense fallback={<Skeleton lines={6} />}>
            <Routes />
          </Suspense>
        </PageBoundary>
      </main>
      <BeginPage path={path} />
      <SignIn path={path} />
      <ToastRegion />
    </>
  );
}

/** The dialog comes when it is first asked for: most who look at a map are signed in, or never will be. */
function SignIn({ path }: { path: string }) {
  const isAsked = useSyncExternalStore(signInRequest.onChange, signInRequest.isOpen);
  const isSignedIn = useUser() !== null;
  // In another tab, perhaps: there is nothing left to ask.
  useEffect(() => {
    if (isAsked && isSignedIn) signInRequest.end(true);
  }, [isAsked, isSignedIn]);
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
