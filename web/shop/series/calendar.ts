/** A slot of a series, with what the calendar goes by. */
export interface Slot {
  readonly id: string;
  readonly startsAt: string;
}

export interface CalendarDay<Of extends Slot> {
  /** `2027-03-01`, by the hall's clock. */
  readonly day: string;
  /** Day of the month. */
  readonly number: number;
  readonly slots: readonly Of[];
}

export interface CalendarMonth<Of extends Slot> {
  /** `2027-03`. */
  readonly month: string;
  /** Weeks from Monday to Sunday, from the first that has slots to the last; null for days of other months. */
  readonly weeks: readonly (readonly (CalendarDay<Of> | null)[])[];
  readonly slots: readonly Of[];
}

/** The months that have slots, the earliest first; days are those of the hall's zone, an IANA name. */
export function calendarOf<Of extends Slot>(
  slots: readonly Of[],
  zone: string,
): readonly CalendarMonth<Of>[] {
  const dayOf = dayFormatter(zone);
  const byDay = new Map<string, Of[]>();
  for (const slot of slots.toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))) {
    const day = dayOf(slot.startsAt);
    byDay.set(day, [...(byDay.get(day) ?? []), slot]);
  }
  const months = [...new Set([...byDay.keys()].map((day) => day.slice(0, 7)))].sort();
  return months.map((month) => monthOf(month, byDay));
}

/** Which slot an arrow leads to from another one: by a slot, or by a week of the calendar. */
export function slotTowards<Of extends Slot>(
  { weeks, slots }: CalendarMonth<Of>,
  from: string,
  key: string,
): Of | undefined {
  const at = slots.findIndex(({ id }) => id === from);
  if (at < 0) return undefined;
  switch (key) {
    case 'ArrowRight':
      return slots[at + 1];
    case 'ArrowLeft':
      return slots[at - 1];
    case 'Home':
      return slots[0];
    case 'End':
      return slots.at(-1);
    case 'ArrowDown':
      return byWeek(1);
    case 'ArrowUp':
      return byWeek(-1);
    default:
      return undefined;
  }

  function byWeek(step: 1 | -1): Of | undefined {
    const week = weeks.findIndex((days) => days.some((day) => day?.slots.some(({ id }) => id === from)));
    const weekday = weeks[week]?.findIndex((day) => day?.slots.some(({ id }) => id === from)) ?? 0;
    for (let next = week + step; weeks[next]; next += step) {
      const days = weeks[next]?.flatMap((day, column) =>
        day && day.slots.length > 0 ? [{ day, away: Math.abs(column - weekday) }] : [],
      );
      const nearest = days?.reduce<(typeof days)[number] | undefined>(
        (best, one) => (best && best.away <= one.away ? best : one),
        undefined,
      );
      if (nearest) return nearest.day.slots[0];
    }
    return undefined;
  }
}

function monthOf<Of extends Slot>(
  month: string,
  byDay: ReadonlyMap<string, readonly Of[]>,
): CalendarMonth<Of> {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate();
  // Monday is the first day of a week.
  const blanks = (new Date(Date.UTC(year, number - 1, 1)).getUTCDay() + 6) % 7;
  const days: (CalendarDay<Of> | null)[] = Array.from({ length: blanks }, () => null);
  for (let date = 1; date <= length; date += 1) {
    const day = `${month}-${String(date).padStart(2, '0')}`;
    days.push({ day, number: date, slots: byDay.get(day) ?? [] });
  }
  while (days.length % 7 !== 0) days.push(null);
  const weeks = Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
  const isUsed = (week: (typeof weeks)[number]) => week.some((day) => day !== null && day.slots.length > 0);
  const used = weeks.slice(weeks.findIndex(isUsed), weeks.findLastIndex(isUsed) + 1);
  return { month, weeks: used, slots: days.flatMap((day) => day?.slots ?? []) };
}

function dayFormatter(zone: string): (instant: string) => string {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return (instant) => {
    const parts = format.formatToParts(new Date(instant));
    const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
    return `${part('year')}-${part('month')}-${part('day')}`;
  };
}
