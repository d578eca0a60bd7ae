import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useLocation } from 'wouter';
import { graphql } from '../graphql/generated/gql.ts';
import { useQuery, useSubscription } from '../graphql/hooks.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Menu } from '../ui/menu.tsx';
import styles from './header.module.css';
import { chooseLanguage, i18n, languages } from './language.ts';
import { useServices, useUser } from './services.ts';
import type { SignedInUser } from './session.ts';
import { signInRequest } from './sign-in-request.ts';

export const Unread = graphql(`
  query Unread {
    me {
      id
      unreadNotificationCount
    }
  }
`);

export const NotificationAdded = graphql(`
  subscription NotificationAdded {
    notificationAdded {
      id
      kind
      subject
      language
      createdAt
      readAt
    }
  }
`);

/** The way through the app; what is in it depends on who is signed in. */
export function Header() {
  const { t } = useLingui();
  const user = useUser();
  const [path] = useLocation();
  const current = (section: string) =>
    path === section || path.startsWith(`${section}/`) ? ('page' as const) : undefined;
  return (
    <header className={styles.header} data-print="never">
      <Link href="/" className={styles.brand} aria-label="Parterre">
        <img src="/icon.svg" alt="" width={28} height={28} />
        <span>Parterre</span>
      </Link>
      <nav className={styles.nav} aria-label={t`Main`} data-role={user?.role ?? undefined}>
        <Link href="/" aria-current={path === '/' ? 'page' : undefined}>
          <Trans context="on sale">Events</Trans>
        </Link>
        {user && (
          <Link href="/account/bookings" aria-current={current('/account')}>
            <Trans context="way">My tickets</Trans>
          </Link>
        )}
        {user && (user.role === 'ORGANIZER' || user.role === 'ADMIN') && (
          <Link href="/organizer" aria-current={current('/organizer')}>
            <Trans context="way">Office</Trans>
          </Link>
        )}
        {user?.role === 'ADMIN' && (
          <Link href="/admin/users" aria-current={current('/admin')}>
            <Trans context="way">Administration</Trans>
          </Link>
        )}
      </nav>
      <div className={styles.tools}>
        <LanguageMenu />
        {user ? (
          <>
            <Bell />
            <AccountMenu user={user} />
          </>
        ) : (
          <Button variant="secondary" size="s" onClick={() => signInRequest.ask()}>
            <Trans>Sign in</Trans>
          </Button>
        )}
      </div>
    </header>
  );
}

function LanguageMenu() {
  const { t } = useLingui();
  const code = i18n.locale.toUpperCase();
  return (
    <Menu
      aria-label={t`${code}, choose a language`}
      variant="quiet"
      align="end"
      label={
        <>
          <Icon name="globe" />
          <span className={styles.language}>{code}</span>
        </>
      }
      items={languages.map((language) => ({
        key: language.code,
        label: language.name,
        ...(i18n.locale === language.code ? { icon: 'check' as const } : {}),
        onSelect: () => chooseLanguage(language.code),
      }))}
    />
  );
}

/** How many notifications are unread, as of now: each that is added counts at once. */
function Bell() {
  const { t } = useLingui();
  const [{ data }] = useQuery({ query: Unread, variables: {} });
  useSubscription(NotificationAdded, {});
  const count = data?.me?.unreadNotificationCount ?? 0;
  return (
    <Link
      href="/account/notifications"
      className={styles.bell}
      aria-label={count > 0 ? t`Notifications, ${count} unread` : t`Notifications`}
    >
      <Icon name="bell" />
      {count > 0 && (
        <span className={styles.count} aria-hidden>
          {count > 99 ? '99+' : count}
        </span>
      )}
    </Link>
  );
}

function AccountMenu({ user }: { readonly user: SignedInUser }) {
  const { t } = useLingui();
  const { session } = useServices();
  const [, go] = useLocation();
  return (
    <Menu
      aria-label={t`Account of ${user.nickname}`}
      variant="quiet"
      align="end"
      label={
        <>
          <Icon name="user" />
          <span className={styles.nickname}>{user.nickname}</span>
        </>
      }
      items={[
        { key: 'bookings', label: t`My tickets`, href: '/account/bookings' },
        { key: 'wallet', label: t`Wallet`, href: '/account/wallet' },
        { key: 'points', label: t`Points`, href: '/account/points' },
        { key: 'notifications', label: t`Notifications`, href: '/account/notifications' },
        { key: 'security', label: t`Sign-in and security`, href: '/account/security' },
        {
          key: 'sign-out',
          label: t`Sign out`,
          apart: true,
          onSelect: () => {
            // It is so here at once: when the server hears of it is of no concern to the way.
            void session.signOut();
            go('/');
          },
        },
      ]}
    />
  );
}
