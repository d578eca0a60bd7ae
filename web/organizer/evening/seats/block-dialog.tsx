import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useRefusalText } from '../../../app/refusals.ts';
import { useAsk } from '../../../graphql/hooks.ts';
import type { SeatStore } from '../../../seat-map/places/store.ts';
import { SeatsAt } from '../../../shop/event/event-documents.ts';
import { ConfirmAmount } from '../../../ui/confirm-amount.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useToasts } from '../../../ui/toasts.tsx';
import type { Fault } from '../../faults.ts';
import { useAction } from '../../use-action.ts';
import type { EveningPageProps } from '../evening-page-props.ts';
import { eveningRefusals } from '../evening-refusals.ts';
import { BlockChosen, UnblockChosen } from './seat-documents.ts';

interface BlockDialogProps extends EveningPageProps {
  readonly act: 'block' | 'unblock';
  readonly store: SeatStore;
  readonly seats: readonly number[];
  readonly onClose: () => void;
}

/** How many names `seatsAt` answers at a time. */
const AT_A_TIME = 500;

/** How many seats, and then the verb: all of them or none. */
export function BlockDialog({ event, act, store, seats: given, onClose }: BlockDialogProps) {
  const { t } = useLingui();
  const refusalText = useRefusalText(eveningRefusals);
  const { say } = useToasts();
  const ask = useAsk();
  const block = useAction(BlockChosen);
  const unblock = useAction(UnblockChosen);
  // The map goes on below the dialog; what was counted is what is done.
  const [seats] = useState(given);
  const [isNaming, setNaming] = useState(false);
  const [unnamed, setUnnamed] = useState<readonly Fault[]>([]);
  const isBlocking = act === 'block';
  const action = isBlocking ? block : unblock;
  const count = seats.length;

  const idsOf = async (): Promise<readonly string[] | null> => {
    const ids: string[] = [];
    for (let from = 0; from < seats.length; from += AT_A_TIME) {
      const indexes = seats.slice(from, from + AT_A_TIME);
      const { data } = await ask(SeatsAt, { planId: store.plan.id, indexes });
      const found = data?.seatingPlan?.seatsAt;
      if (!found) return null;
      ids.push(...found.map(({ id }) => id));
    }
    return ids;
  };
  const confirm = async () => {
    action.clear();
    setNaming(true);
    const ids = await idsOf();
    setNaming(false);
    setUnnamed(ids ? [] : [{ code: 'NO_ANSWER' }]);
    if (!ids || !(await action.run({ input: { eventId: event.id, seatIds: [...ids] } }))) return;
    store.release(seats);
    say(isBlocking ? t`The seats are off sale.` : t`The seats are on sale again.`);
    onClose();
  };
  return (
    <ConfirmAmount
      open
      title={isBlocking ? t`Take off sale` : t`Put back on sale`}
      amount={<Plural value={count} one="# seat" other="# seats" />}
      consequence={
        isBlocking ? (
          <Trans>
            Nobody can buy them until they are put back. Everybody who looks at the hall sees it at once.
          </Trans>
        ) : (
          <Trans>Everybody can buy them from then on.</Trans>
        )
      }
      verb={
        isBlocking ? (
          <Plural value={count} one="Block # seat" other="Block # seats" />
        ) : (
          <Plural value={count} one="Put # seat back" other="Put # seats back" />
        )
      }
      busy={isNaming || action.busy}
      onConfirm={confirm}
      onClose={onClose}
    >
      <div role="alert">
        {[...unnamed, ...action.faults].map((fault) => (
          <Notice key={fault.code} tone="danger">
            {refusalText(fault)}
          </Notice>
        ))}
      </div>
    </ConfirmAmount>
  );
}
