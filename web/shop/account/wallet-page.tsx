import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link } from 'wouter';
import type { StatementQuery } from '../../graphql/generated/graphql.ts';
import { useQuery, useSubscription } from '../../graphql/hooks.ts';
import { useFirstPageAnew, usePages } from '../../graphql/use-pages.ts';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FaultState } from '../../ui/fault-state.tsx';
import { Money } from '../../ui/money.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Pager } from '../../ui/pager.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { When } from '../../ui/when.tsx';
import { MyWallet, Statement, WalletChanged } from '../wallet/wallet-documents.ts';
import styles from './account.module.css';
import { TopUpForm } from './top-up-form.tsx';

type Wallet = NonNullable<NonNullable<StatementQuery['me']>['wallet']>;
type Transaction = Wallet['transactions']['nodes'][number];

/** What is in the wallet, how more comes in, and what moved it; it follows what happens elsewhere. */
export function WalletPage() {
  const { t } = useLingui();
  const [{ data, error }, ask] = useQuery({
    query: MyWallet,
    variables: {},
    requestPolicy: 'cache-and-network',
  });
  const wallet = data?.me?.wallet;
  return (
    <>
      <PageTitle>{t`Wallet`}</PageTitle>
      {!wallet && error && <FaultState onRetry={() => ask({ requestPolicy: 'network-only' })} />}
      {!wallet && !error && <Skeleton height={120} />}
      {wallet && (
        <div className={styles.figures}>
          <dl className={styles.figure}>
            <dt>{t`Available`}</dt>
            <dd>
              <Money value={wallet.available} />
            </dd>
            {Number(wallet.pending.amount) > 0 && (
              <dd className={styles.more}>
                <Trans>
                  <Money value={wallet.pending} /> set aside for payments under way
                </Trans>
              </dd>
            )}
          </dl>
          <TopUpForm currencyCode={wallet.available.currencyCode} />
        </div>
      )}
      <Transactions />
    </>
  );
}

function Transactions() {
  const { t } = useLingui();
  const [after, setAfter] = useState<string | null>(null);
  const [{ data, error }, ask, pager] = usePages(
    {
      query: Statement,
      variables: { after },
      requestPolicy: 'cache-and-network',
    },
    (found) => found.me?.wallet,
  );
  // What is in it comes with the event; what moved it is asked for.
  const [{ data: changed }] = useSubscription(WalletChanged, {});
  useFirstPageAnew(Statement, { after }, changed);
  const transactions = data?.me?.wallet?.transactions;
  if (!transactions && error) return <FaultState onRetry={() => ask({ requestPolicy: 'network-only' })} />;
  if (!transactions) return <Skeleton lines={6} />;
  return (
    <Card as="section" aria-label={t`Transactions`}>
      <h2>{t`Transactions`}</h2>
      <Table
        caption={t`Transactions`}
        hideCaption
        columns={columns()}
        rows={transactions.nodes}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon="wallet" title={t`No transactions yet`}>
            <Trans>Payments, refunds and top-ups will appear here.</Trans>
          </EmptyState>
        }
      />
      {transactions.pageInfo.hasNextPage && (
        <Pager hasNext {...pager} onNext={() => setAfter(transactions.pageInfo.endCursor)} />
      )}
    </Card>
  );

  function columns(): readonly Column<Transaction>[] {
    return [
      { key: 'what', header: t`What`, isName: true, cell: (row) => <What transaction={row} /> },
      { key: 'when', header: t`When`, cell: ({ createdAt }) => <When at={createdAt} format="dateTime" /> },
      {
        key: 'amount',
        header: t`Amount`,
        align: 'end',
        cell: ({ amount }) => <Money value={amount} sign />,
      },
    ];
  }
}

function What({ transaction: { kind, status, payment } }: { readonly transaction: Transaction }) {
  const booking = payment?.booking;
  const title = booking?.event?.title;
  return (
    <span>
      {kind === 'TOP_UP' && <Trans>Top-up</Trans>}
      {kind === 'PAYMENT' && <Trans>Payment</Trans>}
      {kind === 'REFUND' && <Trans>Refund</Trans>}
      {booking && title && (
        <>
          {' · '}
          <Link href={`/bookings/${booking.id}`}>{title}</Link>
        </>
      )}{' '}
      {status === 'PENDING' && (
        <Badge tone="warn">
          <Trans>Under way</Trans>
        </Badge>
      )}
      {status === 'VOIDED' && (
        <Badge>
          <Trans>Not taken</Trans>
        </Badge>
      )}
    </span>
  );
}
