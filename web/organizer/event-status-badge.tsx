import { Trans } from '@lingui/react/macro';
import type { EventStatus } from '../graphql/generated/graphql.ts';
import { Badge } from '../ui/badge.tsx';

/** Where an event stands, in a word or two. */
export function EventStatusBadge({ status }: { readonly status: EventStatus }) {
  switch (status) {
    case 'DRAFT':
      return (
        <Badge tone="warn">
          <Trans>Draft</Trans>
        </Badge>
      );
    case 'ON_SALE':
      return (
        <Badge tone="ok">
          <Trans>On sale</Trans>
        </Badge>
      );
    case 'ENDED':
      return (
        <Badge>
          <Trans>Ended</Trans>
        </Badge>
      );
    case 'CANCELLED':
      return (
        <Badge tone="danger">
          <Trans>Cancelled</Trans>
        </Badge>
      );
  }
}
