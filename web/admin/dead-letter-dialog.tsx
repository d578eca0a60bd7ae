import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useRefusalText } from '../app/refusals.ts';
import { useMutation } from '../graphql/hooks.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { useToasts } from '../ui/toasts.tsx';
import styles from './admin.module.css';
import { adminRefusals } from './admin-refusals.ts';
import { type DeadLetterShown, dropIn, type Reader, readers, retryIn } from './dead-letter-documents.ts';

interface DeadLetterDialogProps {
  readonly letter: DeadLetterShown;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** One fact that could not be applied: why, what is in it; tried again, or given up for a reason. */
export function DeadLetterDialog({ letter, onClose, onDone }: DeadLetterDialogProps) {
  const { t } = useLingui();
  const refusalText = useRefusalText(adminRefusals);
  const { say } = useToasts();
  const service: Reader = readers.find((name) => name === letter.service) ?? 'tickets';
  const [, retry] = useMutation(retryIn[service]);
  const [, drop] = useMutation(dropIn[service]);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState<'retry' | 'drop' | null>(null);
  const [fault, setFault] = useState<string | null>(null);

  const run = async (what: 'retry' | 'drop', done: string, ask: () => Promise<string | undefined>) => {
    setBusy(what);
    const code = await ask();
    setBusy(null);
    if (code !== undefined) return setFault(refusalText(code));
    say(done);
    onDone();
  };
  const again = () =>
    run('retry', t`It is being tried again.`, async () => {
      const { data, error } = await retry({ input: { deadLetterId: letter.id } });
      return error ? 'NO_ANSWER' : data?.outcome?.userErrors[0]?.code;
    });
  const giveUp = () =>
    run('drop', t`It is given up.`, async () => {
      const { data, error } = await drop({ input: { deadLetterId: letter.id, reason } });
      return error ? 'NO_ANSWER' : data?.outcome?.userErrors[0]?.code;
    });

  return (
    <Dialog open onClose={onClose} title={letter.factType}>
      <div className={styles.form}>
        {fault && <Notice tone="danger">{fault}</Notice>}
        {letter.error && <Notice tone="warn">{letter.error}</Notice>}
        <pre className={styles.payload}>
          {letter.payload}
          {letter.isPayloadCut && '…'}
        </pre>
        <Button variant="primary" busy={busy === 'retry'} onClick={again}>
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
        <Button variant="danger" busy={busy === 'drop'} disabled={reason.trim() === ''} onClick={giveUp}>
          <Trans>Give 1 fact up</Trans>
        </Button>
      </div>
    </Dialog>
  );
}
