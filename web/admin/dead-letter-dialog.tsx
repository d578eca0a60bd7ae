import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../organizer/use-action.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { useToasts } from '../ui/toasts.tsx';
import styles from './admin.module.css';
import { type DeadLetterShown, dropIn, type Reader, readers, retryIn } from './dead-letter-documents.ts';
import { Faults } from './faults.tsx';

interface DeadLetterDialogProps {
  readonly letter: DeadLetterShown;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** One fact that could not be applied: why, what is in it; tried again, or given up for a reason. */
export function DeadLetterDialog({ letter, onClose, onDone }: DeadLetterDialogProps) {
  const { t } = useLingui();
  const { say } = useToasts();
  const service: Reader = readers.find((name) => name === letter.service) ?? 'tickets';
  const retry = useAction(retryIn[service]);
  const drop = useAction(dropIn[service]);
  const [reason, setReason] = useState('');

  const run = async (done: string, ask: () => Promise<unknown>) => {
    retry.clear();
    drop.clear();
    if ((await ask()) === null) return;
    say(done);
    onDone();
  };
  const again = () =>
    run(t`It is being tried again.`, () => retry.run({ input: { deadLetterId: letter.id } }));
  const giveUp = () =>
    run(t`It is given up.`, () => drop.run({ input: { deadLetterId: letter.id, reason } }));

  return (
    <Dialog open sticky locked={retry.busy || drop.busy} onClose={onClose} title={letter.factType}>
      <div className={styles.form}>
        <Faults faults={[...retry.faults, ...drop.faults]} />
        {letter.error && <Notice tone="warn">{letter.error}</Notice>}
        <pre className={styles.payload}>
          {letter.payload}
          {letter.isPayloadCut && '…'}
        </pre>
        <Button variant="primary" busy={retry.busy} onClick={again}>
          <Trans>Try again now</Trans>
        </Button>
        <hr />
        <p>
          <Trans>
            Given up, this fact is never applied here, and those behind it go on. That cannot be undone.
          </Trans>
        </p>
        <Field label={t`Reason`} required>
          {(props) => (
            <TextInput
              {...props}
              value={reason}
              maxLength={500}
              onChange={({ currentTarget }) => setReason(currentTarget.value)}
            />
          )}
        </Field>
        <Button variant="danger" busy={drop.busy} disabled={reason.trim() === ''} onClick={giveUp}>
          <Trans>Give 1 fact up</Trans>
        </Button>
      </div>
    </Dialog>
  );
}
