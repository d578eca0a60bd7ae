import { describe, expect, it } from '@jest/globals';
import { anonymous, type UserCaller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { isAdmin, isOrganizer, mayActFor, type Role } from './caller.ts';

const person = (role: Role): UserCaller => ({ kind: 'user', userId: newId<'User'>(), role, sessionId: 's' });

describe('who asks', () => {
  it('a person may act for nobody else, an administrator for all', () => {
    const ada = person('USER');
    expect(mayActFor(ada, ada.userId)).toBe(true);
    expect(mayActFor(person('ORGANIZER'), ada.userId)).toBe(false);
    expect(mayActFor(person('ADMIN'), ada.userId)).toBe(true);
  });

  it('nobody and other subgraphs act for no person', () => {
    const ada = person('USER');
    expect(mayActFor(anonymous, ada.userId)).toBe(false);
    expect(mayActFor({ kind: 'subgraph', subgraph: 'tickets' }, ada.userId)).toBe(false);
  });

  it('an administrator may do what an organizer may, but not the other way round', () => {
    expect(isOrganizer(person('ADMIN'))).toBe(true);
    expect(isAdmin(person('ORGANIZER'))).toBe(false);
    expect(isOrganizer(person('USER'))).toBe(false);
  });
});
