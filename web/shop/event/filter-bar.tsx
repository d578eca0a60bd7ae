import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { zoneLooks } from '../../seat-map/colors/zones.ts';
import type { PlaceFilter } from '../../seat-map/places/filter.ts';
import type { SeatStore } from '../../seat-map/places/store.ts';
import type { SeatMap } from '../../seat-map/seat-map.ts';
import { Chip } from '../../ui/chip.tsx';
import { formatLocale } from '../../ui/format-locale.ts';
import { Money } from '../../ui/money.tsx';
import { formatMoney } from '../../ui/money-format.ts';
import { Select } from '../../ui/select.tsx';
import { Stepper } from '../../ui/stepper.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { BestPlaces } from './best-places.tsx';
import type { EventShown } from './event-documents.ts';
import styles from './filter-bar.module.css';
import { useFreeByZone } from './free-by-zone.ts';
import { priceLimits } from './offer.ts';

/** So many places are sought side by side at most. */
export const MOST_PEOPLE = 10;

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
  const limits = priceLimits(event);
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
          max={Math.min(MOST_PEOPLE, event.maxSeatsPerUser)}
          onChange={onParty}
        />
        {limits.length > 2 && (
          <Select
            aria-label={t`Price`}
            className={styles.price}
            value={filter.upTo ?? ''}
            onChange={({ currentTarget: { value } }) =>
              onFilter({ ...filter, upTo: value === '' ? null : Number(value) })
            }
          >
            <option value="">{t`Any price`}</option>
            {limits.map(([minor, price]) => (
              <option key={minor} value={minor}>
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
          const { seats = 0, standing = 0 } = free[at] ?? {};
          const count = seats + standing;
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
