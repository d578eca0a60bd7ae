import { type Asker, isAdmin, isOrganizer, type Person, type Room, type RoomName } from '../kernel/asker.ts';
import { forbidden, unauthenticated } from './errors.ts';

interface Asked {
  readonly asker: Asker;
}

/** The person who asks. @throws UNAUTHENTICATED for nobody, FORBIDDEN for a room. */
export function requirePerson({ asker }: Asked): Person {
  if (asker.kind === 'person') return asker;
  throw asker.kind === 'nobody' ? unauthenticated() : forbidden('expected a person, got a room');
}

/** The organizer or administrator who asks. @throws UNAUTHENTICATED or FORBIDDEN. */
export function requireOrganizer(asked: Asked): Person {
  const person = requirePerson(asked);
  if (!isOrganizer(person)) throw forbidden('expected an organizer');
  return person;
}

/** The administrator who asks. @throws UNAUTHENTICATED or FORBIDDEN. */
export function requireAdmin(asked: Asked): Person {
  const person = requirePerson(asked);
  if (!isAdmin(person)) throw forbidden('expected an administrator');
  return person;
}

/**
 * The room that asks; one of `allowed` when any are named.
 *
 * @throws UNAUTHENTICATED for nobody, FORBIDDEN for a person or another room.
 */
export function requireRoom({ asker }: Asked, ...allowed: readonly RoomName[]): Room {
  if (asker.kind === 'nobody') throw unauthenticated();
  if (asker.kind === 'person') throw forbidden('expected another room of the house');
  if (allowed.length > 0 && !allowed.includes(asker.room)) {
    throw forbidden(`expected one of the rooms ${allowed.join(', ')}, got ${asker.room}`);
  }
  return asker;
}
