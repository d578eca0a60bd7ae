import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { zoneLooks } from '../../seat-map/colors/zones.ts';
import type { PlaceFilter } from '../../seat-map/places/filter.ts';
import type { SeatStore } from '../../seat-map/places/store.ts';
import {
  type TwinSection,
  type TwinSource,
  twinRows,
  twinSeats,
  twinSections,
} from '../../seat-map/places/twin.ts';
import type { Say } from '../../seat-map/say.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Stepper } from '../../ui/stepper.tsx';
import { useToasts } from '../../ui/toasts.tsx';
import styles from './list-twin.module.css';
import { useStore } from './use-store.ts';

interface ListTwinProps {
  readonly store: SeatStore;
  readonly prices: ReadonlyMap<string, number>;
  readonly filter: PlaceFilter;
  readonly say: Say;
}

/** The hall as a list that does all that the picture does: sections, their rows, and in a row the seats as buttons. */
export default function ListTwin({ store, prices, filter, say }: ListTwinProps) {
  const { t } = useLingui();
  useStore(store);
  const source = { store, prices, filter };
  const sections = twinSections(source);
  if (sections.length === 0) {
    return (
      <EmptyState title={t`No places match`}>
        <Trans>Remove a zone or raise the price limit.</Trans>
      </EmptyState>
    );
  }
  return (
    <section className={styles.twin} aria-label={t`Places of the hall`}>
      {sections.map((section) =>
        section.isStanding ? (
          <StandingSection key={section.id} section={section} store={store} say={say} />
        ) : (
          <SeatedSection key={section.id} section={section} source={source} say={say} />
        ),
      )}
    </section>
  );
}

interface SeatedSectionProps {
  readonly section: TwinSection;
  readonly source: TwinSource;
  readonly say: Say;
}

function SeatedSection({ section, source, say }: SeatedSectionProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles.section} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say.area({ ...section, label: section.label })}</summary>
      {isOpen &&
        twinRows(source, section.section).map(({ row, label, free }) => (
          <Row key={row} row={row} label={label} free={free} source={source} say={say} />
        ))}
    </details>
  );
}

interface RowProps {
  readonly row: number;
  readonly label: string;
  readonly free: number;
  readonly source: TwinSource;
  readonly say: Say;
}

function Row({ row, label, free, source, say }: RowProps) {
  const { warn } = useToasts();
  const { store, prices } = source;
  const looks = zoneLooks(store.plan.zones, { prices, paper: '#FFFFFF', isDark: false });
  const choose = (seat: number) => {
    const refused = store.toggle(seat);
    if (refused) warn(say.refused(refused));
  };
  return (
    <fieldset className={styles.row}>
      <legend>
        {label !== '' && <Trans>Row {label}</Trans>}{' '}
        <span className={styles.free}>
          <Plural value={free} one="# free" other="# free" />
        </span>
      </legend>
      <div className={styles.seats}>
        {twinSeats(source, row).map((seat) => (
          <button
            key={seat.index}
            type="button"
            className={styles.seat}
            data-state={seat.state}
            aria-pressed={seat.state === 'chosen'}
            aria-label={say.seat({ ...seat, letter: looks[seat.zoneAt]?.letter ?? '' })}
            // Who stands on it when it is taken stays there.
            aria-disabled={!seat.isChoosable || undefined}
            tabIndex={seat.isChoosable ? undefined : -1}
            onClick={() => seat.isChoosable && choose(seat.index)}
          >
            {seat.seat}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

interface StandingSectionProps {
  readonly section: TwinSection;
  readonly store: SeatStore;
  readonly say: Say;
}

function StandingSection({ section, store, say }: StandingSectionProps) {
  const { warn } = useToasts();
  const choose = (count: number) => {
    const refused = store.chooseStanding(section.section, count);
    if (refused) warn(say.refused(refused));
  };
  return (
    <div className={styles.section}>
      <Stepper
        label={section.label}
        hint={say.area({ ...section, label: section.label })}
        value={section.chosenStanding}
        min={0}
        max={Math.max(section.free, section.chosenStanding)}
        onChange={choose}
      />
    </div>
  );
}
