import type { Caller } from '@parterre/platform/kernel/caller.ts';
import type { UserId } from './ids.ts';

/** What a user may be. ADMIN may do everything that ORGANIZER may, ORGANIZER what USER may. */
export type Role = 'USER' | 'ORGANIZER' | 'ADMIN';
export const roles: readonly Role[] = ['USER', 'ORGANIZER', 'ADMIN'];

/** The subgraphs. */
export const subgraphNames = [
  'users',
  'events',
  'tickets',
  'payments',
  'loyalty',
  'analytics',
  'notifications',
] as const;
export type SubgraphName = (typeof subgraphNames)[number];

/** Whether the caller is this very user, or an administrator. */
export function mayActFor(caller: Caller, userId: UserId): boolean {
  return caller.kind === 'user' && (caller.userId === userId || caller.role === 'ADMIN');
}

export function isAdmin(caller: Caller): boolean {
  return caller.kind === 'user' && caller.role === 'ADMIN';
}

/** Whether the caller is an organizer or an administrator. */
export function isOrganizer(caller: Caller): boolean {
  return caller.kind === 'user' && (caller.role === 'ORGANIZER' || caller.role === 'ADMIN');
}
