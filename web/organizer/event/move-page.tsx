import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import { graphql } from '../../graphql/generated/gql.ts';
import type { EventPricesQuery } from '../../graphql/generated/graphql.ts';
import { useQuery } from '../../graphql/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { ConfirmAmount } from '../../ui/confirm-amount.tsx';
import { DateTimeInput } from '../../ui/date-time-input.tsx';
import { FaultState } from '../../ui/fault-state.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useToasts } from '../../ui/toasts.tsx';
import { When } from '../../ui/when.tsx';
import { EventFrame, type OfficeEventShown } from '../event-frame.tsx';
import { FormFaults, useFieldErrors } from '../form-faults.tsx';
import office from '../office.module.css';
import { useAction } from '../use-action.ts';
import { instantOf, instantTyped, localOf } from '../zoned-time.ts';
import { AtStake } from './at-stake.tsx';
import { EventPrices } from './event-documents.ts';
import { type HallChoice, HallField } from './hall-field.tsx';
import { LostPlacesList } from './lost-places-list.tsx';
import { NewZonePrices, useNewZonePrices } from './new-zone-prices.tsx';
import { PlanChange } from './plan-change.tsx';
import { TimesFields } from './times-fields.tsx';
import { useAtStake } from './use-at-stake.ts';

const MoveEvent = graphql(`
  mutation MoveEvent($input: RescheduleEventInput!) {
    rescheduleEvent(input: $input) {
      event {
        id
        startsAt
        endsAt
        venue {
          id
          name
          timeZone
        }
        hall {
          id
          name
        }
        ticketTypes {
          id
          prices {
            priceZone {
              id
            }
            price {
              amount
              currencyCode
            }
          }
        }
        seatingPlan {
          id
          version
          seatCount
          standingCapacity
          geometryUrl
          priceZones {
            id
            key
            label
          }
        }
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** Another time, another hall, or a newer version of the plan. */
export default function MovePage({ id }: { readonly id: string }) {
  return <EventFrame id={id}>{(event) => <Move event={event} />}</EventFrame>;
}

function Move({ event }: { readonly event: OfficeEventShown }) {
  const [{ data, error }, ask] = useQuery({
    query: EventPrices,
    variables: { id: event.id },
    requestPolicy: 'cache-and-network',
  });
  if (event.status === 'DRAFT' || event.status === 'CANCELLED') {
    return (
      <Notice tone="neutral">
        {event.status === 'DRAFT' ? (
          <Trans>A draft is given another time with its details.</Trans>
        ) : (
          <Trans>The event is cancelled, and stays as it is.</Trans>
        )}
      </Notice>
    );
  }
  if (!data?.event && error)
    return <FaultState cause={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
  if (!data?.event) return <Skeleton height={400} />;
  return (
    <div className={office.form}>
      <MoveForm key={`${event.startsAt} ${event.hall.id}`} event={event} offer={data.event} />
      <PlanChange event={event} offer={data.event} />
    </div>
  );
}

interface MoveFormProps {
  readonly event: OfficeEventShown;
  readonly offer: NonNullable<EventPricesQuery['event']>;
}

function MoveForm({ event, offer }: MoveFormProps) {
  const { t } = useLingui();
  const { say } = useToasts();
  const { id, venue, hall } = event;
  const before = {
    startsAt: localOf(event.startsAt, venue.timeZone),
    endsAt: localOf(event.endsAt, venue.timeZone),
  };
  const [times, setTimes] = useState(before);
  const [choice, setChoice] = useState<HallChoice | null>(null);
  const [reason, setReason] = useState('');
  const [refundUntil, setRefundUntil] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [statistics, recount] = useAtStake(id);
  const isCounting = isOpen && statistics === undefined;
  const { run, busy, faults, clear } = useAction(MoveEvent);
  const error = useFieldErrors(faults);
  const zone = choice?.timeZone ?? venue.timeZone;
  const other = choice?.hall && choice.hall.id !== hall.id ? choice.hall : null;
  const plan = other?.seatingPlan ?? null;
  const prices = useNewZonePrices(offer, plan?.geometryUrl ?? null);
  const isMoved = other !== null || times.startsAt !== before.startsAt || times.endsAt !== before.endsAt;
  const typed = (local: string, instant: string) =>
    instantTyped(local, zone, { instant, zone: venue.timeZone });
  const startsAt = typed(times.startsAt, event.startsAt);
  const endsAt = typed(times.endsAt, event.endsAt);
  const lack = !isMoved
    ? t`Give another time or hall.`
    : prices.isReady
      ? null
      : t`Every new zone needs its prices.`;
  const review = (submitted: FormEvent) => {
    submitted.preventDefault();
    if (!prices.isReady || !startsAt || !endsAt) return;
    clear();
    recount();
    setOpen(true);
  };
  const move = async () => {
    if (!startsAt || !endsAt) return;
    const until = instantOf(refundUntil, zone);
    const input = {
      eventId: id,
      startsAt,
      endsAt,
      reason: reason.trim(),
      ...(other ? { hallId: other.id } : {}),
      ...(other && prices.changes.length > 0 ? { prices: prices.input() } : {}),
      ...(until ? { refundUntil: until } : {}),
    };
    const done = await run({ input });
    setOpen(false);
    if (done) say(t`The event is moved, and its buyers are told.`);
  };
  return (
    <Card as="section" className={office.part}>
      <h2>{t`Another time or hall`}</h2>
      <p className={office.lead}>
        <Trans>
          Tickets stay good for the new time and hall. Every buyer is told at once, and may give tickets back
          for all that was paid.
        </Trans>
      </p>
      <form className={office.part} onSubmit={review}>
        <TimesFields draft={times} onChange={setTimes} zone={zone} faults={faults} />
        <details>
          <summary>
            {other ? t`Moves to ${other.name}` : t`It stays in ${hall.name}. Choose another hall`}
          </summary>
          <HallField
            isOptional
            value={choice}
            onChange={setChoice}
            error={error('hallId') ?? error('seatingPlanId')}
          />
        </details>
        {other && <NewZonePrices prices={prices} faults={faults} />}
        <div className={office.fields}>
          <Field label={t`Why, as buyers are told`} required error={error('reason')} className={office.wide}>
            {(props) => (
              <TextInput
                {...props}
                value={reason}
                maxLength={500}
                onChange={({ target }) => setReason(target.value)}
              />
            )}
          </Field>
          <Field
            label={t`Refunds until`}
            hint={t`The new beginning unless given; 14 days from now at least, if it begins later.`}
            className={office.wide}
            error={error('refundUntil')}
          >
            {(props) => (
              <DateTimeInput
                {...props}
                zone={zone}
                value={refundUntil}
                onChange={({ target }) => setRefundUntil(target.value)}
              />
            )}
          </Field>
        </div>
        <FormFaults
          faults={faults}
          shown={['startsAt', 'endsAt', 'hallId', 'seatingPlanId', 'reason', 'refundUntil', 'prices']}
        />
        <LostPlacesList faults={faults} />
        <div className={office.buttons}>
          <Button type="submit" busy={isCounting} {...(lack === null ? {} : { disabledReason: lack })}>
            <Trans>Move the event…</Trans>
          </Button>
        </div>
      </form>
      <ConfirmAmount
        open={isOpen && !isCounting}
        danger
        title={t`Move the event`}
        amount={startsAt && <When at={startsAt} zone={zone} format="dateTime" />}
        consequence={
          <>
            {other && (
              <p>
                <Trans>In {other.name}.</Trans>
              </p>
            )}
            <AtStake statistics={statistics}>
              {(sold, revenue) => (
                <Trans>
                  <Plural value={sold} one="# ticket is sold" other="# tickets are sold" /> for {revenue}:
                  that much can be asked back. Everybody is told at once, and this cannot be undone.
                </Trans>
              )}
            </AtStake>
          </>
        }
        verb={t`Move and tell the buyers`}
        onConfirm={() => void move()}
        onClose={() => setOpen(false)}
        busy={busy}
      />
    </Card>
  );
}
