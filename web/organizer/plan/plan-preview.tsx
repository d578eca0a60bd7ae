import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useMemo, useState } from 'react';
import type { ZoneLook } from '../../seat-map/colors/zones.ts';
import { everything } from '../../seat-map/places/filter.ts';
import { SeatStore } from '../../seat-map/places/store.ts';
import type { Plan } from '../../seat-map/plan/geometry.ts';
import type { SeatMap } from '../../seat-map/seat-map.ts';
import { MapStage } from '../../shop/event/map-stage.tsx';
import styles from './plan-preview.module.css';
import { usePreviewSay } from './use-preview-say.ts';

const noPrices: ReadonlyMap<string, number> = new Map();

/** A plan as buyers see it, with every place free: to walk in, and to try. Nothing is held by it. */
export function PlanPreview({ plan }: { readonly plan: Plan }) {
  const { t } = useLingui();
  const say = usePreviewSay();
  const [looks, setLooks] = useState<readonly ZoneLook[]>([]);
  const store = useMemo(() => emptyHall(plan), [plan]);
  const [map, setMap] = useState<SeatMap | null>(null);
  useEffect(() => {
    if (!map) return;
    const read = () => setLooks(map.zones);
    read();
    // Another theme has other colours.
    const dark = matchMedia('(prefers-color-scheme: dark)');
    dark.addEventListener('change', read);
    return () => dark.removeEventListener('change', read);
  }, [map]);
  const replaced = looks.filter(({ isReplaced }) => isReplaced).length;
  return (
    <div className={styles.preview}>
      <div className={styles.stage}>
        <MapStage
          label={t`Preview of the hall`}
          store={store}
          prices={noPrices}
          filter={everything}
          party={1}
          say={say}
          onMap={setMap}
        />
      </div>
      <ul className={styles.zones} aria-label={t`Price zones`}>
        {plan.zones.map((zone, at) => (
          <li key={zone.id}>
            <span className={styles.swatch} style={{ background: looks[at]?.color }} aria-hidden />
            <span>
              <strong>{looks[at]?.letter}</strong> {zone.label}
            </span>
            {looks[at]?.isReplaced && (
              <small>
                <Trans>other colour than in the plan</Trans>
              </small>
            )}
          </li>
        ))}
      </ul>
      {replaced > 0 && (
        <p className={styles.note}>
          <Plural
            value={replaced}
            one="One colour of the plan could not be told apart from the others by everybody, or hardly be seen on this background, and was replaced."
            other="# colours of the plan could not be told apart by everybody, or hardly be seen on this background, and were replaced."
          />{' '}
          <Trans>The letters follow the prices once the event has some: A is the dearest.</Trans>
        </p>
      )}
    </div>
  );
}

function emptyHall(plan: Plan): SeatStore {
  const store = new SeatStore({ plan, eventId: `preview ${plan.id}` });
  store.applySnapshot({
    planId: plan.id,
    version: 'preview',
    states: 'F'.repeat(plan.seatCount),
    standing: plan.sections
      .filter(({ isStanding }) => isStanding)
      .map(({ id, capacity }) => ({ sectionId: id, available: capacity })),
  });
  return store;
}
