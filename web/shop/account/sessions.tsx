import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { accountRefusals } from '../../app/account-refusals.ts';
import { refusalOf } from '../../app/attempt.ts';
import { useRefusalText } from '../../app/refusals.ts';
import { graphql } from '../../graphql/generated/gql.ts';
import type { MySessionsQuery } from '../../graphql/generated/graphql.ts';
import { useMutation } from '../../graphql/hooks.ts';
import { usePages } from '../../graphql/use-pages.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { FaultState } from '../../ui/fault-state.tsx';
import { Pager } from '../../ui/pager.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { useToasts } from '../../ui/toasts.tsx';
import { When } from '../../ui/when.tsx';

const MySessions = graphql(`
  query MySessions($after: String) {
    me {
      id
      sessions(first: 20, after: $after) {
        nodes {
          id
          createdAt
          lastSeenAt
          current
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  }
`);

const EndSession = graphql(`
  mutation EndSession($input: EndSessionInput!) {
    endSession(input: $input) {
      user {
        id
      }
      userErrors {
        code
      }
    }
  }
`);

type Page = NonNullable<NonNullable<MySessionsQuery['me']>['sessions']>;
type Session = Page['nodes'][number];

/** Every session that goes on; each but the present one can be ended from here. */
export function Sessions() {
  const { t } = useLingui();
  const [after, setAfter] = useState<string | null>(null);
  const [{ data, error }, ask, pager] = usePages(
    {
      query: MySessions,
      variables: { after },
      requestPolicy: 'cache-and-network',
    },
    (found) => found.me?.sessions,
  );
  const sessions = data?.me?.sessions;
  if (!sessions && error) return <FaultState onRetry={() => ask({ requestPolicy: 'network-only' })} />;
  if (!sessions) return <Skeleton lines={4} />;
  const columns: readonly Column<Session>[] = [
    {
      key: 'since',
      header: t`Signed in`,
      isName: true,
      cell: ({ createdAt, current }) => (
        <>
          <When at={createdAt} format="dateTime" />{' '}
          {current && (
            <Badge tone="ok">
              <Trans>This session</Trans>
            </Badge>
          )}
        </>
      ),
    },
    {
      key: 'seen',
      header: t`Last used`,
      cell: ({ lastSeenAt }) => <When at={lastSeenAt} format="relative" />,
    },
    {
      key: 'end',
      header: t`End`,
      isAction: true,
      align: 'end',
      cell: (session) => !session.current && <EndButton session={session} />,
    },
  ];
  return (
    <>
      <Table
        caption={t`Where you are signed in`}
        hideCaption
        columns={columns}
        rows={sessions.nodes}
        rowKey={({ id }) => id}
        empty={null}
      />
      {sessions.pageInfo.hasNextPage && (
        <Pager hasNext {...pager} onNext={() => setAfter(sessions.pageInfo.endCursor)} />
      )}
    </>
  );
}

function EndButton({ session: { id } }: { readonly session: Session }) {
  const { t } = useLingui();
  const { say, warn } = useToasts();
  const refusalText = useRefusalText(accountRefusals);
  const [{ fetching }, end] = useMutation(EndSession);
  const press = async () => {
    const { data, error } = await end({ input: { sessionId: id } });
    const refusal = refusalOf({ error, payload: data?.endSession });
    if (refusal) warn(refusalText(refusal));
    else say(t`The session is ended.`);
  };
  return (
    <Button size="s" busy={fetching} onClick={press}>
      <Trans>End it</Trans>
    </Button>
  );
}
