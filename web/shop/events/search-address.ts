/** What a list of events is narrowed to, as it stands in the address. Days are those of the reader's clock. */
export interface EventSearchTerms {
  readonly q: string;
  readonly city: string;
  /** A day, `2027-03-01`, or ''. */
  readonly from: string;
  readonly to: string;
  readonly artist: string;
  readonly free: boolean;
}

/** Reads `?q&city&from&to&artist&free`; what is no day is left out. */
export function searchOf(parameters: URLSearchParams): EventSearchTerms {
  const text = (name: string) => (parameters.get(name) ?? '').trim().slice(0, 100);
  const day = (name: string) => (Number.isNaN(midnight(text(name))) ? '' : text(name));
  return {
    q: text('q'),
    city: text('city'),
    from: day('from'),
    to: day('to'),
    artist: text('artist'),
    free: parameters.has('free'),
  };
}

/** The API's filter: events on sale from `now` on at the earliest, both days included. */
export function filterOf({ city, from, to, artist, free }: EventSearchTerms, now: string) {
  const begin = from === '' ? now : new Date(midnight(from)).toISOString();
  return {
    status: 'ON_SALE' as const,
    startsFrom: begin > now ? begin : now,
    ...(to === '' ? {} : { startsBefore: new Date(midnight(to, 1)).toISOString() }),
    ...(city === '' ? {} : { city }),
    ...(artist === '' ? {} : { artistId: artist }),
    ...(free ? { hasFreePlaces: true } : {}),
  };
}

/** Beginning of a day in ms, some days later; NaN for what is no day. */
function midnight(day: string, later = 0): number {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  return new Date(Number(year), Number(month) - 1, Number(date) + later).getTime();
}
