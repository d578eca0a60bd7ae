import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anonymous, type Caller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { queries } from './testing/documents.ts';
import { openUsersFixture, type SomebodySignedIn, stranger, type UsersFixture } from './testing/fixture.ts';

let fixture: UsersFixture;
let ada: SomebodySignedIn;
let root: SomebodySignedIn;
let organizer: SomebodySignedIn;
beforeAll(async () => {
  fixture = await openUsersFixture();
  organizer = await fixture.register('orla');
  ada = await fixture.register('ada');
  root = await fixture.administrator('root');
  for (const nickname of ['bess', 'cleo', 'dora']) await fixture.register(nickname);
});
afterAll(() => fixture.stop());

const seen = { id: expect.any(String), nickname: 'ada', email: 'ada@example.org' };
const others = (): [string, Caller][] => [
  ['another user', stranger()],
  ['an organizer', stranger('ORGANIZER')],
];

describe('a user', () => {
  it('sees herself', async () => {
    const { data } = await fixture.ask(queries.me, {}, ada.caller);
    expect(data).toMatchObject({ me: { ...seen, role: 'USER', isBlocked: false } });
    expect((await fixture.ask(queries.user, { id: ada.id }, ada.caller)).data).toEqual({ user: seen });
    expect((await fixture.ask(queries.entity, { id: ada.id }, ada.caller)).data).toMatchObject({
      _entities: [seen],
    });
  });

  it('is seen by administrators', async () => {
    expect((await fixture.ask(queries.user, { id: ada.id }, root.caller)).data).toEqual({ user: seen });
    expect((await fixture.ask(queries.entity, { id: ada.id }, root.caller)).data).toMatchObject({
      _entities: [seen],
    });
  });

  it('is for everybody else like somebody who does not exist, by id and through _entities', async () => {
    for (const [who, caller] of others()) {
      for (const id of [ada.id, newId(), 'nonsense']) {
        expect([who, await fixture.ask(queries.user, { id }, caller)]).toEqual([
          who,
          { data: { user: null }, code: undefined },
        ]);
      }
    }
    for (const [who, caller] of [...others(), ['nobody', anonymous], ['a subgraph', tickets]] as [
      string,
      Caller,
    ][]) {
      for (const id of [ada.id, newId(), 'nonsense']) {
        expect([who, await fixture.ask(queries.entity, { id }, caller)]).toEqual([
          who,
          { data: { _entities: [null] }, code: undefined },
        ]);
      }
    }
  });

  it('who organizes is known by nickname to everybody, through _entities, and by nothing else', async () => {
    const assign = (role: string) =>
      fixture.mutate('assignRole', { userId: organizer.id, role }, root.caller);
    await assign('ORGANIZER');
    for (const role of ['ORGANIZER', 'USER']) {
      await assign(role);
      for (const [who, caller] of [...others(), ['nobody', anonymous]] as [string, Caller][]) {
        const profile = await fixture.service.execute(queries.entity, { id: organizer.id }, caller);
        const code = caller.kind === 'anonymous' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
        expect([who, profile.data]).toEqual([
          who,
          { _entities: [{ id: organizer.id, nickname: 'orla', email: null, role: null }] },
        ]);
        expect(profile.errors?.map(({ path, extensions }) => [path?.at(-1), extensions.code])).toEqual([
          ['email', code],
          ['role', code],
        ]);
        // Who is asked for by id is asked for, not referred to.
        if (caller.kind === 'anonymous') continue;
        expect((await fixture.ask(queries.user, { id: organizer.id }, caller)).data).toEqual({ user: null });
      }
      expect((await fixture.ask(queries.entity, { id: organizer.id }, organizer.caller)).data).toMatchObject({
        _entities: [{ nickname: 'orla', email: 'orla@example.org' }],
      });
    }
  });

  it('has to log in to ask', async () => {
    expect((await fixture.ask(queries.me, {}, anonymous)).code).toBe('UNAUTHENTICATED');
    expect((await fixture.ask(queries.user, { id: ada.id }, anonymous)).code).toBe('UNAUTHENTICATED');
  });

  it('is nobody when the account is gone', async () => {
    expect((await fixture.ask(queries.me, {}, stranger())).data).toEqual({ me: null });
  });
});

const tickets: Caller = { kind: 'subgraph', subgraph: 'tickets' };

describe('nicknames', () => {
  it('are told to the tickets subgraph alone, in the order asked for', async () => {
    const userIds = [root.id, newId(), 'nonsense', ada.id];
    expect(await fixture.ask(queries.nicknames, { userIds }, tickets)).toEqual({
      data: { nicknames: ['root', null, null, 'ada'] },
      code: undefined,
    });
    const notifications: Caller = { kind: 'subgraph', subgraph: 'notifications' };
    for (const caller of [anonymous, stranger('ORGANIZER'), root.caller, notifications]) {
      const { data, code } = await fixture.ask(queries.nicknames, { userIds }, caller);
      expect([data, code]).toEqual([null, caller.kind === 'anonymous' ? 'UNAUTHENTICATED' : 'FORBIDDEN']);
    }
  });

  it('lead the tickets subgraph alone to their user, in any case; mail addresses lead to nobody', async () => {
    const found = (nickname: string, caller: Caller = tickets) =>
      fixture.ask(queries.userWithNickname, { nickname }, caller);
    expect((await found('ADA')).data).toEqual({ userWithNickname: ada.id });
    for (const nickname of ['nobody', 'ada@example.org']) {
      expect((await found(nickname)).data).toEqual({ userWithNickname: null });
    }
    for (const caller of [stranger('ORGANIZER'), root.caller]) {
      expect((await found('ada', caller)).code).toBe('FORBIDDEN');
    }
  });

  it('are told for 1 to 500 at a time', async () => {
    for (const count of [0, 501]) {
      const userIds = Array.from({ length: count }, () => newId());
      expect((await fixture.ask(queries.nicknames, { userIds }, tickets)).code).toBe('BAD_USER_INPUT');
    }
  });
});

describe('the list of users', () => {
  const page = async (variables: object) => {
    const { data } = await fixture.ask(queries.users, variables, root.caller);
    const { nodes, pageInfo } = (
      data as {
        users: { nodes: { nickname: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      }
    ).users;
    return { names: nodes.map((user) => user.nickname), ...pageInfo };
  };

  it('comes in pages, newest first', async () => {
    const first = await page({ first: 3 });
    expect(first).toMatchObject({ names: ['dora', 'cleo', 'bess'], hasNextPage: true });
    expect(await page({ first: 3, after: first.endCursor })).toMatchObject({
      names: ['root', 'ada', 'orla'],
      hasNextPage: false,
    });
  });

  it('is searched by parts of nickname and address, in any case, and a wildcard means itself', async () => {
    expect((await page({ search: 'CLE' })).names).toEqual(['cleo']);
    expect((await page({ search: 'da@EXAMPLE' })).names).toEqual(['ada']);
    expect((await page({ search: '%' })).names).toEqual([]);
    expect((await page({ search: '_' })).names).toEqual([]);
  });

  it('is searched as everything is: by words in any order, without accents; an address is one word', async () => {
    expect((await page({ search: ' example  cleo ' })).names).toEqual(['cleo']);
    expect((await page({ search: 'CLÉO' })).names).toEqual(['cleo']);
    expect((await page({ search: 'ｃｌｅｏ' })).names).toEqual(['cleo']);
    expect((await page({ search: 'cleo dora' })).names).toEqual([]);
    expect((await page({ search: 'example@cleo' })).names).toEqual([]);
    expect((await page({ search: '@' })).names).toHaveLength(6);
  });

  it.each([
    { first: 0 },
    { first: 101 },
    { after: 'nonsense' },
    { after: Buffer.from('["nonsense"]').toString('base64url') },
    { search: 'x'.repeat(101) },
  ])('refuses %j as bad input', async (variables) => {
    expect((await fixture.ask(queries.users, variables, root.caller)).code).toBe('BAD_USER_INPUT');
  });

  it('is for administrators only', async () => {
    expect((await fixture.ask(queries.users, {}, anonymous)).code).toBe('UNAUTHENTICATED');
    for (const [who, caller] of [...others(), ['a subgraph', tickets]] as [string, Caller][]) {
      expect([who, (await fixture.ask(queries.users, {}, caller)).code]).toEqual([who, 'FORBIDDEN']);
    }
  });
});
