type Place = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const PREFIX = 'parterre.ticket.';
/** What doors of the office keep: web/organizer/evening/check-in/kept-door.ts. */
const DOORS = 'parterre.door.';
/** More than anybody shows at a door; the oldest go first. */
const MOST = 50;

/** Keeps a ticket on this device, so that it can be shown where there is no network. */
export function keepTicket(place: Place, id: string, ticket: object, now = Date.now()): void {
  try {
    place.setItem(PREFIX + id, JSON.stringify({ keptAt: now, ticket }));
    for (const key of keptKeys(place).slice(MOST)) place.removeItem(key);
  } catch {
    // The device has no room for it: then it takes a network.
  }
}

/** The ticket as it was when it was opened last, or undefined. */
export function keptTicket<Ticket>(place: Place, id: string): Ticket | undefined {
  return read(place, PREFIX + id)?.ticket as Ticket | undefined;
}

/** Forgets all: who signs out leaves no ticket behind, and no list of them. */
export function forgetTickets(place: Place): void {
  for (const prefix of [PREFIX, DOORS]) for (const key of keysWith(place, prefix)) place.removeItem(key);
}

function keysWith(place: Place, prefix: string): string[] {
  return Array.from({ length: place.length }, (_, index) => place.key(index) ?? '').filter((key) =>
    key.startsWith(prefix),
  );
}

/** The newest first. */
function keptKeys(place: Place): string[] {
  return keysWith(place, PREFIX).sort(
    (a, b) => (read(place, b)?.keptAt ?? 0) - (read(place, a)?.keptAt ?? 0),
  );
}

function read(place: Place, key: string): { keptAt: number; ticket: unknown } | undefined {
  try {
    return JSON.parse(place.getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}
