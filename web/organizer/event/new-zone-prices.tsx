import { Trans } from '@lingui/react/macro';
import type { EventPricesQuery } from '../../graphql/generated/graphql.ts';
import { FaultState } from '../../ui/fault-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { Fault } from '../faults.ts';
import office from '../office.module.css';
import { usePlan, zonesWithPlaces } from '../plan/use-plan.ts';
import { PriceGrid } from './price-grid.tsx';
import { missingPrices, pricesIn } from './price-table.ts';
import { useCurrency, usePriceTable } from './use-price-table.ts';

type Offer = NonNullable<EventPricesQuery['event']>;

/**
 * Prices for the zones of another plan that the event's plan has not: all others cost what the zone of the same key costs.
 * `isReady` once the plan is known and each of them has its price.
 */
export function useNewZonePrices(offer: Offer, geometryUrl: string | null) {
  const state = usePlan(geometryUrl);
  const currencyCode = useCurrency();
  const table = usePriceTable({}, currencyCode);
  const present = state.kind === 'ready' && geometryUrl !== null ? state.plan : null;
  const known = new Set(offer.seatingPlan.priceZones.map(({ key }) => key));
  const used = present ? zonesWithPlaces(present) : null;
  const zones = (present?.zones ?? []).filter(({ id, key }) => used?.has(id) && !known.has(key));
  const types = offer.ticketTypes;
  const keys = types.map(({ key }) => key);
  const changes = pricesIn(table.cells, keys, zones);
  return {
    fault: state.kind === 'fault' ? state : null,
    isLoading: geometryUrl !== null && state.kind === 'loading',
    zones,
    types,
    table,
    currencyCode,
    changes,
    input: () => table.input(changes),
    isReady:
      geometryUrl === null ||
      (present !== null &&
        !table.hasUnread(keys, zones) &&
        missingPrices(table.cells, keys, zones).length === 0),
  };
}

interface NewZonePricesProps {
  readonly prices: ReturnType<typeof useNewZonePrices>;
  readonly faults: readonly Fault[];
}

/** Nothing to fill where the other plan has the same zones. */
export function NewZonePrices({ prices, faults }: NewZonePricesProps) {
  const { fault, isLoading, zones, types, table, currencyCode } = prices;
  if (fault) return <FaultState cause={fault.cause} onRetry={fault.again} />;
  if (isLoading) return <Skeleton height={48} />;
  if (zones.length === 0 || !currencyCode) return null;
  return (
    <div className={office.part}>
      <p className={office.muted}>
        <Trans>
          The other plan has zones that this event has no price for yet. All others keep their prices.
        </Trans>
      </p>
      <PriceGrid
        types={types}
        zones={zones}
        currencyCode={currencyCode}
        texts={table.texts}
        onChange={table.setTexts}
        errors={table.errors(faults)}
      />
    </div>
  );
}
