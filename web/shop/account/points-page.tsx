import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link } from 'wouter';
import { graphql } from '../../graphql/generated/gql.ts';
import type { LoyaltyLevel, PointsHistoryQuery } from '../../graphql/generated/graphql.ts';
import { usePages } from '../../graphql/use-pages.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FaultState } from '../../ui/fault-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Pager } from '../../ui/pager.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { When } from '../../ui/when.tsx';
import styles from './account.module.css';

const PointsHistory = graphql(`
  query PointsHistory($after: String) {
    me {
      id
      loyalty {
        id
        level
        points
        reservedPoints
        owedPoints
        frozen
        operations(first: 20, after: $after) {
          nodes {
            id
            kind
            points
            createdAt
            booking {
              id
              event {
                id
                title
              }
            }
          }
          pageInfo {
            endCursor
            hasNextPage
          }
        }
      }
    }
  }
`);

type Account = NonNullable<NonNullable<PointsHistoryQuery['me']>['loyalty']>;
type Operation = Account['operations']['nodes'][number];

/** Points and level, and what each booking did to them. */
export function PointsPage() {
  const { t } = useLingui();
  const [after, setAfter] = useState<string | null>(null);
  const [{ data, error }, ask, pager] = usePages(
    {
      query: PointsHistory,
      variables: { after },
      requestPolicy: 'cache-and-network',
    },
    (found) => found.me?.loyalty,
  );
  const account = data?.me?.loyalty;
  const columns: readonly Column<Operation>[] = [
    { key: 'what', header: t`What`, isName: true, cell: (row) => <What operation={row} /> },
    { key: 'when', header: t`When`, cell: ({ createdAt }) => <When at={createdAt} format="dateTime" /> },
    { key: 'points', header: t`Points`, align: 'end', cell: ({ points }) => signed(points) },
  ];
  return (
    <>
      <PageTitle>{t`Points`}</PageTitle>
      {!account && error && <FaultState onRetry={() => ask({ requestPolicy: 'network-only' })} />}
      {!account && !error && <Skeleton lines={6} />}
      {account?.frozen && (
        <Notice tone="warn">
          <Trans>Your points cannot be spent at the moment. New ones still come in.</Trans>
        </Notice>
      )}
      {account && (
        <>
          <Figures account={account} />
          <Card as="section" aria-label={t`Points history`}>
            <h2>{t`Points history`}</h2>
            <Table
              caption={t`Points history`}
              hideCaption
              columns={columns}
              rows={account.operations.nodes}
              rowKey={({ id }) => id}
              empty={
                <EmptyState icon="chart" title={t`No points yet`}>
                  <Trans>You earn points with every booking that you pay.</Trans>
                </EmptyState>
              }
            />
            {account.operations.pageInfo.hasNextPage && (
              <Pager hasNext {...pager} onNext={() => setAfter(account.operations.pageInfo.endCursor)} />
            )}
          </Card>
        </>
      )}
    </>
  );
}

function Figures({ account }: { readonly account: Account }) {
  const { t } = useLingui();
  const { points, reservedPoints, owedPoints, level } = account;
  return (
    <div className={styles.figures}>
      <dl className={styles.figure}>
        <dt>{t`Your points`}</dt>
        <dd>{points}</dd>
        <dd className={styles.more}>
          <Trans>
            100 points are worth one unit of the currency and can pay for up to half of a booking.
          </Trans>
        </dd>
        {reservedPoints > 0 && (
          <dd className={styles.more}>
            <Plural
              value={reservedPoints}
              one="# of them is set aside for a booking that is not paid yet."
              other="# of them are set aside for bookings that are not paid yet."
            />
          </dd>
        )}
        {owedPoints > 0 && (
          <dd className={styles.more}>
            <Plural
              value={owedPoints}
              one="# point of a booking that was given back is taken from the next ones."
              other="# points of bookings that were given back are taken from the next ones."
            />
          </dd>
        )}
      </dl>
      <dl className={styles.figure}>
        <dt>{t`Level`}</dt>
        <dd>
          <Level level={level} />
        </dd>
        <dd className={styles.more}>
          <Trans>By the points that you earned in the last 365 days.</Trans>
        </dd>
      </dl>
    </div>
  );
}

function Level({ level }: { readonly level: LoyaltyLevel }) {
  switch (level) {
    case 'BRONZE':
      return <Trans>Bronze</Trans>;
    case 'SILVER':
      return <Trans>Silver</Trans>;
    case 'GOLD':
      return <Trans>Gold</Trans>;
    case 'PLATINUM':
      return <Trans>Platinum</Trans>;
  }
}

function What({ operation: { kind, booking } }: { readonly operation: Operation }) {
  const title = booking?.event?.title;
  return (
    <span>
      {kind === 'EARNED' && <Trans>Earned</Trans>}
      {kind === 'SPENT' && <Trans>Spent</Trans>}
      {kind === 'RETURNED' && <Trans>Restored</Trans>}
      {kind === 'REVERSED' && <Trans>Deducted with a refund</Trans>}
      {booking && title && (
        <>
          {' · '}
          <Link href={`/bookings/${booking.id}`}>{title}</Link>
        </>
      )}
    </span>
  );
}

function signed(points: number): string {
  return points > 0 ? `+${points}` : `−${-points}`;
}
