import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { graphql } from '../../graphql/generated/gql.ts';
import type { EventPricesQuery } from '../../graphql/generated/graphql.ts';
import { useQuery, useSettled } from '../../graphql/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { ConfirmAmount } from '../../ui/confirm-amount.tsx';
import { useToasts } from '../../ui/toasts.tsx';
import type { OfficeEventShown } from '../event-frame.tsx';
import { FormFaults } from '../form-faults.tsx';
import office from '../office.module.css';
import { useKeyedAction } from '../use-keyed-action.ts';
import { EventPrices } from './event-documents.ts';
import { LostPlacesList } from './lost-places-list.tsx';
import { NewZonePrices, useNewZonePrices } from './new-zone-prices.tsx';

const NewestPlan = graphql(`
  query NewestPlan($id: ID!) {
    event(id: $id) {
      id
      hall {
        id
        seatingPlan {
          id
          version
          seatCount
          standingCapacity
          geometryUrl
        }
      }
    }
  }
`);

const BringToPlan = graphql(`
  mutation BringToPlan($input: ChangeSeatingPlanInput!) {
    changeSeatingPlan(input: $input) {
      event {
        id
        freePlaces
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

interface PlanChangeProps {
  readonly event: OfficeEventShown;
  readonly offer: NonNullable<EventPricesQuery['event']>;
}

/** Brings an event to the newest version of its hall's plan, where there is a newer one than its own. */
export function PlanChange({ event, offer }: PlanChangeProps) {
  const { t } = useLingui();
  const { say } = useToasts();
  const [state] = useQuery({
    query: NewestPlan,
    variables: { id: event.id },
    requestPolicy: 'cache-and-network',
  });
  const data = useSettled(state);
  const [isOpen, setOpen] = useState(false);
  const { run, busy, faults, clear } = useKeyedAction(BringToPlan);
  const newest = data?.event?.hall.seatingPlan;
  const own = offer.seatingPlan;
  const isNewer = newest != null && newest.version > own.version;
  const prices = useNewZonePrices(offer, isNewer ? newest.geometryUrl : null);
  if (!newest) return null;
  const places = newest.seatCount + newest.standingCapacity;
  const change = async () => {
    const input = { eventId: event.id, seatingPlanId: newest.id, prices: prices.input() };
    const done = await run(input);
    setOpen(false);
    if (!done) return;
    say(t`The event is on version ${newest.version} of the plan.`);
  };
  return (
    <Card as="section" className={office.part}>
      <h2>{t`Seating plan`}</h2>
      <p className={office.lead}>
        {isNewer ? (
          <Trans>
            The event is on version {own.version}; the hall has version {newest.version}. Places that are sold
            or held have to be in it: their tickets then show what they are called there.
          </Trans>
        ) : (
          <Trans>The event is on version {own.version}, the newest of its hall.</Trans>
        )}
      </p>
      {isNewer && (
        <>
          <NewZonePrices prices={prices} faults={faults} />
          <FormFaults faults={faults} shown={['prices']} />
          <LostPlacesList faults={faults} />
          <div className={office.buttons}>
            <Button
              onClick={() => {
                clear();
                setOpen(true);
              }}
              {...(prices.isReady ? {} : { disabledReason: t`Every new zone needs its prices.` })}
            >
              <Trans>Bring to version {newest.version}…</Trans>
            </Button>
          </div>
          <ConfirmAmount
            open={isOpen}
            title={t`Bring to version ${newest.version}`}
            amount={<Plural value={places} one="# place" other="# places" />}
            consequence={
              <Trans>
                So many places has the event from then on, {own.seatCount + own.standingCapacity} it has now.
                Seats keep whether they are free, sold or blocked. It cannot go back to an older version.
              </Trans>
            }
            verb={t`Change the plan`}
            onConfirm={() => void change()}
            onClose={() => setOpen(false)}
            busy={busy}
          />
        </>
      )}
    </Card>
  );
}

/** The same for a page that knows nothing of the event's prices: of a draft. */
export function DraftPlanChange({ event }: { readonly event: OfficeEventShown }) {
  const [{ data }] = useQuery({ query: EventPrices, variables: { id: event.id } });
  return data?.event ? <PlanChange event={event} offer={data.event} /> : null;
}
