import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { CancellationReason, BookingStatus as Status } from '../../graphql/generated/graphql.ts';
import { Badge, type BadgeProps } from '../../ui/badge.tsx';

interface BookingStatusProps {
  readonly booking: { readonly status: Status; readonly cancellationReason: CancellationReason | null };
  /** The event is over, or nothing of the booking lets anybody in. */
  readonly isPast: boolean;
}

/** Where a booking stands, in words. */
export function BookingStatus({ booking: { status, cancellationReason }, isPast }: BookingStatusProps) {
  const [tone, words] = look();
  return <Badge tone={tone}>{words}</Badge>;

  function look(): [NonNullable<BadgeProps['tone']>, ReactNode] {
    switch (status) {
      case 'AWAITING_PAYMENT':
        return isPast
          ? ['neutral', <Trans key="words">Not paid in time</Trans>]
          : ['accent', <Trans key="words">Held, to pay</Trans>];
      case 'CONFIRMED':
        return isPast
          ? ['neutral', <Trans key="words">Over</Trans>]
          : ['ok', <Trans key="words">Paid</Trans>];
      case 'PARTIALLY_REFUNDED':
        return ['warn', <Trans key="words">Paid, some given back</Trans>];
      case 'REFUNDED':
        return cancellationReason === 'EVENT_CANCELLED'
          ? ['warn', <Trans key="words">Event cancelled, money back</Trans>]
          : ['neutral', <Trans key="words">Given back</Trans>];
      case 'EXPIRED':
        return ['neutral', <Trans key="words">Not paid in time</Trans>];
      case 'CANCELLED':
        return ['neutral', cancelled()];
    }
  }

  function cancelled(): ReactNode {
    switch (cancellationReason) {
      case 'EVENT_CANCELLED':
        return <Trans>Event cancelled</Trans>;
      case 'EXPIRED':
        return <Trans>Not paid in time</Trans>;
      case 'PAYMENT_DECLINED':
        return <Trans>Payment declined</Trans>;
      case 'USER_BLOCKED':
        return <Trans>Account blocked</Trans>;
      case 'BY_BUYER':
      case null:
        return <Trans>Released by you</Trans>;
    }
  }
}
