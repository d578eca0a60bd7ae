import { Trans, useLingui } from '@lingui/react/macro';
import { lazy } from 'react';
import { Route, Switch } from 'wouter';
import { useUser } from '../app/services.ts';
import { signInRequest } from '../app/sign-in-request.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { OfficeTabs } from './office-tabs.tsx';

const EveningPages = lazy(() => import('./evening/evening-pages.tsx'));

/** The office: for organizers and administrators alone, and loaded by nobody else. */
export default function OrganizerPages() {
  const { t } = useLingui();
  const user = useUser();
  if (user?.role === 'ORGANIZER' || user?.role === 'ADMIN') {
    return (
      <>
        <OfficeTabs />
        <Switch>
          {/* The evening: today, seats, sales, check-in, orders, attendees, promo codes, and what nobody knows. */}
          <Route component={EveningPages} />
        </Switch>
      </>
    );
  }
  return (
    <>
      <PageTitle>{t`Office`}</PageTitle>
      <EmptyState
        icon="lock"
        title={t`The office is for organizers`}
        action={
          user === null && (
            <Button variant="primary" onClick={() => signInRequest.ask()}>
              <Trans>Sign in</Trans>
            </Button>
          )
        }
      >
        {user ? (
          <Trans>An administrator can make an organizer of your account.</Trans>
        ) : (
          <Trans>Sign in with the account that you organize with.</Trans>
        )}
      </EmptyState>
    </>
  );
}
