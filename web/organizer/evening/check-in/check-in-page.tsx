import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useRefusalText } from '../../../app/refusals.ts';
import { PlaceName } from '../../../shop/place-name.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import { When } from '../../../ui/when.tsx';
import type { EveningPageProps } from '../evening-page-props.ts';
import { eveningRefusals } from '../evening-refusals.ts';
import { Camera } from './camera.tsx';
import styles from './check-in.module.css';
import { OutcomePanel } from './outcome-panel.tsx';
import { DoorSignal } from './signal.ts';
import { useDoor } from './use-door.ts';

/** The door: scan or type, and see, hear and feel whether somebody may enter. Goes on without a network. */
export default function CheckInPage({ event }: EveningPageProps) {
  const { scan, busy, isBusy, shown, scans, queue, stock, attendance } = useDoor(event);
  const [signal] = useState(() => new DoorSignal());
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => () => signal.close(), [signal]);

  const judge = async (code: string) => {
    const outcome = await scan(code);
    if (outcome.kind === 'in') signal.letIn();
    else signal.refuse();
  };
  const { valid = 0, checkedIn = 0 } = attendance ?? {};
  return (
    <div ref={page} className={styles.page}>
      <div className={styles.left}>
        <OutcomePanel shown={shown} busy={busy} zone={event.venue.timeZone} />
        <p className={styles.counter}>
          <strong>{attendance ? checkedIn + scans.waiting.length : '–'}</strong>{' '}
          <span>
            <Trans>of {valid} are in</Trans>
          </span>
          <NetworkBadge waiting={scans.waiting.length} />
        </p>
        <LateRefusals
          scans={scans}
          stock={stock}
          zone={event.venue.timeZone}
          onSeen={(ticketId) => queue.dismiss(ticketId)}
        />
      </div>
      <div className={styles.right}>
        <Camera
          onCode={(code) => {
            // The camera goes on looking; who is before it waits for the answer.
            if (isBusy()) return false;
            void judge(code);
            return true;
          }}
          onStart={() => {
            signal.allow();
            // Outcome and picture together fill a telephone.
            page.current?.scrollIntoView();
          }}
        />
        <TypedCode
          onCode={(code) => {
            signal.allow();
            void judge(code);
          }}
        />
      </div>
    </div>
  );
}

/** Whether the server hears of scans at once. */
function NetworkBadge({ waiting }: { readonly waiting: number }) {
  const [isOnline, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const changed = () => setOnline(navigator.onLine);
    window.addEventListener('online', changed);
    window.addEventListener('offline', changed);
    return () => {
      window.removeEventListener('online', changed);
      window.removeEventListener('offline', changed);
    };
  }, []);
  return (
    <span role="status" className={styles.network}>
      {!isOnline && (
        <Badge tone="warn" icon="warning">
          <Trans>No network: scans go on</Trans>
        </Badge>
      )}
      {waiting > 0 && (
        <Badge tone="warn">
          <Plural value={waiting} one="# scan to be sent" other="# scans to be sent" />
        </Badge>
      )}
    </span>
  );
}

interface TypedCodeProps {
  readonly onCode: (code: string) => void;
}

/** For what a camera cannot read, and for scanners that type. */
function TypedCode({ onCode }: TypedCodeProps) {
  const { t } = useLingui();
  const submit = (sent: FormEvent<HTMLFormElement>) => {
    sent.preventDefault();
    const form = sent.currentTarget;
    const code = String(new FormData(form).get('code')).trim();
    // At once: a scanner types the next code whether this one is answered or not.
    form.reset();
    form.querySelector('input')?.focus();
    if (code !== '') onCode(code);
  };
  return (
    <form className={styles.typed} onSubmit={submit}>
      <Field
        label={t`Code of the ticket`}
        hint={t`A scanner that types like a keyboard works here too.`}
        required
      >
        {(props) => (
          <TextInput
            {...props}
            name="code"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            maxLength={1000}
          />
        )}
      </Field>
      <Button type="submit">
        <Trans>Check</Trans>
      </Button>
    </form>
  );
}

interface LateRefusalsProps {
  readonly scans: ReturnType<typeof useDoor>['scans'];
  readonly stock: ReturnType<typeof useDoor>['stock'];
  readonly zone: string;
  readonly onSeen: (ticketId: string) => void;
}

/** Who was let in without a network, and should not have been: the server has said so since. */
function LateRefusals({ scans, stock, zone, onSeen }: LateRefusalsProps) {
  const refusalText = useRefusalText(eveningRefusals);
  if (scans.refused.length === 0) return null;
  return (
    <div className={styles.late} role="alert">
      {scans.refused.map(({ ticketId, scannedAt, reason, checkedInAt }) => {
        const ticket = stock.ticket(ticketId);
        const when = <When at={scannedAt} zone={zone} format="time" />;
        return (
          <Notice
            key={ticketId}
            tone="danger"
            title={
              ticket ? (
                <PlaceName section={ticket.section} seat={ticket.seat} />
              ) : (
                <Trans>Ticket {ticketId.slice(0, 8)}</Trans>
              )
            }
            action={
              <Button size="s" onClick={() => onSeen(ticketId)}>
                <Trans>Seen to</Trans>
              </Button>
            }
          >
            <Trans>Let in at {when} without a network.</Trans> {refusalText(reason)}{' '}
            {checkedInAt && (
              <Trans>
                The first time was <When at={checkedInAt} zone={zone} format="time" />.
              </Trans>
            )}
          </Notice>
        );
      })}
    </div>
  );
}
