import { Trans, useLingui } from '@lingui/react/macro';
import { Redirect, Route, Switch } from 'wouter';
import { Unread } from '../../app/header.tsx';
import { NotFoundPage } from '../../app/not-found-page.tsx';
import { useUser } from '../../app/services.ts';
import { signInRequest } from '../../app/sign-in-request.ts';
import { useQuery } from '../../graphql/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { type TabItem, Tabs } from '../../ui/tabs.tsx';
import styles from './account.module.css';
import { BookingsPage } from './bookings-page.tsx';
import { NotificationsPage } from './notifications-page.tsx';
import { PointsPage } from './points-page.tsx';
import { SecurityPage } from './security-page.tsx';
import { WalletPage } from './wallet-page.tsx';

/** What belongs to who is signed in; everybody else is asked to sign in, and stays at the address. */
export default function AccountPages() {
  const { t } = useLingui();
  const user = useUser();
  if (user === null) {
    return (
      <EmptyState
        isPage
        icon="user"
        title={t`Sign in to see your account`}
        action={
          <Button variant="primary" onClick={() => signInRequest.ask()}>
            <Trans>Sign in</Trans>
          </Button>
        }
      >
        <Trans>Your tickets, your wallet and your points are there.</Trans>
      </EmptyState>
    );
  }
  return (
    <Switch>
      <Route path="/account/bookings">
        <AccountTabs />
        <BookingsPage />
      </Route>
      <Route path="/account/wallet">
        <AccountTabs />
        <WalletPage />
      </Route>
      <Route path="/account/points">
        <AccountTabs />
        <PointsPage />
      </Route>
      <Route path="/account/notifications">
        <AccountTabs />
        <NotificationsPage />
      </Route>
      <Route path="/account/security">
        <AccountTabs />
        <SecurityPage />
      </Route>
      <Route path="/account">
        <Redirect to="/account/bookings" replace />
      </Route>
      <Route component={NotFoundPage} />
    </Switch>
  );
}

function AccountTabs() {
  const { t } = useLingui();
  const [{ data }] = useQuery({ query: Unread, variables: {} });
  const unread = data?.me?.unreadNotificationCount ?? 0;
  const items: readonly TabItem[] = [
    { href: '/account/bookings', label: t`Tickets` },
    { href: '/account/wallet', label: t`Wallet` },
    { href: '/account/points', label: t`Points` },
    { href: '/account/notifications', label: t`Notifications`, ...(unread > 0 ? { count: unread } : {}) },
    { href: '/account/security', label: t`Security` },
  ];
  return (
    <div className={styles.tabs}>
      <Tabs label={t`Account`} items={items} />
    </div>
  );
}
