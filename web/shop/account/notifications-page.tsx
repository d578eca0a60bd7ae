import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { NotificationAdded } from '../../app/header.tsx';
import { languageTag } from '../../app/language.ts';
import { graphql } from '../../graphql/generated/gql.ts';
import type { MyNotificationsQuery } from '../../graphql/generated/graphql.ts';
import { useMutation, useQuery, useSubscription } from '../../graphql/hooks.ts';
import { useFirstPageAnew, usePages } from '../../graphql/use-pages.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FaultState } from '../../ui/fault-state.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Pager } from '../../ui/pager.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useToasts } from '../../ui/toasts.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { When } from '../../ui/when.tsx';
import styles from './notifications.module.css';

const MyNotifications = graphql(`
  query MyNotifications($after: String) {
    me {
      id
      notifications(first: 20, after: $after) {
        nodes {
          id
          kind
          subject
          language
          createdAt
          readAt
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  }
`);

const NotificationText = graphql(`
  query NotificationText($id: ID!) {
    notification(id: $id) {
      id
      body
      language
    }
  }
`);

const MarkRead = graphql(`
  mutation MarkRead($input: MarkNotificationReadInput!) {
    markNotificationRead(input: $input) {
      notification {
        id
        readAt
      }
      userErrors {
        code
      }
    }
  }
`);

const MarkAllRead = graphql(`
  mutation MarkAllRead($input: MarkAllNotificationsReadInput!) {
    markAllNotificationsRead(input: $input) {
      user {
        id
        unreadNotificationCount
      }
      userErrors {
        code
      }
    }
  }
`);

type Notifications = NonNullable<NonNullable<MyNotificationsQuery['me']>['notifications']>;
type Notification = Notifications['nodes'][number];

/** The mails that were written to the user; what is opened counts as read at once. */
export function NotificationsPage() {
  const { t } = useLingui();
  const { warn } = useToasts();
  const [after, setAfter] = useState<string | null>(null);
  const [{ data, error }, ask, pager] = usePages(
    {
      query: MyNotifications,
      variables: { after },
      requestPolicy: 'cache-and-network',
    },
    (found) => found.me?.notifications,
  );
  const [{ data: added }] = useSubscription(NotificationAdded, {});
  useFirstPageAnew(MyNotifications, { after }, added);
  const [{ fetching: busy }, markAll] = useMutation(MarkAllRead);
  const notifications = data?.me?.notifications;
  const [newest] = notifications?.nodes ?? [];
  const isUnread = notifications?.nodes.some(({ readAt }) => readAt === null) ?? false;
  const readAll = async () => {
    if (!newest) return;
    const { error: failed } = await markAll({ input: { upTo: newest.id } });
    if (failed) warn(t`They could not be marked as read just now. Try again in a moment.`);
  };
  return (
    <>
      <PageTitle
        actions={
          isUnread && (
            <Button size="s" busy={busy} onClick={readAll}>
              <Trans>Mark all as read</Trans>
            </Button>
          )
        }
      >
        {t`Notifications`}
      </PageTitle>
      {!notifications && error && <FaultState onRetry={() => ask({ requestPolicy: 'network-only' })} />}
      {!notifications && !error && <Skeleton lines={6} />}
      {notifications?.nodes.length === 0 && (
        <EmptyState icon="bell" title={t`No notifications yet`}>
          <Trans>Every message about your tickets appears here too.</Trans>
        </EmptyState>
      )}
      {notifications && notifications.nodes.length > 0 && (
        <ul className={styles.list}>
          {notifications.nodes.map((notification) => (
            <li key={notification.id}>
              <Entry notification={notification} />
            </li>
          ))}
        </ul>
      )}
      {notifications?.pageInfo.hasNextPage && (
        <Pager hasNext {...pager} onNext={() => setAfter(notifications.pageInfo.endCursor)} />
      )}
    </>
  );
}

function Entry({
  notification: { id, subject, language, createdAt, readAt },
}: {
  readonly notification: Notification;
}) {
  const [, markRead] = useMutation(MarkRead);
  const [isOpen, setOpen] = useState(false);
  const opened = (open: boolean) => {
    setOpen(open);
    if (open && readAt === null) void markRead({ input: { notificationId: id } });
  };
  return (
    <details
      className={styles.entry}
      data-unread={readAt === null || undefined}
      onToggle={({ currentTarget }) => opened(currentTarget.open)}
    >
      <summary>
        <span className={styles.subject}>
          {readAt === null && (
            <>
              <span className={styles.dot} aria-hidden />
              <VisuallyHidden>
                <Trans>Unread:</Trans>{' '}
              </VisuallyHidden>
            </>
          )}
          <span lang={languageTag(language)}>{subject}</span>
        </span>
        <span className={styles.when}>
          <When at={createdAt} format="relative" />
        </span>
      </summary>
      {isOpen && <Body id={id} />}
    </details>
  );
}

function Body({ id }: { readonly id: string }) {
  const [{ data, error }, ask] = useQuery({ query: NotificationText, variables: { id } });
  const found = data?.notification;
  if (found) {
    return (
      <p className={styles.body} lang={languageTag(found.language)}>
        {found.body}
      </p>
    );
  }
  if (error) return <FaultState onRetry={() => ask({ requestPolicy: 'network-only' })} />;
  return <Skeleton lines={4} />;
}
