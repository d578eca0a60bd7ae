import type { OfficeEventShown } from '../../event-frame.tsx';
import type { TicketKey } from './ticket-code.ts';
import type { TicketSeen } from './ticket-seen.ts';

/** The event of a door, as its page shows it. */
export type DoorShown = OfficeEventShown;

export type KeptStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** A door as it was when the server was heard last. */
export interface KeptDoor {
  readonly event: DoorShown;
  readonly keys: readonly TicketKey[];
  readonly tickets: readonly (readonly [id: string, ticket: TicketSeen])[];
  /** When all valid tickets were among them, in ms by the server's clock; null as long as that was never so. */
  readonly wholeAt: number | null;
}

/** As `forgetTickets` of web/shop/ticket/kept-tickets.ts knows it: who signs out leaves no door behind. */
const PREFIX = 'parterre.door.';

/** Where there is no room, other doors make it; else this one takes a network. */
export function keepDoor(storage: KeptStorage, door: KeptDoor): void {
  const key = PREFIX + door.event.id;
  const text = JSON.stringify(door);
  try {
    storage.setItem(key, text);
  } catch {
    try {
      for (const other of doorsIn(storage)) if (other !== key) storage.removeItem(other);
      storage.setItem(key, text);
    } catch {
      // Refused altogether.
    }
  }
}

export function keptDoor(storage: KeptStorage, eventId: string): KeptDoor | null {
  try {
    const kept: unknown = JSON.parse(storage.getItem(PREFIX + eventId) ?? 'null');
    return isDoor(kept) && kept.event.id === eventId ? kept : null;
  } catch {
    return null;
  }
}

/** The door whose page has this address, if it is kept. */
export function keptDoorAt(storage: KeptStorage, path: string): KeptDoor | null {
  const [, eventId] = /^\/organizer\/events\/([^/]+)\/check-in$/.exec(path) ?? [];
  return eventId === undefined ? null : keptDoor(storage, eventId);
}

function doorsIn(storage: KeptStorage): string[] {
  const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '');
  return keys.filter((key) => key.startsWith(PREFIX));
}

function isDoor(kept: unknown): kept is KeptDoor {
  if (typeof kept !== 'object' || kept === null) return false;
  const { event, keys, tickets } = kept as Partial<KeptDoor>;
  return typeof event?.id === 'string' && Array.isArray(keys) && Array.isArray(tickets);
}
