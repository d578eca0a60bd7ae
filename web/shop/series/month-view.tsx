import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { Button } from '../../ui/button.tsx';
import { formatLocale } from '../../ui/format-locale.ts';
import { Icon } from '../../ui/icon.tsx';
import { formatTime } from '../../ui/time-format.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { When } from '../../ui/when.tsx';
import { type CalendarDay, type CalendarMonth, slotTowards } from './calendar.ts';
import type { SeriesSlot } from './series-documents.ts';
import styles from './series-page.module.css';

interface MonthViewProps {
  readonly month: CalendarMonth<SeriesSlot>;
  readonly zone: string;
  /** The date whose hall is shown. */
  readonly chosen: string | null;
  readonly hrefOf: (slotId: string) => string;
  /** To the month with dates before; none where this is the first. */
  readonly onBack?: () => void;
  readonly onNext?: () => void;
}

/** A month as weeks on a wide window and as a list on a narrow one. One tab stop; arrows go from date to date. */
export function MonthView({ month, zone, chosen, hrefOf, onBack, onNext }: MonthViewProps) {
  const { t, i18n } = useLingui();
  const grid = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const name = new Intl.DateTimeFormat(formatLocale(i18n), {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const weekday = new Intl.DateTimeFormat(formatLocale(i18n), { weekday: 'short', timeZone: 'UTC' });
  const isHere = (wanted: string | null) => month.slots.find(({ id }) => id === wanted)?.id;
  const stop = isHere(focused) ?? isHere(chosen) ?? month.slots[0]?.id;

  // The date that had the focus went with its month.
  const left = useRef<string | null>(null);
  useEffect(() => {
    if (left.current === null || left.current === month.month) return;
    left.current = null;
    grid.current?.querySelector<HTMLElement>('[data-slot]')?.focus();
  }, [month]);

  const move = (event: KeyboardEvent) => {
    const from = (event.target as HTMLElement).dataset.slot;
    if (event.key === 'PageUp' || event.key === 'PageDown') {
      event.preventDefault();
      const turn = event.key === 'PageUp' ? onBack : onNext;
      if (turn) left.current = month.month;
      turn?.();
      return;
    }
    const next = from === undefined ? undefined : slotTowards(month, from, event.key);
    if (!next) return;
    event.preventDefault();
    grid.current?.querySelector<HTMLElement>(`[data-slot="${CSS.escape(next.id)}"]`)?.focus();
  };
  return (
    <section className={styles.calendar} aria-labelledby="month">
      <div className={styles.head}>
        <Button
          variant="quiet"
          aria-label={t`Previous month`}
          aria-disabled={!onBack}
          onClick={() => onBack?.()}
        >
          <Icon name="chevron" className={styles.back} />
        </Button>
        <h2 id="month" aria-live="polite">
          {name.format(new Date(`${month.month}-01T00:00:00Z`))}
        </h2>
        <Button variant="quiet" aria-label={t`Next month`} aria-disabled={!onNext} onClick={() => onNext?.()}>
          <Icon name="chevron" />
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows move the focus among the links inside */}
      <div
        ref={grid}
        className={styles.grid}
        onKeyDown={move}
        onFocus={({ target }) => setFocused(target.dataset.slot ?? null)}
      >
        {[1, 2, 3, 4, 5, 6, 7].map((day) => (
          // 1 March 2027 is a Monday.
          <span key={day} className={styles.weekday} aria-hidden>
            {weekday.format(new Date(Date.UTC(2027, 2, day)))}
          </span>
        ))}
        {month.weeks.flatMap((days, week) =>
          days.map((day, column) => (
            // A day of another month has nothing but its place.
            <Day
              key={day?.day ?? `${week} ${column}`}
              day={day}
              zone={zone}
              stop={stop}
              chosen={chosen}
              hrefOf={hrefOf}
            />
          )),
        )}
      </div>
      <p className={styles.hint}>
        <Trans>Times are those of the hall.</Trans>
      </p>
    </section>
  );
}

interface DayProps {
  readonly day: CalendarDay<SeriesSlot> | null;
  readonly zone: string;
  /** The date that Tab reaches. */
  readonly stop: string | undefined;
  readonly chosen: string | null;
  readonly hrefOf: (slotId: string) => string;
}

function Day({ day, zone, stop, chosen, hrefOf }: DayProps) {
  const { i18n } = useLingui();
  if (!day) return <div className={styles.blank} />;
  const [first] = day.slots;
  if (!first) {
    return (
      <div className={styles.empty} aria-hidden>
        {day.number}
      </div>
    );
  }
  return (
    <div className={styles.day}>
      <p className={styles.number}>
        <span className={styles.short} aria-hidden>
          {day.number}
        </span>
        <span className={styles.long}>{formatTime(first.startsAt, formatLocale(i18n), 'weekday', zone)}</span>
      </p>
      {day.slots.map((slot) => (
        <SlotLink
          key={slot.id}
          slot={slot}
          zone={zone}
          href={hrefOf(slot.id)}
          isStop={slot.id === stop}
          isChosen={slot.id === chosen}
        />
      ))}
    </div>
  );
}

interface SlotLinkProps {
  readonly slot: SeriesSlot;
  readonly zone: string;
  readonly href: string;
  readonly isStop: boolean;
  readonly isChosen: boolean;
}

function SlotLink({ slot: { id, startsAt, freePlaces }, zone, href, isStop, isChosen }: SlotLinkProps) {
  const { i18n } = useLingui();
  return (
    <Link
      href={href}
      aria-current={isChosen || undefined}
      className={styles.slot}
      data-slot={id}
      data-sold-out={freePlaces === 0 || undefined}
      tabIndex={isStop ? 0 : -1}
    >
      <VisuallyHidden>{formatTime(startsAt, formatLocale(i18n), 'weekday', zone)}, </VisuallyHidden>
      <strong>
        <When at={startsAt} zone={zone} format="time" />
      </strong>{' '}
      <span className={styles.free}>
        {freePlaces === 0 ? (
          <Trans>sold out</Trans>
        ) : (
          <Plural value={freePlaces ?? 0} one="# free" other="# free" />
        )}
      </span>
    </Link>
  );
}
