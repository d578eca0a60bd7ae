import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useSearchParams } from 'wouter';
import { HeldPlaces } from '../../app/held-bar.tsx';
import { serverClock } from '../../app/server-clock.ts';
import { useLiveState, useServices, useUser } from '../../app/services.ts';
import { useAsk, useQuery } from '../../graphql/hooks.ts';
import type { PlaceFilter } from '../../seat-map/places/filter.ts';
import { seatParts } from '../../seat-map/places/seat-names.ts';
import type { SeatStore } from '../../seat-map/places/store.ts';
import { freeNextTo } from '../../seat-map/plan/neighbours.ts';
import { SeatMap } from '../../seat-map/seat-map.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { FaultState } from '../../ui/fault-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useToasts } from '../../ui/toasts.tsx';
import { EventMap, type EventShown } from './event-documents.ts';
import { FilterBar, MOST_PEOPLE } from './filter-bar.tsx';
import styles from './hall.module.css';
import { HallConnection } from './hall-connection.ts';
import { MapStage } from './map-stage.tsx';
import { mapPrices } from './offer.ts';
import { Tray } from './tray.tsx';
import { useSay } from './use-say.ts';

const ListTwin = lazy(() => import('./list-twin.tsx'));

/** The places of an event: how many, which zones, the map or the list, and what is chosen. */
export function Hall({ event }: { readonly event: EventShown }) {
  const connection = useHall(event);
  const state = useSyncExternalStore(
    (changed) => connection.onChange(changed),
    () => connection.state(),
  );
  switch (state.kind) {
    case 'loading':
      return <Skeleton height={560} />;
    case 'fault':
      return <FaultState onRetry={() => connection.open()} />;
    case 'closed':
      return (
        <Notice tone="neutral">
          <Trans>No places are on sale at the moment.</Trans>
        </Notice>
      );
    case 'ready':
      return (
        <Places
          key={state.store.plan.id}
          event={event}
          store={state.store}
          onStale={() => connection.refresh()}
        />
      );
  }
}

function useHall(event: EventShown): HallConnection {
  const { live } = useServices();
  const ask = useAsk();
  const latestAsk = useRef(ask);
  latestAsk.current = ask;
  const { id, maxSeatsPerUser: most, refusesSingleSeats } = event;
  const connection = useMemo(
    () =>
      new HallConnection({
        eventId: id,
        live,
        limits: { most, refusesSingleSeats },
        askMap: async () => {
          const { data, error } = await latestAsk.current(EventMap, { id });
          if (error && !data) throw error;
          return data?.event?.seatMap ?? null;
        },
      }),
    [id, live, most, refusesSingleSeats],
  );
  useEffect(() => {
    SeatMap.prepare();
    void connection.open();
    return () => connection.close();
  }, [connection]);
  return connection;
}

interface PlacesProps {
  readonly event: EventShown;
  readonly store: SeatStore;
  readonly onStale: () => Promise<void>;
}

function Places({ event, store, onStale }: PlacesProps) {
  const { t } = useLingui();
  const { warn } = useToasts();
  const [parameters, setParameters] = useSearchParams();
  const { filter, party, isList } = readView(parameters, Math.min(MOST_PEOPLE, event.maxSeatsPerUser));
  const [map, setMap] = useState<SeatMap | null>(null);
  const prices = useMemo(() => mapPrices(event), [event]);
  const sample = event.prices[0]?.price;
  const say = useSay(sample?.currencyCode, sample?.amount.split('.')[1]?.length ?? 0);
  useMine(event.id, store);
  // A place that somebody else took is said in full, in the list as well as on the map: there it would be spoken twice.
  const sayOnMap = useMemo(() => ({ ...say, lost: () => '' }), [say]);
  useEffect(
    () =>
      store.subscribe(({ lost }) => {
        if (lost.length > 0) warn(say.lost(lost.map((seat) => named(store, seat))));
      }),
    [store, say, warn],
  );

  const change = (changes: Record<string, string | null>) => {
    const next = new URLSearchParams(parameters);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) next.delete(name);
      else next.set(name, value);
    }
    setParameters(next, { replace: true });
  };
  return (
    <div className={styles.hall}>
      <div className={styles.stage}>
        <div className={styles.tools}>
          <FilterBar
            event={event}
            store={store}
            prices={prices}
            map={map}
            filter={filter}
            party={party}
            onFilter={({ zones, upTo }) =>
              change({ zones: zones.join(',') || null, upTo: upTo === null ? null : String(upTo) })
            }
            onParty={(count) => change({ party: count === 1 ? null : String(count) })}
            toggle={
              <Button onClick={() => change({ view: isList ? null : 'list' })}>
                <Icon name={isList ? 'seat' : 'menu'} />
                <span aria-hidden="true" className={styles.short}>
                  {isList ? <Trans>On the map</Trans> : <Trans>From a list</Trans>}
                </span>
                <span className={styles.long}>
                  {isList ? <Trans>Choose on the map</Trans> : <Trans>Choose from a list</Trans>}
                </span>
              </Button>
            }
          />
        </div>
        <div className={styles.view} data-view={isList ? 'list' : 'map'}>
          <div className={styles.live}>
            <LiveBadge />
          </div>
          {isList ? (
            <Suspense fallback={<Skeleton height={480} />}>
              <ListTwin store={store} prices={prices} filter={filter} say={say} />
            </Suspense>
          ) : (
            <MapStage
              label={t`Map of the hall`}
              store={store}
              prices={prices}
              filter={filter}
              party={party}
              say={sayOnMap}
              onMap={setMap}
            />
          )}
        </div>
      </div>
      <Tray event={event} store={store} say={say} onStale={onStale} />
    </div>
  );
}

/** `?zones&upTo&party&view`: what one wants to see survives a reload and can be sent to a friend. */
function readView(
  parameters: URLSearchParams,
  mostPeople: number,
): { filter: PlaceFilter; party: number; isList: boolean } {
  const upTo = Number(parameters.get('upTo') ?? Number.NaN);
  const party = Number(parameters.get('party') ?? 1);
  return {
    filter: {
      zones: (parameters.get('zones') ?? '').split(',').filter((id) => id !== ''),
      upTo: Number.isFinite(upTo) ? upTo : null,
    },
    party: Number.isInteger(party) && party >= 1 ? Math.min(party, mostPeople) : 1,
    isList: parameters.get('view') === 'list',
  };
}

/** Seats of the caller's own open booking are drawn as such, and never as somebody's. */
function useMine(eventId: string, store: SeatStore): void {
  const user = useUser();
  const [{ data }] = useQuery({ query: HeldPlaces, variables: {}, pause: user === null });
  useEffect(() => {
    const bookings = user === null ? undefined : data?.me?.bookings;
    const held = bookings?.nodes.filter(
      ({ status, expiresAt, event }) =>
        status === 'AWAITING_PAYMENT' &&
        event?.id === eventId &&
        Date.parse(expiresAt) > Date.now() + serverClock.offsetMs(),
    );
    store.setMine(
      (held ?? []).flatMap(({ items }) => items.flatMap(({ seat }) => (seat ? [seat.index] : []))),
    );
  }, [data, user, eventId, store]);
}

/** Live, or not: in words and in looks, as soon as a pong is overdue. */
function LiveBadge() {
  const state = useLiveState();
  const { live } = useServices();
  if (state === 'live') {
    return (
      <Badge tone="ok">
        <Trans>Live</Trans>
      </Badge>
    );
  }
  if (state === 'connecting') return null;
  return (
    <button type="button" className={styles.lost} onClick={() => live.again()}>
      <Badge tone="warn">
        <Icon name="warning" size={14} /> <Trans>Not live: places may be gone. Reconnect</Trans>
      </Badge>
    </button>
  );
}

/** How many free neighbours of a lost place are named. */
const NAMED_BESIDE = 2;

function named(store: SeatStore, seat: number) {
  const isOpen = (near: number) => store.isFree(near) && !store.chosen.includes(near);
  const nextTo = freeNextTo(store.blocks, isOpen, seat, NAMED_BESIDE);
  return { seat: seatParts(store.plan, seat), nextTo: nextTo.map((near) => seatParts(store.plan, near)) };
}
