import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import type { Hovered } from '../../seat-map/map-events.ts';
import type { PlaceFilter } from '../../seat-map/places/filter.ts';
import { seatParts, stateName } from '../../seat-map/places/seat-names.ts';
import type { SeatStore } from '../../seat-map/places/store.ts';
import type { Say } from '../../seat-map/say.ts';
import { SeatMap } from '../../seat-map/seat-map.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useToasts } from '../../ui/toasts.tsx';
import styles from './map-stage.module.css';

interface MapStageProps {
  readonly label: string;
  readonly store: SeatStore;
  readonly prices: ReadonlyMap<string, number>;
  readonly filter: PlaceFilter;
  readonly party: number;
  readonly say: Say;
  /** A standing section was pressed; one place more is chosen there unless given. */
  readonly onStanding?: (section: number) => void;
  /** The map once it stands, null when it goes. */
  readonly onMap: (map: SeatMap | null) => void;
}

/** The seat map in a page: the picture itself is seat-map's, React only holds its place. */
export function MapStage(props: MapStageProps) {
  const { label, store, prices, filter, party, say, onStanding, onMap } = props;
  const { t } = useLingui();
  const { warn } = useToasts();
  const place = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<SeatMap | null>(null);
  const [hovered, setHovered] = useState<Hovered | null>(null);
  const [isWhole, setWhole] = useState(true);
  const [fault, setFault] = useState<{ readonly error: unknown } | null>(null);
  const latest = useRef({ filter, party, onStanding, onMap, warn });
  latest.current = { filter, party, onStanding, onMap, warn };

  useEffect(() => {
    if (!place.current) return;
    const made = new SeatMap(place.current, {
      store,
      prices,
      say,
      filter: latest.current.filter,
      party: latest.current.party,
      hasMinimap: true,
      onPainted: markFirst(),
    });
    made.on('hover', setHovered);
    made.on('fault', setFault);
    made.on('level', ({ isWhole: whole }) => setWhole(whole));
    made.on('refuse', (reason) => latest.current.warn(say.refused(reason)));
    made.on('standing', ({ section }) => {
      if (latest.current.onStanding) return latest.current.onStanding(section);
      const refused = store.chooseStanding(section, (store.chosenStanding.get(section) ?? 0) + 1);
      if (refused) latest.current.warn(say.refused(refused));
    });
    setMap(made);
    latest.current.onMap(made);
    return () => {
      made.destroy();
      setMap(null);
      latest.current.onMap(null);
    };
  }, [store, prices, say]);
  useEffect(() => map?.setFilter(filter), [map, filter]);
  useEffect(() => map?.setParty(party), [map, party]);
  // As with a page whose script did not come: what was chosen is kept, and loading the page again brings it.
  if (fault) throw fault.error;

  return (
    <section className={styles.stage} aria-label={label}>
      <div className={styles.map} ref={place} />
      <div className={styles.zoom}>
        <Button size="s" aria-label={t`Closer`} onClick={() => map?.zoomBy(1.6)}>
          <Icon name="plus" />
        </Button>
        <Button size="s" aria-label={t`Farther`} onClick={() => map?.zoomBy(1 / 1.6)}>
          <Icon name="minus" />
        </Button>
        {!isWhole && (
          <Button size="s" onClick={() => map?.flyTo('whole')}>
            <Trans>Whole hall</Trans>
          </Button>
        )}
      </div>
      {map && hovered && <HoverCard hovered={hovered} store={store} map={map} prices={prices} say={say} />}
    </section>
  );
}

/** Says once to whoever measures the page that the map is to be seen. */
function markFirst(): () => void {
  let isMarked = false;
  return () => {
    if (!isMarked) performance.mark('seat map drawn');
    isMarked = true;
  };
}

interface HoverCardProps {
  readonly hovered: Hovered;
  readonly store: SeatStore;
  readonly map: SeatMap;
  readonly prices: ReadonlyMap<string, number>;
  readonly say: Say;
}

/** The one card of the map: what is under the pointer or where the keys stand. */
function HoverCard({ hovered, store, map, prices, say }: HoverCardProps) {
  const text = textOf();
  if (text === null) return null;
  const { x, y } = hovered.point;
  return (
    <div className={styles.card} style={{ translate: `${Math.round(x)}px ${Math.round(y)}px` }} aria-hidden>
      <span>{text}</span>
    </div>
  );

  function textOf(): string | null {
    if (hovered.kind === 'seat') {
      const parts = seatParts(store.plan, hovered.seat);
      const letter = map.zones[store.plan.zone[hovered.seat] ?? 0]?.letter ?? '';
      const price = prices.get(parts.zone.id) ?? null;
      return say.seat({ ...parts, state: stateName(store, hovered.seat), letter, price });
    }
    const section = store.plan.sections[hovered.section];
    const counts = map.counts[hovered.section];
    if (!section || !counts) return null;
    return say.area({
      ...counts,
      section: hovered.section,
      label: section.label,
      isStanding: section.isStanding,
    });
  }
}
