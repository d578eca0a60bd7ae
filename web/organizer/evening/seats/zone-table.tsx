import { Trans, useLingui } from '@lingui/react/macro';
import type { CSSProperties } from 'react';
import { zoneLooks } from '../../../seat-map/colors/zones.ts';
import type { SeatStore } from '../../../seat-map/places/store.ts';
import { useStore } from '../../../shop/event/use-store.ts';
import styles from './seats.module.css';
import { countZones, type ZoneCount } from './zone-counts.ts';

interface ZoneTableProps {
  readonly store: SeatStore;
  readonly prices: ReadonlyMap<string, number>;
}

/** How the places of each zone stand, as of now. */
export function ZoneTable({ store, prices }: ZoneTableProps) {
  const { t } = useLingui();
  useStore(store);
  const { plan } = store;
  const counts = countZones({
    plan,
    stateOf: store.stateOf,
    available: (section) => store.available(section),
  });
  const light = zoneLooks(plan.zones, { prices, paper: '#FFFFFF', isDark: false });
  const dark = zoneLooks(plan.zones, { prices, paper: '#1D2125', isDark: true });
  const hasStanding = plan.sections.some(({ isStanding }) => isStanding);
  return (
    <section className={styles.zones} aria-labelledby="zones">
      <h2 id="zones">{t`By zone`}</h2>
      {counts.map((count) => (
        <div key={count.zone.id} className={styles.zone}>
          <p className={styles.zoneName}>
            <span
              className={styles.letter}
              style={
                {
                  '--swatch': `light-dark(${light[count.at]?.color}, ${dark[count.at]?.color})`,
                } as CSSProperties
              }
              aria-hidden="true"
            />
            {light[count.at]?.letter} · {count.zone.label}
            <span className={styles.total}>
              <Trans>{count.total} places</Trans>
            </span>
          </p>
          <Counts count={count} hasStanding={hasStanding} />
        </div>
      ))}
    </section>
  );
}

function Counts({ count, hasStanding }: { readonly count: ZoneCount; readonly hasStanding: boolean }) {
  const { t } = useLingui();
  const shown = [
    [t`Free`, count.free],
    [t`Held`, count.held],
    [t`Sold`, count.sold],
    [t`Blocked`, count.blocked],
    ...(hasStanding && count.standingTaken > 0 ? [[t`Standing, taken`, count.standingTaken] as const] : []),
  ] as const;
  return (
    <dl className={styles.counts}>
      {shown.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
