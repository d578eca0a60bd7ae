import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { BusyNotice } from '../../app/busy-notice.tsx';
import type { Say } from '../../seat-map/say.ts';
import { seatParts } from '../../seat-map/seat-names.ts';
import type { SeatStore } from '../../seat-map/store.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Money } from '../../ui/money.tsx';
import { Select } from '../../ui/select.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Stepper } from '../../ui/stepper.tsx';
import { Discount } from './discount.tsx';
import type { EventShown } from './event-documents.ts';
import { HoldFaultNotice, useTypeFaultText } from './hold-fault.tsx';
import { type ChosenPlace, chosenPlaces, priceOf, totalOf } from './offer.ts';
import { typeFaults } from './ticket-rules.ts';
import styles from './tray.module.css';
import { useHold } from './use-hold.ts';
import { useStore } from './use-store.ts';

interface TrayProps {
  readonly event: EventShown;
  readonly store: SeatStore;
  readonly say: Say;
  /** Asks for the map as it is now. */
  readonly onStale: () => Promise<void>;
}

/** What is chosen: a line a place with its name, ticket type and price; the sum; one button that holds it all. */
export function Tray({ event, store, say, onStale }: TrayProps) {
  const { t } = useLingui();
  const typeFault = useTypeFaultText();
  useStore(store);
  const [isOpen, setOpen] = useState(false);
  const [types, setTypes] = useState<ReadonlyMap<string, string>>(new Map());
  const places = chosenPlaces(store);
  const total = totalOf(event, places, types);
  const count = places.reduce((so, place) => so + place.count, 0);
  const { hold, busy, isWaiting, fault, quote, discount, setDiscount } = useHold({
    ...{ event, store, places, types, total },
    onStale: async () => {
      await onStale();
      fitStanding(store);
    },
  });
  const [stands] = store.faults();
  const [broken] = typeFaults(event.ticketTypes, places, types);
  const reason = stands ? say.refused(stands) : broken && typeFault(broken);
  const toPay = quote?.total ?? total;

  const button = (
    <Button
      variant="primary"
      wide
      busy={busy}
      disabled={count === 0}
      {...(reason ? { disabledReason: reason } : {})}
      onClick={hold}
    >
      <Plural value={count} _0="Choose places" one="Hold # place" other="Hold # places" />
    </Button>
  );
  return (
    <Sheet
      label={t`Your places`}
      open={isOpen}
      onOpenChange={setOpen}
      peek={
        <div className={styles.peek} data-empty={count === 0 || undefined}>
          <p>
            <strong>
              <Plural value={count} _0="Nothing chosen yet" one="# place" other="# places" />
            </strong>
            {toPay && count > 0 && <Money value={toPay} />}
          </p>
          <div aria-live="assertive">{fault && <HoldFaultNotice fault={fault} toPay={toPay} />}</div>
          <BusyNotice isWaiting={isWaiting} />
          {button}
        </div>
      }
    >
      {count === 0 ? (
        <p className={styles.empty}>
          <Trans>Choose on the map or from the list. What you choose is kept while you look around.</Trans>
        </p>
      ) : (
        <>
          <ul className={styles.lines}>
            {places.map((place) => (
              <li key={place.key}>
                <Line
                  place={place}
                  event={event}
                  store={store}
                  typeId={types.get(place.key)}
                  onType={(id) => setTypes(new Map(types).set(place.key, id))}
                />
              </li>
            ))}
          </ul>
          <Button variant="quiet" size="s" onClick={() => store.clear()}>
            <Trans>Remove all</Trans>
          </Button>
          <Discount quote={quote} discount={discount} total={total} onDiscount={setDiscount} />
        </>
      )}
    </Sheet>
  );
}

interface LineProps {
  readonly place: ChosenPlace;
  readonly event: EventShown;
  readonly store: SeatStore;
  readonly typeId: string | undefined;
  readonly onType: (id: string) => void;
}

function Line({ place, event, store, typeId, onType }: LineProps) {
  const { t } = useLingui();
  const price = priceOf(event, place.zoneId, typeId);
  const name = nameOf(place, store);
  const type = event.ticketTypes.find(({ id }) => id === typeId) ?? event.ticketTypes[0];
  const remove = () =>
    place.kind === 'seat' ? store.release([place.at]) : store.chooseStanding(place.at, 0);
  return (
    <div className={styles.line}>
      <span className={styles.name}>{name === null ? <Trans>Place</Trans> : <PlaceLine parts={name} />}</span>
      {price && <Money value={price} />}
      <Button variant="quiet" size="s" aria-label={t`Remove this place`} onClick={remove}>
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

/** Standing places that others took leave the selection. */
function fitStanding(store: SeatStore): void {
  for (const [section, count] of store.chosenStanding) {
    if (count > store.available(section)) store.chooseStanding(section, store.available(section));
  }
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
