/** What of an event says whether it is one of many dates. */
export interface GroupedEvent {
  readonly id: string;
  readonly series: { readonly id: string } | null;
}

export type ListEntry<Event extends GroupedEvent> =
  | { readonly kind: 'event'; readonly event: Event }
  | {
      readonly kind: 'series';
      readonly seriesId: string;
      /** At least two, in the order of the list. */
      readonly events: readonly Event[];
    };

/**
 * A series once, at the place of its first date on the page, instead of a card a date. One that has a single date there
 * stays an event.
 */
export function groupBySeries<Event extends GroupedEvent>(
  events: readonly Event[],
): readonly ListEntry<Event>[] {
  const bySeries = Map.groupBy(events, ({ series, id }) => series?.id ?? id);
  return [...bySeries.values()].flatMap((dates): ListEntry<Event>[] => {
    const [event] = dates;
    if (!event) return [];
    if (!event.series || dates.length === 1) return [{ kind: 'event', event }];
    return [{ kind: 'series', seriesId: event.series.id, events: dates }];
  });
}
