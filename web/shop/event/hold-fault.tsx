import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'wouter';
import { useRefusalText } from '../../app/refusals.ts';
import { Money } from '../../ui/money.tsx';
import { Notice } from '../../ui/notice.tsx';
import { shopRefusals } from '../shop-refusals.ts';
import type { TypeFault } from './ticket-rules.ts';
import type { HoldFault } from './use-hold.ts';

interface HoldFaultNoticeProps {
  readonly fault: HoldFault;
  /** What it costs by now. */
  readonly toPay: HoldFault['before'];
}

/** Why nothing is held, and what can be done about it. */
export function HoldFaultNotice({ fault, toPay }: HoldFaultNoticeProps) {
  const { code, before } = fault;
  const refusalText = useRefusalText(shopRefusals);
  if (code === 'PRICE_CHANGED' && before && toPay && before.amount !== toPay.amount) {
    return (
      <Notice tone="warn" title={<Trans>The price has changed</Trans>}>
        <Trans>
          It was <Money value={before} /> and is <Money value={toPay} /> now. Hold again to take the places
          for that.
        </Trans>
      </Notice>
    );
  }
  if (code === 'EMAIL_NOT_CONFIRMED') {
    return (
      <Notice
        tone="warn"
        action={
          <Link href="/account/security">
            <Trans>Confirm the address</Trans>
          </Link>
        }
      >
        {refusalText(code)}
      </Notice>
    );
  }
  return <Notice tone={code === 'SEATS_TAKEN' ? 'warn' : 'danger'}>{refusalText(fault)}</Notice>;
}

/** Which rule of the ticket types is broken, and how to keep it. */
export function useTypeFaultText(): (fault: TypeFault) => string {
  const { t } = useLingui();
  return (fault) => {
    const { label } = fault;
    if (fault.kind === 'needs')
      return t`${label}: only together with ${fault.needed}. Add one, or take another kind.`;
    const most = plural(fault.most, { one: 'at most # ticket', other: 'at most # tickets' });
    return t`${label}: ${most} in a booking. Take another kind for the others.`;
  };
}
