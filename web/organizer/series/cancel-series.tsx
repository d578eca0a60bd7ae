import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import { sum } from '../../app/money.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmAmount } from '../../ui/confirm-amount.tsx';
import { Field } from '../../ui/field.tsx';
import { Money } from '../../ui/money.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useToasts } from '../../ui/toasts.tsx';
import { FormFaults, useFieldErrors } from '../form-faults.tsx';
import office from '../office.module.css';
import { useKeyedAction } from '../use-keyed-action.ts';
import { CallOffSeries } from './series-documents.ts';
import { useSeriesAtStake } from './use-series-at-stake.ts';

interface CancelSeriesProps {
  readonly seriesId: string;
  readonly title: string;
  readonly onDone: () => void;
}

/** Cancels every date that is on sale, with the count and the amount before. */
export function CancelSeries({ seriesId, title, onDone }: CancelSeriesProps) {
  const { t } = useLingui();
  const { say } = useToasts();
  const count = useSeriesAtStake(seriesId);
  const [reason, setReason] = useState('');
  const [stake, setStake] = useState<Awaited<ReturnType<typeof count>>>(null);
  const [isCounting, setCounting] = useState(false);
  const [isUncounted, setUncounted] = useState(false);
  const { run, busy, faults, clear } = useKeyedAction(CallOffSeries);
  const error = useFieldErrors(faults);
  const review = async (submitted: FormEvent) => {
    submitted.preventDefault();
    clear();
    setCounting(true);
    const slots = await count();
    setUncounted(slots === null);
    setStake(slots);
    setCounting(false);
  };
  const cancel = async () => {
    const input = { eventSeriesId: seriesId, reason: reason.trim() };
    const done = await run(input);
    setStake(null);
    if (!done) return;
    say(t`The dates are cancelled. The refunds run; each date shows its own.`);
    onDone();
  };
  const sales = (stake ?? []).flatMap(({ statistics }) => statistics ?? []);
  const dates = stake?.length ?? 0;
  const tickets = sales.reduce((so, { sold, refunded }) => so + sold - refunded, 0);
  const revenue = sum(sales.map((each) => each.revenue));
  return (
    <section className={office.section}>
      <div className={office.heading}>
        <h2>{t`Cancel the series`}</h2>
      </div>
      <p className={office.lead}>
        <Trans>
          Every date that is on sale is cancelled, and every buyer gets back all that was paid. Drafts stay
          drafts.
        </Trans>
      </p>
      <form className={office.apart} onSubmit={review}>
        <Field label={t`Why, as buyers are told`} required error={error('reason')}>
          {(props) => (
            <TextInput
              {...props}
              value={reason}
              maxLength={500}
              onChange={({ target }) => setReason(target.value)}
            />
          )}
        </Field>
        <FormFaults faults={isUncounted ? [{ code: 'NO_ANSWER' }] : faults} shown={['reason']} />
        <div className={office.buttons}>
          <Button type="submit" variant="danger" busy={isCounting}>
            <Trans>Cancel the series…</Trans>
          </Button>
        </div>
      </form>
      <ConfirmAmount
        open={stake !== null}
        danger
        title={t`Cancel ${title}`}
        amount={revenue && tickets > 0 ? <Money value={revenue} /> : t`Nothing is sold`}
        consequence={
          <Trans>
            <Plural value={dates} one="# date" other="# dates" /> with{' '}
            <Plural value={tickets} one="# ticket" other="# tickets" />, as of a moment ago. The tickets
            become invalid at once, and what was paid goes back. This cannot be undone.
          </Trans>
        }
        verb={<Plural value={dates} one="Cancel # date" other="Cancel # dates" />}
        onConfirm={() => void cancel()}
        onClose={() => setStake(null)}
        busy={busy}
      />
    </section>
  );
}
