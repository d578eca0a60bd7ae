import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { nobody } from '@parterre/platform/kernel/asker.ts';
import { mutations, queries } from './testing/documents.ts';
import {
  codesOf,
  openUsersHouse,
  password,
  type SomebodySignedIn,
  signedIn,
  stranger,
  type UsersHouse,
} from './testing/users-house.ts';

let house: UsersHouse;
let root: SomebodySignedIn;
beforeEach(async () => {
  house = await openUsersHouse();
  root = await house.administrator('root');
});
afterEach(() => house.stop());

const assign = (userId: string, role: string, asker = root.asker) =>
  house.mutate('assignRole', { userId, role }, asker);
const block = (userId: string, asker = root.asker) =>
  house.mutate('blockUser', { userId, reason: 'sells on at the door' }, asker);
const refreshed = async (somebody: SomebodySignedIn) =>
  house.mutate('refreshSession', { refreshToken: somebody.refreshToken });
/** The one ending of sessions that the house was told of. */
const theEnding = async () => {
  const [ending, ...more] = await house.service.published('SessionsEnded');
  if (!ending || more.length > 0) throw new Error(`expected one ending, got ${more.length + 1} or none`);
  return ending.data as { at: string };
};

describe('a role', () => {
  it('is in the next access token, and the house is told once', async () => {
    const ada = await house.register('ada');
    expect(await assign(ada.id, 'ORGANIZER')).toMatchObject({ user: { id: ada.id, role: 'ORGANIZER' } });
    await assign(ada.id, 'ORGANIZER');
    expect(signedIn(await refreshed(ada)).asker.role).toBe('ORGANIZER');
    const facts = await house.service.published('UserRoleChanged');
    expect(facts.map((fact) => fact.data)).toEqual([
      { userId: ada.id, role: 'ORGANIZER', previousRole: 'USER' },
    ]);
  });

  it('that takes rights away ends the sessions', async () => {
    const ada = await house.register('ada');
    await assign(ada.id, 'ORGANIZER');
    const again = signedIn(await house.mutate('login', { login: 'ada', password }));
    await assign(ada.id, 'USER');
    expect(codesOf(await refreshed(again))).toEqual(['INVALID_REFRESH_TOKEN']);
    expect(signedIn(await house.mutate('login', { login: 'ada', password })).asker.role).toBe('USER');
  });

  it('that takes rights away refuses every token of before and none of afterwards, within one millisecond', async () => {
    const ada = await house.register('ada');
    await assign(ada.id, 'ORGANIZER');
    // The clock of this house stands still: all of this happens at the same moment.
    const before = signedIn(await house.mutate('login', { login: 'ada', password }));
    await assign(ada.id, 'USER');
    const after = signedIn(await house.mutate('login', { login: 'ada', password }));
    const again = signedIn(await refreshed(after));
    const { at, ...told } = await theEnding();
    expect(told).toEqual({ userId: ada.id, reason: 'ROLE_CHANGED' });
    expect(before.issuedAt.getTime()).toBeLessThan(Date.parse(at));
    expect(after.issuedAt.getTime()).toBeGreaterThanOrEqual(Date.parse(at));
    expect(again.issuedAt.getTime()).toBeGreaterThanOrEqual(Date.parse(at));
  });

  it('that gives rights ends no session', async () => {
    const ada = await house.register('ada');
    await assign(ada.id, 'ORGANIZER');
    expect(await house.service.published('SessionsEnded')).toEqual([]);
    expect(codesOf(await refreshed(ada))).toEqual([]);
  });

  it('refuses what was signed in while it was being taken away, whoever comes first', async () => {
    const ada = await house.register('ada');
    await assign(ada.id, 'ORGANIZER');
    const login = async () => signedIn(await house.mutate('login', { login: 'ada', password }));
    const [first, , second] = await Promise.all([login(), assign(ada.id, 'USER'), login()]);
    const { at } = await theEnding();
    for (const { asker, issuedAt } of [first, second]) {
      expect([asker.role, issuedAt.getTime() < Date.parse(at)]).toEqual([
        asker.role,
        asker.role === 'ORGANIZER',
      ]);
    }
  });

  it('is given to nobody who does not exist', async () => {
    expect(codesOf(await assign(stranger().userId, 'ADMIN'))).toEqual(['USER_NOT_FOUND']);
    expect(codesOf(await assign('nonsense', 'ADMIN'))).toEqual(['USER_NOT_FOUND']);
  });
});

describe('the last administrator', () => {
  it('keeps the role and is not blocked', async () => {
    expect(codesOf(await assign(root.id, 'USER'))).toEqual(['LAST_ADMINISTRATOR']);
    expect(codesOf(await block(root.id))).toEqual(['LAST_ADMINISTRATOR']);
  });

  it('is not helped by one who is blocked', async () => {
    const other = await house.administrator('other');
    expect(codesOf(await block(other.id))).toEqual([]);
    expect(codesOf(await assign(root.id, 'USER'))).toEqual(['LAST_ADMINISTRATOR']);
  });

  it('is left over when all of them take the role from one another at once', async () => {
    const others = await Promise.all(['a-one', 'a-two', 'a-three'].map((name) => house.administrator(name)));
    const all = [root, ...others];
    const answers = await Promise.allSettled(
      all.map((somebody, index) => assign((all[index + 1] ?? root).id, 'USER', somebody.asker)),
    );
    // Who had lost the role before the request began is FORBIDDEN; the last one of all is refused.
    expect(answers.length).toBe(4);
    const left = await house.service.database.sql(`select id from users where role = 'ADMIN'`);
    expect(left.length).toBeGreaterThanOrEqual(1);
    const lost = await house.service.published('UserRoleChanged');
    expect(lost).toHaveLength(4 - left.length);
  });
});

describe('a blocked user', () => {
  it('has no session any more, cannot sign in, and the house is told once', async () => {
    const ada = await house.register('ada');
    expect(await block(ada.id)).toMatchObject({ user: { id: ada.id, isBlocked: true }, userErrors: [] });
    await block(ada.id);
    expect(codesOf(await refreshed(ada))).toEqual(['INVALID_REFRESH_TOKEN']);
    expect(codesOf(await house.mutate('login', { login: 'ada', password }))).toEqual(['ACCOUNT_BLOCKED']);
    const facts = await house.service.published('UserBlocked');
    expect(facts.map((fact) => fact.data)).toEqual([{ userId: ada.id, reason: 'sells on at the door' }]);
    const endings = await house.service.published('SessionsEnded');
    expect(endings.map((fact) => fact.data)).toEqual([
      { userId: ada.id, reason: 'USER_BLOCKED', at: expect.any(String) },
    ]);
  });

  it('signs in again after being let in, but the old sessions stay ended', async () => {
    const ada = await house.register('ada');
    await block(ada.id);
    const unblocked = await house.mutate('unblockUser', { userId: ada.id }, root.asker);
    expect(unblocked).toMatchObject({ user: { isBlocked: false }, userErrors: [] });
    await house.mutate('unblockUser', { userId: ada.id }, root.asker);
    expect(codesOf(await refreshed(ada))).toEqual(['INVALID_REFRESH_TOKEN']);
    expect(codesOf(await house.mutate('login', { login: 'ada', password }))).toEqual([]);
    expect(await house.service.published('UserUnblocked')).toHaveLength(1);
  });

  it('has no session left when signing in, refreshing and blocking happen at once', async () => {
    const ada = await house.register('ada');
    const login = () => house.mutate('login', { login: 'ada', password });
    await Promise.all([login(), refreshed(ada), login(), block(ada.id), login(), refreshed(ada), login()]);
    const live = await house.service.database.sql(
      'select id from sessions where user_id = $1 and ended_at is null',
      [ada.id],
    );
    expect(live).toEqual([]);
  });

  it('is told why: a reason is needed, of at most 500 characters', async () => {
    const ada = await house.register('ada');
    for (const reason of ['', '  ', 'x'.repeat(501)]) {
      const answer = await house.mutate('blockUser', { userId: ada.id, reason }, root.asker);
      expect(answer.userErrors).toMatchObject([{ code: 'INVALID_REASON', field: ['reason'] }]);
    }
    expect(await house.service.published('UserBlocked')).toEqual([]);
  });
});

describe('who may administer', () => {
  const inputs = {
    assignRole: { role: 'ADMIN' },
    blockUser: { reason: 'because' },
    unblockUser: {},
  };

  it.each(Object.keys(inputs) as (keyof typeof inputs)[])('%s: administrators only', async (name) => {
    const ada = await house.register('ada');
    const input = { userId: ada.id, ...inputs[name] };
    const codeFor = async (asker: Parameters<UsersHouse['ask']>[2]) =>
      (await house.ask(mutations[name], { input }, asker)).code;
    expect(await codeFor(nobody)).toBe('UNAUTHENTICATED');
    expect(await codeFor(ada.asker)).toBe('FORBIDDEN');
    expect(await codeFor({ ...ada.asker, role: 'ORGANIZER' })).toBe('FORBIDDEN');
    expect(await codeFor({ kind: 'room', room: 'tickets' })).toBe('FORBIDDEN');
    expect(await codeFor(root.asker)).toBeUndefined();
  });

  it('not somebody who was one when the access token was signed', async () => {
    const former = await house.administrator('former');
    const blocked = await house.administrator('blocked');
    await assign(former.id, 'USER');
    await block(blocked.id);
    for (const { asker } of [former, blocked, { asker: stranger('ADMIN') }]) {
      const input = { userId: former.id, role: 'ADMIN' };
      expect((await house.ask(mutations.assignRole, { input }, asker)).code).toBe('FORBIDDEN');
      expect((await house.ask(queries.users, {}, asker)).code).toBe('FORBIDDEN');
    }
  });
});
