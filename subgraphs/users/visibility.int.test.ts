import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Asker, nobody } from '@parterre/platform/kernel/asker.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { queries } from './testing/documents.ts';
import { openUsersHouse, type SomebodySignedIn, stranger, type UsersHouse } from './testing/users-house.ts';

let house: UsersHouse;
let ada: SomebodySignedIn;
let root: SomebodySignedIn;
let organizer: SomebodySignedIn;
beforeAll(async () => {
  house = await openUsersHouse();
  organizer = await house.register('orla');
  ada = await house.register('ada');
  root = await house.administrator('root');
  for (const nickname of ['bess', 'cleo', 'dora']) await house.register(nickname);
});
afterAll(() => house.stop());

const seen = { id: expect.any(String), nickname: 'ada', email: 'ada@example.org' };
const others = (): [string, Asker][] => [
  ['another user', stranger()],
  ['an organizer', stranger('ORGANIZER')],
];

describe('a user', () => {
  it('sees herself', async () => {
    const { data } = await house.ask(queries.me, {}, ada.asker);
    expect(data).toMatchObject({ me: { ...seen, role: 'USER', isBlocked: false } });
    expect((await house.ask(queries.user, { id: ada.id }, ada.asker)).data).toEqual({ user: seen });
    expect((await house.ask(queries.entity, { id: ada.id }, ada.asker)).data).toMatchObject({
      _entities: [seen],
    });
  });

  it('is seen by administrators', async () => {
    expect((await house.ask(queries.user, { id: ada.id }, root.asker)).data).toEqual({ user: seen });
    expect((await house.ask(queries.entity, { id: ada.id }, root.asker)).data).toMatchObject({
      _entities: [seen],
    });
  });

  it('is for everybody else like somebody who does not exist, by id and through _entities', async () => {
    for (const [who, asker] of others()) {
      for (const id of [ada.id, newId(), 'nonsense']) {
        expect([who, await house.ask(queries.user, { id }, asker)]).toEqual([
          who,
          { data: { user: null }, code: undefined },
        ]);
      }
    }
    for (const [who, asker] of [...others(), ['nobody', nobody], ['a room', room]] as [string, Asker][]) {
      for (const id of [ada.id, newId(), 'nonsense']) {
        expect([who, await house.ask(queries.entity, { id }, asker)]).toEqual([
          who,
          { data: { _entities: [null] }, code: undefined },
        ]);
      }
    }
  });

  it('who organizes is known by nickname to everybody, through _entities, and by nothing else', async () => {
    const assign = (role: string) => house.mutate('assignRole', { userId: organizer.id, role }, root.asker);
    await assign('ORGANIZER');
    for (const role of ['ORGANIZER', 'USER']) {
      await assign(role);
      for (const [who, asker] of [...others(), ['nobody', nobody]] as [string, Asker][]) {
        const profile = await house.service.execute(queries.entity, { id: organizer.id }, asker);
        const code = asker.kind === 'nobody' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
        expect([who, profile.data]).toEqual([
          who,
          { _entities: [{ id: organizer.id, nickname: 'orla', email: null, role: null }] },
        ]);
        expect(profile.errors?.map(({ path, extensions }) => [path?.at(-1), extensions.code])).toEqual([
          ['email', code],
          ['role', code],
        ]);
        // Who is asked for by id is asked for, not referred to.
        if (asker.kind === 'nobody') continue;
        expect((await house.ask(queries.user, { id: organizer.id }, asker)).data).toEqual({ user: null });
      }
      expect((await house.ask(queries.entity, { id: organizer.id }, organizer.asker)).data).toMatchObject({
        _entities: [{ nickname: 'orla', email: 'orla@example.org' }],
      });
    }
  });

  it('has to sign in to ask', async () => {
    expect((await house.ask(queries.me, {}, nobody)).code).toBe('UNAUTHENTICATED');
    expect((await house.ask(queries.user, { id: ada.id }, nobody)).code).toBe('UNAUTHENTICATED');
  });

  it('is nobody when the account is gone', async () => {
    expect((await house.ask(queries.me, {}, stranger())).data).toEqual({ me: null });
  });
});

const room: Asker = { kind: 'room', room: 'tickets' };

describe('the list of users', () => {
  const page = async (variables: object) => {
    const { data } = await house.ask(queries.users, variables, root.asker);
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
    expect((await house.ask(queries.users, variables, root.asker)).code).toBe('BAD_USER_INPUT');
  });

  it('is for administrators only', async () => {
    expect((await house.ask(queries.users, {}, nobody)).code).toBe('UNAUTHENTICATED');
    for (const [who, asker] of [...others(), ['a room', room]] as [string, Asker][]) {
      expect([who, (await house.ask(queries.users, {}, asker)).code]).toEqual([who, 'FORBIDDEN']);
    }
  });
});
