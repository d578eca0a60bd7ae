import { Trans, useLingui } from '@lingui/react/macro';
import { useId } from 'react';
import { seatParts } from '../../seat-map/places/seat-names.ts';
import type { SeatStore } from '../../seat-map/places/store.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Money } from '../../ui/money.tsx';
import { Select } from '../../ui/select.tsx';
import { Stepper } from '../../ui/stepper.tsx';
import type { EventShown } from './event-documents.ts';
import { type ChosenPlace, priceOf } from './offer.ts';
import styles from './tray.module.css';

interface LineProps {
  readonly place: ChosenPlace;
  readonly event: EventShown;
  readonly store: SeatStore;
  /** It is about to be removed here, not by somebody who was faster. */
  readonly onRemove: () => void;
  readonly typeId: string | undefined;
  readonly onType: (id: string) => void;
}

/** A place that is chosen: its name, price and ticket type, and what takes it away. */
export function Line({ place, event, store, onRemove, typeId, onType }: LineProps) {
  const { t } = useLingui();
  const price = priceOf(event, place.zoneId, typeId);
  const name = nameOf(place, store);
  const type = event.ticketTypes.find(({ id }) => id === typeId) ?? event.ticketTypes[0];
  const nameId = useId();
  const remove = () => {
    onRemove();
    if (place.kind === 'seat') store.release([place.at]);
    else store.chooseStanding(place.at, 0);
  };
  return (
    <div className={styles.line}>
      <span id={nameId} className={styles.name}>
        {name === null ? <Trans>Place</Trans> : <PlaceLine parts={name} />}
      </span>
      {price && <Money value={price} />}
      <Button
        variant="quiet"
        size="s"
        aria-label={t`Remove this place`}
        aria-describedby={nameId}
        data-remove=""
        onClick={remove}
      >
        <Icon name="close" />
      </Button>
      {place.kind === 'standing' && (
        <Stepper
          label={t`How many`}
          value={place.count}
          min={1}
          max={Math.max(place.count, store.available(place.at))}
          onChange={(count) => store.chooseStanding(place.at, count)}
        />
      )}
      {event.ticketTypes.length > 1 && (
        <Field label={t`Ticket`} isFilter className={styles.type}>
          {(props) => (
            <Select {...props} value={type?.id} onChange={({ currentTarget }) => onType(currentTarget.value)}>
              {event.ticketTypes.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      {type && <TypeRules type={type} />}
    </div>
  );
}

/** What goes with a ticket type, said before anything is held. */
function TypeRules({ type }: { readonly type: EventShown['ticketTypes'][number] }) {
  const { t } = useLingui();
  const { proof, maxPerBooking, needs } = type;
  const rules = [
    ...(proof ? [t`To show at the door: ${proof}`] : []),
    ...(needs ? [t`Only together with: ${needs.label}`] : []),
    ...(maxPerBooking === null ? [] : [t`At most ${maxPerBooking} of it in a booking`]),
  ];
  return rules.length > 0 && <small className={styles.proof}>{rules.join(' · ')}</small>;
}

type Named = { readonly section: string; readonly row: string; readonly seat: string | null };

function nameOf(place: ChosenPlace, store: SeatStore): Named | null {
  if (place.kind === 'seat') return seatParts(store.plan, place.at);
  const section = store.plan.sections[place.at];
  return section ? { section: section.label, row: '', seat: null } : null;
}

function PlaceLine({ parts: { section, row, seat } }: { readonly parts: Named }) {
  if (seat === null) return <Trans>{section}, standing</Trans>;
  if (row === '') {
    return (
      <Trans>
        {section}, seat {seat}
      </Trans>
    );
  }
  return (
    <Trans>
      {section}, row {row}, seat {seat}
    </Trans>
  );
}
