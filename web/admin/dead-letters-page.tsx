import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useFragment as readFragment } from '../graphql/generated/fragment-masking.ts';
import { graphql } from '../graphql/generated/gql.ts';
import { useQuery } from '../graphql/hooks.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FaultState } from '../ui/fault-state.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Table } from '../ui/table.tsx';
import { When } from '../ui/when.tsx';
import { DeadLetterDialog } from './dead-letter-dialog.tsx';
import { DeadLetterFields, type DeadLetterShown, readers } from './dead-letter-documents.ts';
import { useServiceNames } from './service-names.ts';

const DeadLettersOfServices = graphql(`
  query DeadLettersOfServices {
    services {
      tickets {
        deadLetterCount
        deadLetters(first: 25) {
          nodes {
            id
            ...DeadLetterFields
          }
        }
      }
      payments {
        deadLetterCount
        deadLetters(first: 25) {
          nodes {
            id
            ...DeadLetterFields
          }
        }
      }
      loyalty {
        deadLetterCount
        deadLetters(first: 25) {
          nodes {
            id
            ...DeadLetterFields
          }
        }
      }
      notifications {
        deadLetterCount
        deadLetters(first: 25) {
          nodes {
            id
            ...DeadLetterFields
          }
        }
      }
      analytics {
        deadLetterCount
        deadLetters(first: 25) {
          nodes {
            id
            ...DeadLetterFields
          }
        }
      }
    }
  }
`);

/** Facts that a service could not apply: of each the oldest, to be tried again or given up. */
export function DeadLettersPage() {
  const { t } = useLingui();
  const names = useServiceNames();
  const [chosen, setChosen] = useState<DeadLetterShown | null>(null);
  const [{ data, fetching, error }, ask] = useQuery({
    query: DeadLettersOfServices,
    variables: {},
    requestPolicy: 'network-only',
  });
  const found = data?.services;
  const refresh = () => ask({ requestPolicy: 'network-only' });
  if (!found && error) return <FaultState isPage onRetry={refresh} />;
  const letters = readers.flatMap((service) =>
    (found?.[service]?.deadLetters.nodes ?? []).map((node) => readFragment(DeadLetterFields, node)),
  );
  const total = readers.reduce((so, service) => so + (found?.[service]?.deadLetterCount ?? 0), 0);
  const down = readers.filter((service) => found && !found[service]);
  return (
    <>
      <PageTitle
        actions={
          <Button size="s" busy={fetching} onClick={refresh}>
            <Trans>Refresh</Trans>
          </Button>
        }
      >
        {t`Dead letters`}
      </PageTitle>
      {!found && <Skeleton lines={6} />}
      {down.map((service) => (
        <Notice key={service} tone="warn">
          <Trans>{names[service]} does not answer, so its dead letters are not here.</Trans>
        </Notice>
      ))}
      {found && letters.length === 0 && down.length === 0 && (
        <EmptyState title={t`Nothing was laid aside`}>
          <Trans>Every fact was applied by every service that reads it.</Trans>
        </EmptyState>
      )}
      {letters.length > 0 && (
        <Table
          caption={t`${letters.length} of ${total}`}
          rows={letters}
          rowKey={({ service, id }) => `${service} ${id}`}
          empty={null}
          columns={[
            { key: 'type', header: t`Fact`, isName: true, cell: ({ factType }) => factType },
            {
              key: 'service',
              header: t`Service`,
              cell: ({ service, consumer }) => `${service} · ${consumer}`,
            },
            { key: 'key', header: t`Key`, cell: ({ key }) => key },
            {
              key: 'when',
              header: t`Set aside`,
              cell: ({ laidAsideAt }) => <When at={laidAsideAt} format="dateTime" />,
            },
            { key: 'tries', header: t`Attempts`, align: 'end', cell: ({ attempts }) => attempts },
            {
              key: 'status',
              header: t`State`,
              cell: ({ status }) =>
                status === 'FAILED' ? (
                  <Badge tone="danger">
                    <Trans>failed</Trans>
                  </Badge>
                ) : (
                  <Badge tone="neutral">
                    <Trans>waits behind another</Trans>
                  </Badge>
                ),
            },
            {
              key: 'look',
              header: t`Open`,
              isAction: true,
              cell: (letter) => (
                <Button size="s" onClick={() => setChosen(letter)}>
                  <Trans>Open</Trans>
                </Button>
              ),
            },
          ]}
        />
      )}
      {chosen && (
        <DeadLetterDialog
          letter={chosen}
          onClose={() => setChosen(null)}
          onDone={() => {
            setChosen(null);
            refresh();
          }}
        />
      )}
    </>
  );
}
