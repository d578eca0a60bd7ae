import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import { graphql } from '../../graphql/generated/gql.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { ConfirmAmount } from '../../ui/confirm-amount.tsx';
import { Field } from '../../ui/field.tsx';
import { Money } from '../../ui/money.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { EventFrame, type OfficeEventShown } from '../event-frame.tsx';
import { FormFaults, useFieldErrors } from '../form-faults.tsx';
import office from '../office.module.css';
import { useKeyedAction } from '../use-keyed-action.ts';
import { AtStake } from './at-stake.tsx';
import { CancellationProgress } from './cancellation-progress.tsx';
import { useAtStake } from './use-at-stake.ts';

const CallOff = graphql(`
  mutation CallOff($input: CancelEventInput!) {
    cancelEvent(input: $input) {
      event {
        id
        status
        freePlaces
      }
      userErrors {
        code
        field
      }
    }
  }
`);

/** Cancels an event, with the amount before and the refunds before one's eyes. */
export default function CancelPage({ id }: { readonly id: string }) {
  return <EventFrame id={id}>{(event) => <div className={office.form}>{content(event)}</div>}</EventFrame>;

  function content(event: OfficeEventShown) {
    if (event.status === 'CANCELLED') return <CancellationProgress eventId={id} />;
    if (event.status === 'DRAFT') {
      return (
        <Notice tone="neutral">
          <Trans>A draft cannot be cancelled: nobody else sees it.</Trans>
        </Notice>
      );
    }
    return <CancelForm event={event} />;
  }
}

function CancelForm({ event }: { readonly event: OfficeEventShown }) {
  const { t } = useLingui();
  const [reason, setReason] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [statistics, recount] = useAtStake(event.id);
  const { run, busy, faults, clear } = useKeyedAction(CallOff);
  const error = useFieldErrors(faults);
  const isCounting = isOpen && statistics === undefined;
  const sold = statistics && statistics !== 'unknown' ? statistics.sold - statistics.refunded : 0;
  const review = (submitted: FormEvent) => {
    submitted.preventDefault();
    clear();
    recount();
    setOpen(true);
  };
  const cancel = async () => {
    const input = { eventId: event.id, reason: reason.trim() };
    // Once it is cancelled the page shows the refunds instead of this form.
    await run(input);
    setOpen(false);
  };
  return (
    <Card as="section" className={office.part}>
      <h2>{t`Cancel the event`}</h2>
      <p className={office.lead}>
        <Trans>
          Nothing of it is held or sold from then on. Every buyer is told, and gets back all that was paid,
          whatever the refund terms say. It cannot be undone.
        </Trans>
      </p>
      <AtStake statistics={statistics}>
        {(count, revenue) => (
          <Trans>
            <Plural value={count} one="# ticket is sold" other="# tickets are sold" />: {revenue} would go
            back.
          </Trans>
        )}
      </AtStake>
      <form className={office.part} onSubmit={review}>
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
        <FormFaults faults={faults} shown={['reason']} />
        <div className={office.buttons}>
          <Button type="submit" variant="danger" busy={isCounting}>
            <Trans>Cancel the event…</Trans>
          </Button>
        </div>
      </form>
      <ConfirmAmount
        open={isOpen && !isCounting}
        danger
        title={t`Cancel ${event.title}`}
        amount={
          statistics === 'unknown' ? (
            t`Not counted`
          ) : sold > 0 && statistics ? (
            <Money value={statistics.revenue} />
          ) : (
            t`Nothing is sold`
          )
        }
        consequence={
          <AtStake statistics={statistics}>
            {(count, revenue) => (
              <Trans>
                {revenue} for <Plural value={count} one="# ticket" other="# tickets" /> goes back, as of a
                moment ago: what was sold since goes back as well. The tickets become invalid at once. This
                cannot be undone.
              </Trans>
            )}
          </AtStake>
        }
        verb={
          sold > 0 ? (
            <Plural value={sold} one="Cancel and refund # ticket" other="Cancel and refund # tickets" />
          ) : (
            t`Cancel the event`
          )
        }
        onConfirm={() => void cancel()}
        onClose={() => setOpen(false)}
        busy={busy}
      />
    </Card>
  );
}
