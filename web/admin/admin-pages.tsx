import { Trans, useLingui } from '@lingui/react/macro';
import { Redirect, Route, Switch } from 'wouter';
import { NotFoundPage } from '../app/not-found-page.tsx';
import { useServices, useUser } from '../app/services.ts';
import { signInRequest } from '../app/sign-in-request.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { DeadLettersPage } from './dead-letters-page.tsx';
import { HealthPage } from './health-page.tsx';
import { UsersPage } from './users-page.tsx';

/** What administrators do: people and their roles, what was laid aside, how the services are. */
export default function AdminPages() {
  const { t } = useLingui();
  const { session } = useServices();
  const user = useUser();
  if (user?.role !== 'ADMIN') {
    return (
      <EmptyState
        isPage
        icon="lock"
        title={t`This page is for administrators`}
        action={
          <Button variant="primary" onClick={() => signInRequest.ask()}>
            <Trans>Sign in</Trans>
          </Button>
        }
      >
        {session.user() && <Trans>You are signed in as somebody else.</Trans>}
      </EmptyState>
    );
  }
  return (
    <>
      <Tabs
        label={t`Administration`}
        items={[
          { href: '/admin/users', label: t`Users` },
          { href: '/admin/dead-letters', label: t`Dead letters` },
          { href: '/admin/health', label: t`Health` },
        ]}
      />
      <Switch>
        <Route path="/admin">
          <Redirect to="/admin/users" replace />
        </Route>
        <Route path="/admin/users" component={UsersPage} />
        <Route path="/admin/dead-letters" component={DeadLettersPage} />
        <Route path="/admin/health" component={HealthPage} />
        <Route component={NotFoundPage} />
      </Switch>
    </>
  );
}
