import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useRefusalText } from '../../../app/refusals.ts';
import { ConfirmAmount } from '../../../ui/confirm-amount.tsx';
import { Money } from '../../../ui/money.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useToasts } from '../../../ui/toasts.tsx';
import { useAction } from '../../use-action.ts';
import { eveningRefusals } from '../evening-refusals.ts';
import { DeactivatePromoCode, type PromoCodeShown } from './promo-code-documents.ts';

interface DeactivateDialogProps {
  readonly code: PromoCodeShown;
  readonly onClose: () => void;
}

/** Says what the code did so far, before it goes out of use for good. */
export function DeactivateDialog({ code, onClose }: DeactivateDialogProps) {
  const { t } = useLingui();
  const refusalText = useRefusalText(eveningRefusals);
  const { say } = useToasts();
  const action = useAction(DeactivatePromoCode);
  const { id, code: text, uses, discounted } = code;
  const confirm = async () => {
    if (!(await action.run({ input: { promoCodeId: id } }))) return;
    say(t`${text} is deactivated.`);
    onClose();
  };
  return (
    <ConfirmAmount
      open
      danger
      title={t`Deactivate ${text}`}
      amount={<Plural value={uses} one="Used # time so far" other="Used # times so far" />}
      consequence={
        <>
          <p>
            <Trans>
              It has taken off <Money value={discounted} />. Bookings that have it keep their discount.
            </Trans>
          </p>
          <p>
            <Trans>Nobody can use it from then on. That cannot be undone; the text can be given anew.</Trans>
          </p>
        </>
      }
      verb={<Trans>Deactivate</Trans>}
      busy={action.busy}
      onConfirm={confirm}
      onClose={onClose}
    >
      {action.faults.map((fault) => (
        <Notice key={fault.code} tone="danger">
          {refusalText(fault.code)}
        </Notice>
      ))}
    </ConfirmAmount>
  );
}
