import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { ConfirmAmount } from '../../ui/confirm-amount.tsx';
import { useToasts } from '../../ui/toasts.tsx';
import { When } from '../../ui/when.tsx';
import { FormFaults } from '../form-faults.tsx';
import { useAction } from '../use-action.ts';
import { PublishSlot } from './series-documents.ts';

interface PublishDraftsProps {
  /** Those that are in sight. */
  readonly drafts: readonly { readonly id: string; readonly startsAt: string }[];
  readonly placesEach: number;
  readonly zone: string;
  readonly onDone: () => void;
}

/** Puts the drafts of a series on sale, one after the other; what is on sale stays so when one is refused. */
export function PublishDrafts({ drafts, placesEach, zone, onDone }: PublishDraftsProps) {
  const { t } = useLingui();
  const { say } = useToasts();
  // The list shrinks while it goes: what was meant is kept.
  const [meant, setMeant] = useState<PublishDraftsProps['drafts'] | null>(null);
  const [count, setCount] = useState(0);
  const [isRunning, setRunning] = useState(false);
  const { run, faults, clear } = useAction(PublishSlot);
  const total = meant?.length ?? drafts.length;
  const first = (meant ?? drafts)[0];
  const publish = async () => {
    if (!meant) return;
    setRunning(true);
    let done = 0;
    for (const { id } of meant) {
      if (!(await run({ input: { eventId: id } }))) break;
      done += 1;
      setCount(done);
    }
    setRunning(false);
    onDone();
    if (done < meant.length) return setMeant(meant.slice(done));
    setMeant(null);
    say(t`The dates are on sale.`);
  };
  return (
    <>
      <Button
        onClick={() => {
          clear();
          setCount(0);
          setMeant(drafts);
        }}
      >
        <Plural value={drafts.length} one="Put # draft on sale…" other="Put # drafts on sale…" />
      </Button>
      <ConfirmAmount
        open={meant !== null}
        title={t`Put dates on sale`}
        amount={<Plural value={total} one="# date" other="# dates" />}
        consequence={
          <>
            <p>
              {first && (
                <Trans>
                  From <When at={first.startsAt} zone={zone} format="dateTime" /> on,{' '}
                  <Plural value={total * placesEach} one="# place" other="# places" /> in all. Everybody can
                  buy them from this moment on; they cannot become drafts again.
                </Trans>
              )}
            </p>
            {isRunning && (
              <p aria-live="polite">
                <Trans>
                  {count} of {total} are on sale…
                </Trans>
              </p>
            )}
          </>
        }
        verb={<Plural value={total} one="Put # date on sale" other="Put # dates on sale" />}
        onConfirm={() => void publish()}
        onClose={() => setMeant(null)}
        busy={isRunning}
      >
        <FormFaults faults={faults} />
      </ConfirmAmount>
    </>
  );
}
