import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { usePages } from '../../../graphql/use-pages.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FaultState } from '../../../ui/fault-state.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Money } from '../../../ui/money.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { Pager } from '../../../ui/pager.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { Table } from '../../../ui/table.tsx';
import { DeactivateDialog } from './deactivate-dialog.tsx';
import { NewCodeDialog } from './new-code-dialog.tsx';
import { type PromoCodeShown, PromoCodes } from './promo-code-documents.ts';
import { PromoEffect, PromoRules } from './promo-rules.tsx';

/** The organizer's promo codes: what they do, for whom, and what they have done. */
export default function PromoCodesPage() {
  const { t } = useLingui();
  const [after, setAfter] = useState<string | null>(null);
  const [isNew, setNew] = useState(false);
  const [ending, setEnding] = useState<PromoCodeShown | null>(null);
  const [{ data, error }, ask, pager] = usePages(
    {
      query: PromoCodes,
      variables: { after },
      requestPolicy: 'cache-and-network',
    },
    (found) => found.promoCodes,
  );
  const codes = data?.promoCodes;
  const refresh = () => {
    setAfter(null);
    ask({ requestPolicy: 'network-only' });
  };
  const create = (
    <Button variant="primary" onClick={() => setNew(true)}>
      <Icon name="plus" /> <Trans>New code</Trans>
    </Button>
  );
  return (
    <>
      <PageTitle actions={create}>{t`Promo codes`}</PageTitle>
      {!codes && error && <FaultState cause={error} onRetry={refresh} />}
      {!codes && !error && <Skeleton lines={8} />}
      {codes && <CodesTable codes={codes.nodes} onEnd={setEnding} />}
      {codes?.pageInfo.hasNextPage && (
        <Pager hasNext {...pager} onNext={() => setAfter(codes.pageInfo.endCursor ?? null)} />
      )}
      {isNew && (
        <NewCodeDialog
          onClose={() => setNew(false)}
          onDone={() => {
            setNew(false);
            refresh();
          }}
        />
      )}
      {ending && <DeactivateDialog code={ending} onClose={() => setEnding(null)} />}
    </>
  );
}

interface CodesTableProps {
  readonly codes: readonly PromoCodeShown[];
  readonly onEnd: (code: PromoCodeShown) => void;
}

function CodesTable({ codes, onEnd }: CodesTableProps) {
  const { t } = useLingui();
  return (
    <Table
      caption={t`Promo codes`}
      hideCaption
      rows={codes}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title={t`There is no promo code yet`}>
          <Trans>A code lowers the price for the buyers you give it to.</Trans>
        </EmptyState>
      }
      columns={[
        { key: 'code', header: t`Code`, isName: true, cell: ({ code }) => <code>{code}</code> },
        { key: 'effect', header: t`Effect`, cell: (code) => <PromoEffect code={code} /> },
        { key: 'rules', header: t`Rules`, cell: (code) => <PromoRules code={code} /> },
        {
          key: 'uses',
          header: t({ message: 'Used', context: 'how often' }),
          align: 'end',
          cell: ({ uses, maxUses }) => (maxUses ? t`${uses} of ${maxUses}` : uses),
        },
        {
          key: 'discounted',
          header: t`Taken off`,
          align: 'end',
          cell: ({ discounted }) => <Money value={discounted} />,
        },
        {
          key: 'end',
          header: t`Deactivate`,
          isAction: true,
          cell: (code) =>
            code.active ? (
              <Button size="s" onClick={() => onEnd(code)} aria-label={t`Deactivate ${code.code}`}>
                <Trans>Deactivate</Trans>
              </Button>
            ) : (
              <Badge>
                <Trans>Out of use</Trans>
              </Badge>
            ),
        },
      ]}
    />
  );
}
