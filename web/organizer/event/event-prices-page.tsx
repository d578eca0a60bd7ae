import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import type { EventPricesQuery } from '../../graphql/generated/graphql.ts';
import { useQuery, useSettled } from '../../graphql/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { FaultState } from '../../ui/fault-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useToasts } from '../../ui/toasts.tsx';
import { EventFrame } from '../event-frame.tsx';
import { FormFaults } from '../form-faults.tsx';
import office from '../office.module.css';
import { usePlan, zonesWithPlaces } from '../plan/use-plan.ts';
import { useAction } from '../use-action.ts';
import { ChangeEvent, EventPrices } from './event-documents.ts';
import { isSameTypes, typesInput, typesOf } from './offer-draft.ts';
import { PriceGrid } from './price-grid.tsx';
import { cellOf, cellsOf, changedPrices, hasEmptied, missingPrices, pricesIn } from './price-table.ts';
import { TypesEditor } from './types-editor.tsx';
import { useCurrency, usePriceTable } from './use-price-table.ts';

/** The ticket types of an event and what they cost in each zone. */
export default function EventPricesPage({ id }: { readonly id: string }) {
  return <EventFrame id={id}>{() => <Prices id={id} />}</EventFrame>;
}

function Prices({ id }: { readonly id: string }) {
  const [{ error, ...state }, ask] = useQuery({
    query: EventPrices,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const data = useSettled(state);
  if (error && !data)
    return <FaultState cause={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
  if (!data?.event) return <Skeleton height={400} />;
  return <PricesForm event={data.event} />;
}

function PricesForm({ event }: { readonly event: NonNullable<EventPricesQuery['event']> }) {
  const { t } = useLingui();
  const { say } = useToasts();
  const { id, status, ticketTypes, seatingPlan } = event;
  const currencyCode = useCurrency();
  const before = { types: typesOf(ticketTypes), cells: cellsOf(ticketTypes) };
  const [types, setTypes] = useState(before.types);
  const table = usePriceTable(before.cells, currencyCode);
  const { run, busy, faults } = useAction(ChangeEvent);
  const state = usePlan(seatingPlan.geometryUrl);
  const used = state.kind === 'ready' ? zonesWithPlaces(state.plan) : null;
  const zones = seatingPlan.priceZones.filter((zone) => !used || used.has(zone.id));
  const keys = types.map(({ key }) => key);
  const changed = changedPrices(before.cells, table.cells, keys, zones);
  const hasOtherTypes = !isSameTypes(before.types, types);
  const isDraft = status === 'DRAFT';
  const isChanged =
    changed.length > 0 || hasOtherTypes || (isDraft && hasEmptied(before.cells, table.cells, keys, zones));
  // Which cells the server misses it does not say.
  const missing = faults.some(({ code }) => code === 'PRICE_MISSING')
    ? missingPrices(table.cells, keys, zones).map(
        ({ typeKey, zoneId }) => [cellOf(typeKey, zoneId), t`A price is missing.`] as const,
      )
    : [];
  const submit = async (submitted: FormEvent) => {
    submitted.preventDefault();
    if (table.hasUnread(keys, zones)) return;
    // Prices of a draft are told as a whole, those of an event on sale one by one.
    const prices = table.input(isDraft ? pricesIn(table.cells, keys, zones) : changed);
    const input = { eventId: id, prices, ...(hasOtherTypes ? { ticketTypes: typesInput(types) } : {}) };
    if (await run({ input })) say(t`The prices are changed.`);
  };
  return (
    <form className={office.form} onSubmit={submit}>
      <fieldset disabled={status === 'CANCELLED'} className={office.form}>
        <Card as="section" className={office.part}>
          <h2>{t`Ticket types`}</h2>
          <TypesEditor types={types} onChange={setTypes} faults={faults} />
        </Card>
        <Card as="section" className={office.part}>
          <h2>{t`Prices`}</h2>
          {!isDraft && (
            <p className={office.muted}>
              <Trans>
                What is held or sold keeps its price. A price cannot be taken away while the event is on sale.
              </Trans>
            </p>
          )}
          {currencyCode && state.kind !== 'loading' ? (
            <PriceGrid
              types={types}
              zones={zones}
              currencyCode={currencyCode}
              texts={table.texts}
              onChange={table.setTexts}
              errors={new Map([...missing, ...table.errors(faults)])}
            />
          ) : (
            <Skeleton height={96} />
          )}
        </Card>
      </fieldset>
      <FormFaults faults={faults} shown={['prices', 'ticketTypes']} />
      {status !== 'CANCELLED' && (
        <div className={office.buttons}>
          <Button
            type="submit"
            variant="primary"
            busy={busy}
            {...(isChanged ? {} : { disabledReason: t`Nothing is changed yet.` })}
          >
            <Trans>Save</Trans>
          </Button>
        </div>
      )}
    </form>
  );
}
