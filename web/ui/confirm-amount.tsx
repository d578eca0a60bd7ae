import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import styles from './confirm-amount.module.css';
import { Dialog } from './dialog.tsx';

export interface ConfirmAmountProps {
  readonly open: boolean;
  readonly title: ReactNode;
  /** How much, or how many: the largest words of the dialog. */
  readonly amount: ReactNode;
  /** What happens, to whom, and whether it can be undone. */
  readonly consequence: ReactNode;
  /** What the button does: "Refund 2 tickets". */
  readonly verb: ReactNode;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly busy: boolean;
  readonly danger?: boolean;
  /** More to decide or to know: a reason, a fault of the last try. */
  readonly children?: ReactNode;
}

/** Before all that cannot be undone. While it is under way nothing closes it. */
export function ConfirmAmount(props: ConfirmAmountProps) {
  const { open, title, amount, consequence, verb, onConfirm, onClose, busy, danger, children } = props;
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      locked={busy}
      sticky
      width={440}
      footer={
        <>
          <Button onClick={onClose} disabled={busy}>
            <Trans>Go back</Trans>
          </Button>
          <Button variant={danger ? 'danger' : 'primary'} busy={busy} onClick={onConfirm}>
            {verb}
          </Button>
        </>
      }
    >
      <p className={styles.amount}>{amount}</p>
      <div className={styles.consequence}>{consequence}</div>
      {children}
    </Dialog>
  );
}
