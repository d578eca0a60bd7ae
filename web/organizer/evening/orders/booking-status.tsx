import { useLingui } from '@lingui/react/macro';
import type { BookingStatus, CancellationReason, TicketStatus } from '../../../graphql/generated/graphql.ts';
import { Badge } from '../../../ui/badge.tsx';

const tones = {
  AWAITING_PAYMENT: 'warn',
  CONFIRMED: 'ok',
  EXPIRED: 'neutral',
  CANCELLED: 'neutral',
  PARTIALLY_REFUNDED: 'warn',
  REFUNDED: 'neutral',
} as const;

export function useBookingStatusNames(): Readonly<Record<BookingStatus, string>> {
  const { t } = useLingui();
  return {
    AWAITING_PAYMENT: t`Held, not paid`,
    CONFIRMED: t`Paid`,
    EXPIRED: t`Expired`,
    CANCELLED: t`Cancelled`,
    PARTIALLY_REFUNDED: t`Partly refunded`,
    REFUNDED: t`Refunded`,
  };
}

export function BookingStatusBadge({ status }: { readonly status: BookingStatus }) {
  const names = useBookingStatusNames();
  return <Badge tone={tones[status]}>{names[status]}</Badge>;
}

/** Why an order ended, in a sentence. */
export function useReasonText(): Readonly<Record<CancellationReason, string>> {
  const { t } = useLingui();
  return {
    BY_BUYER: t`The buyer cancelled it.`,
    PAYMENT_DECLINED: t`The payment was declined.`,
    EVENT_CANCELLED: t`The event was cancelled.`,
    USER_BLOCKED: t`The buyer was blocked.`,
    EXPIRED: t`Nobody paid in time.`,
  };
}

interface TicketStateProps {
  readonly status: TicketStatus;
  readonly isIn: boolean;
}

export function TicketState({ status, isIn }: TicketStateProps) {
  const { t } = useLingui();
  if (status === 'REFUNDED') return <Badge>{t`Given back`}</Badge>;
  if (status === 'REFUNDING') return <Badge tone="warn">{t`Being given back`}</Badge>;
  return isIn ? <Badge tone="ok" icon="check">{t`In`}</Badge> : <Badge>{t`Not in yet`}</Badge>;
}
