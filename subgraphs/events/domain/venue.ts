import { isAdmin } from '@parterre/contracts/kernel/caller.ts';
import type { UserId, VenueId } from '@parterre/contracts/kernel/ids.ts';
import type { Caller } from '@parterre/platform/kernel/caller.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import { readText } from '@parterre/platform/kernel/text.ts';

/** A place with an address. Who organizes it owns its halls and the events in them. */
export interface Venue extends VenueDetails {
  readonly id: VenueId;
  readonly organizerId: UserId;
}

export interface VenueDetails {
  readonly name: string;
  readonly address: string;
  readonly city: string;
  /** IANA time zone. */
  readonly timeZone: string;
}

/** Whether the caller may manage what this organizer owns: the organizer, or an administrator. */
export function mayManage(caller: Caller, organizerId: UserId): boolean {
  if (isAdmin(caller)) return true;
  return caller.kind === 'user' && caller.role === 'ORGANIZER' && caller.userId === organizerId;
}

type VenueRefusal = Rejection<'INVALID_INPUT'> | Rejection<'UNKNOWN_TIME_ZONE'>;

/** Checks what a venue is to be. The first fault in the order of the form is the one that is told. */
export function readVenueDetails(input: VenueDetails): VenueDetails | VenueRefusal {
  const name = readText(input.name, { field: 'name', max: 200 });
  if (isRejection(name)) return name;
  const address = readText(input.address, { field: 'address', max: 300 });
  if (isRejection(address)) return address;
  const city = readText(input.city, { field: 'city', max: 100 });
  if (isRejection(city)) return city;
  if (!isTimeZone(input.timeZone)) {
    return reject(
      'UNKNOWN_TIME_ZONE',
      `expected an IANA time zone such as Europe/Vienna, got "${input.timeZone.slice(0, 60)}"`,
      ['timeZone'],
    );
  }
  return { name, address, city, timeZone: input.timeZone };
}

/** Whether a text names a zone, not an offset such as "+02:00": an offset knows no summer time. */
function isTimeZone(text: string): boolean {
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}
