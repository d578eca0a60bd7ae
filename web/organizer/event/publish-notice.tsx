import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link } from 'wouter';
import { graphql } from '../../graphql/generated/gql.ts';
import { useQuery, useSettled } from '../../graphql/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmAmount } from '../../ui/confirm-amount.tsx';
import { FaultState } from '../../ui/fault-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useToasts } from '../../ui/toasts.tsx';
import type { OfficeEventShown } from '../event-frame.tsx';
import { FormFaults } from '../form-faults.tsx';
import office from '../office.module.css';
import { usePlan, zonesWithPlaces } from '../plan/use-plan.ts';
import { useAction } from '../use-action.ts';
import { EventPrices } from './event-documents.ts';
import { cellsOf, missingPrices } from './price-table.ts';

const PutOnSale = graphql(`
  mutation PutOnSale($input: PublishEventInput!) {
    publishEvent(input: $input) {
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

/** A draft says what it lacks before somebody tries to put it on sale. */
export function PublishNotice({ event }: { readonly event: OfficeEventShown }) {
  const [{ error, ...state }, ask] = useQuery({
    query: EventPrices,
    variables: { id: event.id },
    requestPolicy: 'cache-and-network',
  });
  const data = useSettled(state);
  const plan = data?.event?.seatingPlan;
  if (!plan && error)
    return <FaultState cause={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
  if (!plan) return <Skeleton height={72} />;
  return <Publish event={event} offer={data.event} geometryUrl={plan.geometryUrl} />;
}

interface PublishProps {
  readonly event: OfficeEventShown;
  readonly offer: {
    readonly ticketTypes: Parameters<typeof cellsOf>[0];
    readonly seatingPlan: {
      readonly seatCount: number;
      readonly standingCapacity: number;
      readonly priceZones: readonly { readonly id: string; readonly label: string }[];
    };
  };
  readonly geometryUrl: string;
}

function Publish({ event, offer, geometryUrl }: PublishProps) {
  const { t } = useLingui();
  const { say } = useToasts();
  const [isOpen, setOpen] = useState(false);
  const { run, busy, faults } = useAction(PutOnSale);
  const state = usePlan(geometryUrl);
  // Zones without places need no price: which these are, the plan tells.
  if (state.kind === 'loading') return <Skeleton height={72} />;
  const used = state.kind === 'ready' ? zonesWithPlaces(state.plan) : null;
  const zones = offer.seatingPlan.priceZones.filter(({ id }) => !used || used.has(id));
  const keys = offer.ticketTypes.map(({ key }) => key);
  const missing = missingPrices(cellsOf(offer.ticketTypes), keys, zones);
  const names = [...new Set(missing.map(({ zoneId }) => zones.find(({ id }) => id === zoneId)?.label ?? ''))];
  const isOver = Date.parse(event.endsAt) <= Date.now();
  const places = offer.seatingPlan.seatCount + offer.seatingPlan.standingCapacity;
  const publish = async () => {
    if (!(await run({ input: { eventId: event.id } }))) return;
    setOpen(false);
    say(t`The event is on sale.`);
  };
  return (
    <>
      <Notice
        tone={missing.length > 0 || isOver ? 'warn' : 'neutral'}
        className={office.notice ?? ''}
        title={<Trans>A draft: nobody else sees it</Trans>}
        action={
          missing.length === 0 &&
          !isOver && (
            <Button variant="primary" onClick={() => setOpen(true)}>
              <Trans>Put on sale</Trans>
            </Button>
          )
        }
      >
        {missing.length > 0 && (
          <p>
            <Trans>
              Before it can be sold:{' '}
              <Link href={`/organizer/events/${event.id}/prices`}>
                <Plural value={missing.length} one="# price is missing" other="# prices are missing" />
              </Link>{' '}
              ({names.join(', ')}).
            </Trans>
          </p>
        )}
        {isOver && (
          <p>
            <Trans>Its end has passed: give it another time below.</Trans>
          </p>
        )}
        {missing.length === 0 && !isOver && <Trans>Everything that it needs is there.</Trans>}
      </Notice>
      <ConfirmAmount
        open={isOpen}
        title={t`Put on sale`}
        amount={<Plural value={places} one="# place" other="# places" />}
        consequence={
          <Trans>
            Everybody sees the event and can buy from this moment on. It cannot become a draft again: only be
            cancelled.
          </Trans>
        }
        verb={<Plural value={places} one="Put # place on sale" other="Put # places on sale" />}
        onConfirm={() => void publish()}
        onClose={() => setOpen(false)}
        busy={busy}
      >
        <FormFaults faults={faults} />
      </ConfirmAmount>
    </>
  );
}
