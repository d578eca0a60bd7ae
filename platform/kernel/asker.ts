import type { UserId } from './ids.ts';

/** What a signed-in person may be. ADMIN may do everything that ORGANIZER may, ORGANIZER what USER may. */
export type Role = 'USER' | 'ORGANIZER' | 'ADMIN';
export const roles: readonly Role[] = ['USER', 'ORGANIZER', 'ADMIN'];

/** The rooms of the house, each a subgraph. */
export const roomNames = [
  'users',
  'events',
  'tickets',
  'payments',
  'loyalty',
  'analytics',
  'notifications',
] as const;
export type RoomName = (typeof roomNames)[number];

/** Who asks. Every resolver decides by this and by nothing else. */
export type Asker = Nobody | Person | Room;
export interface Nobody {
  readonly kind: 'nobody';
}
export interface Person {
  readonly kind: 'person';
  readonly userId: UserId;
  readonly role: Role;
  readonly sessionId: string;
}
/** Another room of the house, calling a contract operation. */
export interface Room {
  readonly kind: 'room';
  readonly room: RoomName;
}

export const nobody: Nobody = { kind: 'nobody' };

/** Whether the asker is this very user, or an administrator. */
export function mayActFor(asker: Asker, userId: UserId): boolean {
  return asker.kind === 'person' && (asker.userId === userId || asker.role === 'ADMIN');
}

export function isAdmin(asker: Asker): boolean {
  return asker.kind === 'person' && asker.role === 'ADMIN';
}

/** Whether the asker is an organizer or an administrator. */
export function isOrganizer(asker: Asker): boolean {
  return asker.kind === 'person' && asker.role !== 'USER';
}
