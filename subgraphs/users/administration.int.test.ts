import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { anonymous } from '@parterre/platform/kernel/caller.ts';
import { mutations, queries } from './testing/documents.ts';
import {
  codesOf,
  openUsersFixture,
  password,
  type SomebodySignedIn,
  signedIn,
  stranger,
  type UsersFixture,
} from './testing/fixture.ts';

let fixture: UsersFixture;
let root: SomebodySignedIn;
beforeEach(async () => {
  fixture = await openUsersFixture();
  root = await fixture.administrator('root');
});
afterEach(() => fixture.stop());

const assign = (userId: string, role: string, caller = root.caller) =>
  fixture.mutate('assignRole', { userId, role }, caller);
const block = (userId: string, caller = root.caller) =>
  fixture.mutate('blockUser', { userId, reason: 'sells on at the door' }, caller);
const refreshed = async (somebody: SomebodySignedIn) =>
  fixture.mutate('refreshSession', { refreshToken: somebody.refreshToken });
/** The one ending of sessions that was published. */
const theEnding = async () => {
  const [ending, ...more] = await fixture.service.published('SessionsEnded');
  if (!ending || more.length > 0) throw new Error(`expected one ending, got ${more.length + 1} or none`);
  return ending.data as { at: string };
};

describe('a role', () => {
  it('is in the next access token, and one fact says so', async () => {
    const ada = await fixture.register('ada');
    expect(await assign(ada.id, 'ORGANIZER')).toMatchObject({ user: { id: ada.id, role: 'ORGANIZER' } });
    await assign(ada.id, 'ORGANIZER');
    expect(signedIn(await refreshed(ada)).caller.role).toBe('ORGANIZER');
    const facts = await fixture.service.published('UserRoleChanged');
    expect(facts.map((fact) => fact.data)).toEqual([
      { userId: ada.id, role: 'ORGANIZER', previousRole: 'USER' },
    ]);
  });

  it('that takes rights away ends the sessions', async () => {
    const ada = await fixture.register('ada');
    await assign(ada.id, 'ORGANIZER');
    const again = signedIn(await fixture.mutate('login', { login: 'ada', password }));
    await assign(ada.id, 'USER');
    expect(codesOf(await refreshed(again))).toEqual(['INVALID_REFRESH_TOKEN']);
    expect(signedIn(await fixture.mutate('login', { login: 'ada', password })).caller.role).toBe('USER');
  });

  it('that takes rights away refuses every token of before and none of afterwards, within one millisecond', async () => {
    const ada = await fixture.register('ada');
    await assign(ada.id, 'ORGANIZER');
    // The clock of this server stands still: all of this happens at the same moment.
    const before = signedIn(await fixture.mutate('login', { login: 'ada', password }));
    await assign(ada.id, 'USER');
    const after = signedIn(await fixture.mutate('login', { login: 'ada', password }));
    const again = signedIn(await refreshed(after));
    const { at, ...ending } = await theEnding();
    expect(ending).toEqual({ userId: ada.id, reason: 'ROLE_CHANGED' });
    expect(before.issuedAt.getTime()).toBeLessThan(Date.parse(at));
    expect(after.issuedAt.getTime()).toBeGreaterThanOrEqual(Date.parse(at));
    expect(again.issuedAt.getTime()).toBeGreaterThanOrEqual(Date.parse(at));
  });

  it('that gives rights ends no session', async () => {
    const ada = await fixture.register('ada');
    await assign(ada.id, 'ORGANIZER');
    expect(await fixture.service.published('SessionsEnded')).toEqual([]);
    expect(codesOf(await refreshed(ada))).toEqual([]);
  });

  it('refuses what was signed in while it was being taken away, whoever comes first', async () => {
    const ada = await fixture.register('ada');
    await assign(ada.id, 'ORGANIZER');
    const login = async () => signedIn(await fixture.mutate('login', { login: 'ada', password }));
    const [first, , second] = await Promise.all([login(), assign(ada.id, 'USER'), login()]);
    const { at } = await theEnding();
    for (const { caller, issuedAt } of [first, second]) {
      expect([caller.role, issuedAt.getTime() < Date.parse(at)]).toEqual([
        caller.role,
        caller.role === 'ORGANIZER',
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
    const other = await fixture.administrator('other');
    expect(codesOf(await block(other.id))).toEqual([]);
    expect(codesOf(await assign(root.id, 'USER'))).toEqual(['LAST_ADMINISTRATOR']);
  });

  it('is left over when all of them take the role from one another at once', async () => {
    const others = await Promise.all(
      ['a-one', 'a-two', 'a-three'].map((name) => fixture.administrator(name)),
    );
    const all = [root, ...others];
    const answers = await Promise.allSettled(
      all.map((somebody, index) => assign((all[index + 1] ?? root).id, 'USER', somebody.caller)),
    );
    // Who had lost the role before the request began is FORBIDDEN; the last one of all is refused.
    expect(answers.length).toBe(4);
    const left = await fixture.service.database.sql(`select id from users where role = 'ADMIN'`);
    expect(left.length).toBeGreaterThanOrEqual(1);
    const lost = await fixture.service.published('UserRoleChanged');
    expect(lost).toHaveLength(4 - left.length);
  });
});

describe('a blocked user', () => {
  it('has no session any more, cannot log in, and one fact says so', async () => {
    const ada = await fixture.register('ada');
    expect(await block(ada.id)).toMatchObject({ user: { id: ada.id, isBlocked: true }, userErrors: [] });
    await block(ada.id);
    expect(codesOf(await refreshed(ada))).toEqual(['INVALID_REFRESH_TOKEN']);
    expect(codesOf(await fixture.mutate('login', { login: 'ada', password }))).toEqual(['ACCOUNT_BLOCKED']);
    const facts = await fixture.service.published('UserBlocked');
    expect(facts.map((fact) => fact.data)).toEqual([{ userId: ada.id, reason: 'sells on at the door' }]);
    const endings = await fixture.service.published('SessionsEnded');
    expect(endings.map((fact) => fact.data)).toEqual([
      { userId: ada.id, reason: 'USER_BLOCKED', at: expect.any(String) },
    ]);
  });

  it('logs in again after being let in, but the old sessions stay ended', async () => {
    const ada = await fixture.register('ada');
    await block(ada.id);
    const unblocked = await fixture.mutate('unblockUser', { userId: ada.id }, root.caller);
    expect(unblocked).toMatchObject({ user: { isBlocked: false }, userErrors: [] });
    await fixture.mutate('unblockUser', { userId: ada.id }, root.caller);
    expect(codesOf(await refreshed(ada))).toEqual(['INVALID_REFRESH_TOKEN']);
    expect(codesOf(await fixture.mutate('login', { login: 'ada', password }))).toEqual([]);
    expect(await fixture.service.published('UserUnblocked')).toHaveLength(1);
  });

  it('has no session left when logging in, refreshing and blocking happen at once', async () => {
    const ada = await fixture.register('ada');
    const login = () => fixture.mutate('login', { login: 'ada', password });
    await Promise.all([login(), refreshed(ada), login(), block(ada.id), login(), refreshed(ada), login()]);
    const live = await fixture.service.database.sql(
      'select id from sessions where user_id = $1 and ended_at is null',
      [ada.id],
    );
    expect(live).toEqual([]);
  });

  it('is kept with the reason as it was written, whatever characters are in it', async () => {
    const ada = await fixture.register('ada');
    const reason = `it's \\ a "?", ?? and $1 :id \\' ; --`;
    await fixture.mutate('blockUser', { userId: ada.id, reason }, root.caller);
    const kept = await fixture.service.database.sql('select blocked_reason from users where id = $1', [
      ada.id,
    ]);
    expect(kept).toEqual([{ blocked_reason: reason }]);
  });

  it('is told why: a reason is needed, of at most 500 characters', async () => {
    const ada = await fixture.register('ada');
    for (const reason of ['', '  ', 'x'.repeat(501)]) {
      const answer = await fixture.mutate('blockUser', { userId: ada.id, reason }, root.caller);
      expect(answer.userErrors).toMatchObject([{ code: 'INVALID_REASON', field: ['reason'] }]);
    }
    expect(await fixture.service.published('UserBlocked')).toEqual([]);
  });
});

describe('who may administer', () => {
  const inputs = {
    assignRole: { role: 'ADMIN' },
    blockUser: { reason: 'because' },
    unblockUser: {},
  };

  it.each(Object.keys(inputs) as (keyof typeof inputs)[])('%s: administrators only', async (name) => {
    const ada = await fixture.register('ada');
    const input = { userId: ada.id, ...inputs[name] };
    const codeFor = async (caller: Parameters<UsersFixture['ask']>[2]) =>
      (await fixture.ask(mutations[name], { input }, caller)).code;
    expect(await codeFor(anonymous)).toBe('UNAUTHENTICATED');
    expect(await codeFor(ada.caller)).toBe('FORBIDDEN');
    expect(await codeFor({ ...ada.caller, role: 'ORGANIZER' })).toBe('FORBIDDEN');
    expect(await codeFor({ kind: 'subgraph', subgraph: 'tickets' })).toBe('FORBIDDEN');
    expect(await codeFor(root.caller)).toBeUndefined();
  });

  it('not somebody who was one when the access token was signed', async () => {
    const former = await fixture.administrator('former');
    const blocked = await fixture.administrator('blocked');
    await assign(former.id, 'USER');
    await block(blocked.id);
    for (const { caller } of [former, blocked, { caller: stranger('ADMIN') }]) {
      const input = { userId: former.id, role: 'ADMIN' };
      expect((await fixture.ask(mutations.assignRole, { input }, caller)).code).toBe('FORBIDDEN');
      expect((await fixture.ask(queries.users, {}, caller)).code).toBe('FORBIDDEN');
    }
  });
});
