import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState, useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import { done } from '../../app/attempt.ts';
import { BusyNotice } from '../../app/busy-notice.tsx';
import { useRefusalText } from '../../app/refusals.ts';
import { useServices } from '../../app/services.ts';
import { signInRequest } from '../../app/sign-in-request.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { useMutation } from '../../graphql/hooks.ts';
import type { PlaceFilter } from '../../seat-map/filter.ts';
import { look } from '../../seat-map/looks.ts';
import type { SeatMap } from '../../seat-map/seat-map.ts';
import type { SeatStore } from '../../seat-map/store.ts';
import { zoneLooks } from '../../seat-map/zones.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { formatLocale } from '../../ui/format-locale.ts';
import { Money } from '../../ui/money.tsx';
import { formatMoney } from '../../ui/money-format.ts';
import { Select } from '../../ui/select.tsx';
import { Stepper } from '../../ui/stepper.tsx';
import { useToasts } from '../../ui/toasts.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { shopRefusals } from '../shop-refusals.ts';
import { type EventShown, HoldPlaces } from './event-documents.ts';
import styles from './filter-bar.module.css';
import type { HeldBooking } from './use-hold.ts';

interface FilterBarProps {
  readonly event: EventShown;
  readonly store: SeatStore;
  readonly prices: ReadonlyMap<string, number>;
  readonly map: SeatMap | null;
  readonly filter: PlaceFilter;
  readonly party: number;
  readonly onFilter: (filter: PlaceFilter) => void;
  readonly onParty: (count: number) => void;
  /** Stands first. */
  readonly toggle: ReactNode;
}

/** How many, which zones, up to what price; and the server's own choice of so many side by side. */
export function FilterBar(props: FilterBarProps) {
  const { event, store, prices, map, filter, party, onFilter, onParty, toggle } = props;
  const { t, i18n } = useLingui();
  const free = useFreeByZone(store);
  const { zones } = store.plan;
  // Without the map, in the list, the chips keep their letters and the colours of paper.
  const looks = map?.zones ?? zoneLooks(zones, { prices, paper: '#F6F7F8', isDark: false });
  const amounts = [...new Set(prices.values())].sort((a, b) => a - b);
  const toggleZone = (id: string) =>
    onFilter({
      ...filter,
      zones: filter.zones.includes(id) ? filter.zones.filter((zone) => zone !== id) : [...filter.zones, id],
    });
  return (
    <div className={styles.bar}>
      <div className={styles.line}>
        {toggle}
        <Stepper
          className={styles.people}
          label={t`People`}
          value={party}
          min={1}
          max={Math.min(10, event.maxSeatsPerUser)}
          onChange={onParty}
        />
        {amounts.length > 2 && (
          <Select
            aria-label={t`Price`}
            className={styles.price}
            value={filter.upTo ?? ''}
            onChange={({ currentTarget: { value } }) =>
              onFilter({ ...filter, upTo: value === '' ? null : Number(value) })
            }
          >
            <option value="">{t`Any price`}</option>
            {event.prices
              .toSorted((a, b) => (prices.get(a.priceZone.id) ?? 0) - (prices.get(b.priceZone.id) ?? 0))
              .map(({ priceZone, price }) => (
                <option key={priceZone.id} value={prices.get(priceZone.id)}>
                  {t`up to ${formatMoney(price, formatLocale(i18n), { short: true })}`}
                </option>
              ))}
          </Select>
        )}
        <BestPlaces event={event} store={store} filter={filter} party={party} free={free} />
      </div>
      <fieldset className={styles.zones}>
        <legend>
          <VisuallyHidden>
            <Trans>Zones</Trans>
          </VisuallyHidden>
        </legend>
        {event.prices.map(({ priceZone, price }) => {
          const at = zones.findIndex(({ id }) => id === priceZone.id);
          const shown = looks[at];
          const count = free.get(at) ?? 0;
          return (
            <Chip
              key={priceZone.id}
              pressed={filter.zones.includes(priceZone.id)}
              onPress={() => toggleZone(priceZone.id)}
              {...(shown ? { swatch: shown.color, letter: shown.letter } : {})}
            >
              {priceZone.label} · <Money value={price} />{' '}
              <span className={styles.free}>
                <Plural value={count} one="# free" other="# free" />
              </span>
            </Chip>
          );
        })}
      </fieldset>
    </div>
  );
}

interface BestPlacesProps {
  readonly event: EventShown;
  readonly store: SeatStore;
  readonly filter: PlaceFilter;
  readonly party: number;
  readonly free: ReadonlyMap<number, number>;
}

/** Has the server choose and hold so many seats side by side, in the one zone that is picked or the dearest with room. */
function BestPlaces({ event, store, filter, party, free }: BestPlacesProps) {
  const { warn } = useToasts();
  const refusalText = useRefusalText(shopRefusals);
  const { session } = useServices();
  const [, go] = useLocation();
  const [{ fetching }, hold] = useMutation(HoldPlaces);
  const { attempt, isWaiting } = useAttempt();
  const zone = event.prices
    .toSorted((a, b) => Number(b.price.amount) - Number(a.price.amount))
    .find(({ priceZone: { id } }) => {
      const isWanted = filter.zones.length === 0 || filter.zones.includes(id);
      const at = store.plan.zones.findIndex((other) => other.id === id);
      return isWanted && (free.get(at) ?? 0) >= party;
    });
  if (!zone || store.plan.seatCount === 0) return null;

  const choose = async () => {
    if (!session.user() && !(await signInRequest.ask())) return;
    const path = location.pathname;
    const held: { booking?: HeldBooking | null | undefined } = {};
    store.holdStarted();
    const bestAvailable = { priceZoneId: zone.priceZone.id, partySize: party };
    const refusal = await attempt(JSON.stringify(bestAvailable), async (idempotencyKey) => {
      const { data, error } = await hold({ input: { eventId: event.id, bestAvailable, idempotencyKey } });
      held.booking = data?.createBooking?.booking;
      return held.booking ? done : { error, payload: data?.createBooking };
    });
    const { booking } = held;
    store.holdEnded(booking?.items.flatMap(({ seat }) => (seat ? [seat.index] : [])) ?? []);
    if (location.pathname !== path) return;
    if (booking) go(`/bookings/${booking.id}`);
    else warn(refusalText(refusal ?? 'NO_ANSWER'));
  };
  const { label } = zone.priceZone;
  return (
    <>
      <Button busy={fetching || isWaiting} onClick={choose}>
        <Trans>
          Best {party} in {label}
        </Trans>
      </Button>
      <BusyNotice isWaiting={isWaiting} />
    </>
  );
}

/** Free seats by position of the zone, counted again whenever the map changes. */
function useFreeByZone(store: SeatStore): ReadonlyMap<number, number> {
  const [counted] = useState(() => countingFree(store));
  return useSyncExternalStore(counted.onChange, counted.current);
}

function countingFree(store: SeatStore) {
  let current = count();
  return {
    current: () => current,
    onChange: (changed: () => void) =>
      store.subscribe(({ isAll, seats, isStanding }) => {
        if (!isAll && seats.size === 0 && !isStanding) return;
        current = count();
        changed();
      }),
  };

  function count(): ReadonlyMap<number, number> {
    const { plan, looks } = store;
    const free = new Uint32Array(plan.zones.length);
    const add = (zone: number, more: number) => {
      free[zone] = (free[zone] ?? 0) + more;
    };
    for (let seat = 0; seat < plan.seatCount; seat += 1) {
      if (looks[seat] === look.free || looks[seat] === look.chosen) add(plan.zone[seat] ?? 0, 1);
    }
    plan.sections.forEach(({ zone }, at) => {
      if (zone !== null) add(zone, store.available(at));
    });
    return new Map(free.entries());
  }
}
