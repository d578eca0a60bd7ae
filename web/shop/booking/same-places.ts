/** A place of a booking, as far as it can be asked for again. */
export interface BookedPlace {
  readonly seat: { readonly id: string; readonly index: number } | null;
  readonly section: { readonly id: string } | null;
  readonly ticketType: { readonly id: string } | null;
}

/** The places of another booking as `createBooking` takes them, with the same ticket types. */
export function samePlaces(items: readonly BookedPlace[]) {
  const standing = new Map<string, { sectionId: string; quantity: number; ticketTypeId?: string }>();
  for (const { seat, section, ticketType } of items) {
    if (seat || !section) continue;
    const key = `${section.id} ${ticketType?.id ?? ''}`;
    const { quantity } = standing.get(key) ?? { quantity: 0 };
    standing.set(key, { sectionId: section.id, quantity: quantity + 1, ...typeOf(ticketType) });
  }
  return {
    places: items.flatMap(({ seat, ticketType }) =>
      seat ? [{ seatId: seat.id, ...typeOf(ticketType) }] : [],
    ),
    standing: [...standing.values()],
  };
}

/**
 * Those of the places that can still be had, by the map's letters and its standing sections; a place that the map does
 * not know counts as gone.
 */
export function placesLeft<Place extends BookedPlace>(
  items: readonly Place[],
  map: {
    readonly states: string;
    readonly standing: readonly { readonly section: { readonly id: string }; readonly available: number }[];
  },
): { readonly left: readonly Place[]; readonly gone: readonly Place[] } {
  const room = new Map(map.standing.map(({ section, available }) => [section.id, available]));
  const left: Place[] = [];
  const gone: Place[] = [];
  for (const item of items) (isFree(item) ? left : gone).push(item);
  return { left, gone };

  function isFree({ seat, section }: BookedPlace): boolean {
    if (seat) return map.states[seat.index] === 'F';
    const available = room.get(section?.id ?? '') ?? 0;
    room.set(section?.id ?? '', available - 1);
    return available > 0;
  }
}

function typeOf(ticketType: BookedPlace['ticketType']) {
  return ticketType ? { ticketTypeId: ticketType.id } : {};
}
