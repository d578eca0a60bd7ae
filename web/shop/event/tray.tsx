import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { BusyNotice } from '../../app/busy-notice.tsx';
import type { SeatStore } from '../../seat-map/places/store.ts';
import type { Say } from '../../seat-map/say.ts';
import { Button } from '../../ui/button.tsx';
import { Money } from '../../ui/money.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Discount } from './discount.tsx';
import type { EventShown } from './event-documents.ts';
import { HoldFaultNotice, useTypeFaultText } from './hold-fault.tsx';
import { chosenPlaces, totalOf } from './offer.ts';
import { typeFaults } from './ticket-rules.ts';
import styles from './tray.module.css';
import { Line } from './tray-line.tsx';
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
  const { list, summary, removedAt } = useFocusAfterRemoval(places.length);
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
          <p ref={summary} tabIndex={-1}>
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
          <ul ref={list} className={styles.lines}>
            {places.map((place, at) => (
              <li key={place.key}>
                <Line
                  place={place}
                  event={event}
                  store={store}
                  onRemove={() => removedAt(at)}
                  typeId={types.get(place.key)}
                  onType={(id) => setTypes(new Map(types).set(place.key, id))}
                />
              </li>
            ))}
          </ul>
          <Button
            variant="quiet"
            size="s"
            onClick={() => {
              removedAt(0);
              store.clear();
            }}
          >
            <Trans>Remove all</Trans>
          </Button>
          <Discount quote={quote} discount={discount} total={total} onDiscount={setDiscount} />
        </>
      )}
    </Sheet>
  );
}

/** Standing places that others took leave the selection. */
function fitStanding(store: SeatStore): void {
  for (const [section, count] of store.chosenStanding) {
    if (count > store.available(section)) store.chooseStanding(section, store.available(section));
  }
}

/** Whoever removes a place by keys stands on the next one then, or on the words that nothing is left. */
function useFocusAfterRemoval(count: number) {
  const list = useRef<HTMLUListElement>(null);
  const summary = useRef<HTMLParagraphElement>(null);
  const removed = useRef<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: one line less is what it waits for
  useEffect(() => {
    if (removed.current === null) return;
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('[data-remove]') ?? [])];
    (buttons[Math.min(removed.current, buttons.length - 1)] ?? summary.current)?.focus();
    removed.current = null;
  }, [count]);
  const removedAt = (at: number) => {
    removed.current = at;
  };
  return { list, summary, removedAt };
}
