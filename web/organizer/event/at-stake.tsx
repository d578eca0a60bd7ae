import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Money } from '../../ui/money.tsx';
import type { Stake } from './use-at-stake.ts';

interface AtStakeProps {
  readonly statistics: Stake;
  readonly children: (sold: number, revenue: ReactNode) => ReactNode;
}

/** How many tickets, and how much money, an act concerns. The figures may be some moments old, and are said to be. */
export function AtStake({ statistics, children }: AtStakeProps) {
  if (statistics === undefined) {
    return (
      <p>
        <Trans>Counting what is sold…</Trans>
      </p>
    );
  }
  if (statistics === 'unknown') {
    return (
      <p>
        <Trans>What is sold could not be counted just now. This cannot be undone.</Trans>
      </p>
    );
  }
  if (statistics === null || statistics.sold === statistics.refunded) {
    return (
      <p>
        <Trans>Nothing was sold as of a moment ago. This cannot be undone.</Trans>
      </p>
    );
  }
  return <p>{children(statistics.sold - statistics.refunded, <Money value={statistics.revenue} />)}</p>;
}
