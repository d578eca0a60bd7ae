import { describe, expect, it } from '@jest/globals';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { mayManage, readVenueDetails } from './venue.ts';

const details = { name: 'Old Theatre', address: '1 Main Street', city: 'Vienna', timeZone: 'Europe/Vienna' };

describe('a venue', () => {
  it('is known by trimmed texts', () => {
    expect(readVenueDetails({ ...details, name: ' Old Theatre ' })).toEqual(details);
  });

  it.each([
    ['no name', { name: '' }, 'INVALID_INPUT', ['name']],
    ['an address of 301 characters', { address: 'x'.repeat(301) }, 'INVALID_INPUT', ['address']],
    ['a NUL in its city', { city: 'Vi\0enna' }, 'INVALID_INPUT', ['city']],
    ['a zone that is none', { timeZone: 'Europe/Atlantis' }, 'UNKNOWN_TIME_ZONE', ['timeZone']],
    ['an offset, which knows no summer time', { timeZone: '+02:00' }, 'UNKNOWN_TIME_ZONE', ['timeZone']],
  ])('is refused with %s', (_what, change, code, field) => {
    expect(readVenueDetails({ ...details, ...change })).toMatchObject({ rejected: true, code, field });
  });
});

describe('what an organizer owns', () => {
  const userId = newId<'User'>();
  const someone = { kind: 'user', userId, sessionId: '' } as const;

  it('may be managed by the organizer and by administrators, and by nobody else', () => {
    expect(mayManage({ ...someone, role: 'ORGANIZER' }, userId)).toBe(true);
    expect(mayManage({ ...someone, role: 'ADMIN' }, newId())).toBe(true);
    expect(mayManage({ ...someone, role: 'ORGANIZER' }, newId())).toBe(false);
    expect(mayManage({ ...someone, role: 'USER' }, userId)).toBe(false);
    expect(mayManage({ kind: 'subgraph', subgraph: 'tickets' }, userId)).toBe(false);
    expect(mayManage({ kind: 'anonymous' }, userId)).toBe(false);
  });
});
