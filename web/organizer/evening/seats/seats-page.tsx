import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import { useLiveState, useServices } from '../../../app/services.ts';
import { useQuery } from '../../../graphql/hooks.ts';
import { everything } from '../../../seat-map/places/filter.ts';
import type { SeatStore } from '../../../seat-map/places/store.ts';
import type { Say } from '../../../seat-map/say.ts';
import type { SeatMap } from '../../../seat-map/seat-map.ts';
import ListTwin from '../../../shop/event/list-twin.tsx';
import { MapStage } from '../../../shop/event/map-stage.tsx';
import { mapPrices } from '../../../shop/event/offer.ts';
import { useSay } from '../../../shop/event/use-say.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FaultState } from '../../../ui/fault-state.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { useToasts } from '../../../ui/toasts.tsx';
import type { EveningPageProps } from '../evening-page-props.ts';
import { ChosenPanel } from './chosen-panel.tsx';
import { ZonePrices } from './seat-documents.ts';
import styles from './seats.module.css';
import { MOST_SEATS, useOfficeHall } from './use-office-hall.ts';
import { ZoneTable } from './zone-table.tsx';

/** The hall of an event with all states: what is sold, held and blocked, to be taken off sale and put back. */
export default function SeatsPage({ event }: EveningPageProps) {
  const { t } = useLingui();
  const { state, again } = useOfficeHall(event.id);
  const [{ data, error }, ask] = useQuery({ query: ZonePrices, variables: { id: event.id } });
  if (state.kind === 'fault') return <FaultState onRetry={again} />;
  if (error && !data) {
    return <FaultState cause={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
  }
  if (state.kind === 'closed') {
    return (
      <EmptyState icon="seat" title={t`This event has no seat map yet`}>
        <Trans>It gets one when it is published.</Trans>
      </EmptyState>
    );
  }
  if (state.kind === 'loading' || !data) return <Skeleton height={560} />;
  const prices = data.event?.prices ?? [];
  return <OfficeHall key={state.store.plan.id} event={event} store={state.store} prices={prices} />;
}

interface OfficeHallProps extends EveningPageProps {
  readonly store: SeatStore;
  readonly prices: Parameters<typeof mapPrices>[0]['prices'];
}

function OfficeHall({ event, store, prices: zonePrices }: OfficeHallProps) {
  const { t } = useLingui();
  const { say: tell } = useToasts();
  const [isList, setList] = useState(false);
  const [map, setMap] = useState<SeatMap | null>(null);
  const prices = useMemo(() => mapPrices({ prices: zonePrices }), [zonePrices]);
  const sample = zonePrices[0]?.price;
  const say = useOfficeSay(sample?.currencyCode, sample?.amount.split('.')[1]?.length ?? 0);
  return (
    <div className={styles.hall}>
      <div className={styles.left}>
        <div className={styles.tools}>
          <LiveMark />
          <Button size="s" onClick={() => setList(!isList)}>
            <Icon name={isList ? 'seat' : 'menu'} />{' '}
            {isList ? <Trans>Choose on the map</Trans> : <Trans>Choose from a list</Trans>}
          </Button>
        </div>
        <div className={styles.stage} data-list={isList || undefined}>
          {isList ? (
            <ListTwin store={store} prices={prices} filter={everything} say={say} />
          ) : (
            <MapStage
              label={t`Map of the hall`}
              store={store}
              prices={prices}
              filter={everything}
              party={1}
              say={say}
              onStanding={() => tell(t`Standing places cannot be taken off sale one by one.`)}
              onMap={setMap}
            />
          )}
        </div>
      </div>
      <div className={styles.rail}>
        <ChosenPanel event={event} store={store} map={map} say={say} />
        <ZoneTable store={store} prices={prices} />
      </div>
    </div>
  );
}

/** The map's words, with an organizer's limit. */
function useOfficeSay(currencyCode: string | undefined, digits: number): Say {
  const say = useSay(currencyCode, digits);
  return useMemo(
    () => ({
      ...say,
      refused: (reason) =>
        reason.kind === 'too-many'
          ? plural(MOST_SEATS, { one: '# seat at a time.', other: 'At most # seats at a time.' })
          : say.refused(reason),
    }),
    [say],
  );
}

function LiveMark() {
  const state = useLiveState();
  const { live } = useServices();
  if (state === 'live') {
    return (
      <Badge tone="ok">
        <Trans>Live</Trans>
      </Badge>
    );
  }
  if (state === 'connecting') return <span />;
  return (
    <Button size="s" onClick={() => live.again()}>
      <Icon name="warning" /> <Trans>Not live: reconnect</Trans>
    </Button>
  );
}
