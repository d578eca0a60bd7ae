import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fact } from '@parterre/contracts/facts/fact.ts';
import { UserLanguageChanged } from '@parterre/contracts/facts/users.ts';
import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import { anonymous, type Caller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { factsOf, inOrder } from './testing/facts.ts';
import { type NotificationsFixture, openNotificationsFixture, userCaller } from './testing/fixture.ts';

const ofUser = `query ($id: ID!, $first: Int, $after: String) {
  _entities(representations: [{ __typename: "User", id: $id }]) { ... on User { notifications(first: $first, after: $after) {
    edges { cursor } nodes { id kind subject body createdAt readAt } pageInfo { hasNextPage endCursor }
  } } }
}`;
const byId = 'query ($id: ID!) { notification(id: $id) { id kind } }';
const entity = `query ($id: ID!) {
  _entities(representations: [{ __typename: "Notification", id: $id }]) { ... on Notification { id kind } }
}`;
const markRead = `mutation ($input: MarkNotificationReadInput!) {
  markNotificationRead(input: $input) { notification { id readAt } userErrors { code field } }
}`;

interface Connection {
  nodes: { id: string; kind: string; readAt: string | null }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

interface Written {
  readonly id: string;
  readonly kind: string;
  readonly language: string;
}

const ada = factsOf('ada');
let fixture: NotificationsFixture;
beforeAll(async () => {
  fixture = await openNotificationsFixture();
  await fixture.deliverAll(...inOrder(ada), ...inOrder(factsOf('bess')));
});
afterAll(() => fixture.stop());

const owner = userCaller('USER', ada.userId as UserId);
const admin = userCaller('ADMIN');
const others: [string, Caller][] = [
  ['another user', userCaller('USER')],
  ['an organizer', userCaller('ORGANIZER')],
];

async function list(caller: Caller, variables: object = {}) {
  const { data, code } = await fixture.request(ofUser, { id: ada.userId, ...variables }, caller);
  const user = (data?._entities as { notifications: Connection | null }[] | undefined)?.[0];
  return { connection: user?.notifications ?? null, code };
}
const anyOf = async () => (await list(owner)).connection?.nodes[0]?.id ?? '';

describe("a user's notifications", () => {
  it('are shown to the user and to administrators, newest first', async () => {
    for (const caller of [owner, admin]) {
      const { connection } = await list(caller);
      expect(connection?.nodes.map((one) => one.kind)).toEqual([
        'USER_BLOCKED',
        'ADDRESS_REGISTERED_AGAIN',
        'PASSWORD_RESET',
        'EMAIL_CONFIRMATION',
        'LOYALTY_LEVEL_CHANGED',
        'BOOKING_CANCELLED',
        'TICKETS_REFUNDED',
        'EVENT_CANCELLED',
        'EVENT_CHANGED',
        'EVENT_MOVED',
        'BOOKING_CONFIRMED',
        'USER_REGISTERED',
      ]);
    }
  });

  it('are nobody else’s, through _entities as well', async () => {
    expect(await list(anonymous)).toEqual({ connection: null, code: 'UNAUTHENTICATED' });
    for (const [who, caller] of [
      ...others,
      ['a subgraph', { kind: 'subgraph', subgraph: 'tickets' }] as [string, Caller],
    ]) {
      expect([who, await list(caller)]).toEqual([who, { connection: null, code: 'FORBIDDEN' }]);
    }
  });

  it('come in pages that leave nothing out and repeat nothing', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { connection } = await list(owner, { first: 4, after });
      seen.push(...(connection?.nodes ?? []).map((one) => one.kind));
      after = connection?.pageInfo.hasNextPage ? connection.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toHaveLength(12);
    expect(new Set(seen).size).toBe(12);
  });

  it('say what language each was written in, whatever the reader chose afterwards', async () => {
    const facts = factsOf('cleo');
    const [registered, ...later] = inOrder(facts);
    if (!registered) throw new Error('expected the fact of a registration');
    const { userId } = facts;
    const moved = fact(UserLanguageChanged, { userId, language: 'RU' }, new Date('2027-02-01T09:00:00Z'));
    await fixture.deliverAll(registered, moved, ...later);
    const languages = `query ($id: ID!) {
      _entities(representations: [{ __typename: "User", id: $id }]) {
        ... on User { notifications(first: 100) { nodes { id kind language } } }
      }
    }`;
    const { data } = await fixture.request(languages, { id: userId }, admin);
    const [user] = (data?._entities ?? []) as { notifications: { nodes: Written[] } }[];
    const nodes = user?.notifications.nodes ?? [];
    expect(nodes.find(({ kind }) => kind === 'USER_REGISTERED')?.language).toBe('EN');
    expect(nodes.find(({ kind }) => kind === 'BOOKING_CONFIRMED')?.language).toBe('RU');
    const one = 'query ($id: ID!) { notification(id: $id) { language } }';
    const asked = await fixture.request(one, { id: nodes[0]?.id }, admin);
    expect(asked.data).toEqual({ notification: { language: 'RU' } });
  });

  it('of several users are asked for in one go', async () => {
    const document = `query ($ids: [_Any!]!) { _entities(representations: $ids) { ... on User { id notifications(first: 1) { nodes { kind } } } } }`;
    const ids = [newId(), ada.userId].map((id) => ({ __typename: 'User', id }));
    const { data } = await fixture.request(document, { ids }, admin);
    expect(data?._entities).toMatchObject([
      { notifications: { nodes: [] } },
      { notifications: { nodes: [{ kind: 'USER_BLOCKED' }] } },
    ]);
  });

  it.each([{ first: 0 }, { first: 101 }, { after: 'nonsense' }, { after: 'WyJ4IiwieSJd' }])(
    'refuse %j as bad input',
    async (variables) => {
      expect((await list(owner, variables)).code).toBe('BAD_USER_INPUT');
    },
  );
});

describe('one notification', () => {
  it('is for everybody but its owner and administrators like one that does not exist', async () => {
    const id = await anyOf();
    for (const caller of [owner, admin]) {
      expect((await fixture.request(byId, { id }, caller)).data).toEqual({
        notification: { id, kind: 'USER_BLOCKED' },
      });
      expect((await fixture.request(entity, { id }, caller)).data?._entities).toEqual([
        { id, kind: 'USER_BLOCKED' },
      ]);
    }
    for (const [who, caller] of others) {
      for (const other of [id, newId(), 'nonsense']) {
        const outcomes = [
          await fixture.request(byId, { id: other }, caller),
          await fixture.request(entity, { id: other }, caller),
        ];
        expect([who, outcomes]).toEqual([
          who,
          [
            { data: { notification: null }, code: undefined },
            { data: { _entities: [null] }, code: undefined },
          ],
        ]);
      }
    }
    expect((await fixture.request(byId, { id }, anonymous)).code).toBe('UNAUTHENTICATED');
    expect((await fixture.request(entity, { id }, anonymous)).data?._entities).toEqual([null]);
  });
});

describe('marking as read', () => {
  const mark = async (notificationId: string, caller: Caller) => {
    const { data, code } = await fixture.request(markRead, { input: { notificationId } }, caller);
    return { payload: data?.markNotificationRead, code };
  };

  it('is remembered from the first time on', async () => {
    const id = await anyOf();
    const read = { notification: { id, readAt: '2027-02-01T10:00:00.000Z' }, userErrors: [] };
    expect((await mark(id, owner)).payload).toEqual(read);
    fixture.passTime(60_000);
    expect((await mark(id, owner)).payload).toEqual(read);
    expect((await list(owner)).connection?.nodes[0]).toMatchObject({ readAt: read.notification.readAt });
  });

  it('says to everybody else that there is no such notification', async () => {
    const { connection } = await list(owner);
    const id = connection?.nodes.at(-1)?.id ?? '';
    const none = {
      notification: null,
      userErrors: [{ code: 'NOTIFICATION_NOT_FOUND', field: ['notificationId'] }],
    };
    for (const [, caller] of others) {
      for (const other of [id, newId(), 'nonsense'])
        expect((await mark(other, caller)).payload).toEqual(none);
    }
    expect((await mark(id, anonymous)).code).toBe('UNAUTHENTICATED');
    expect((await list(owner)).connection?.nodes.at(-1)?.readAt).toBeNull();
  });
});

describe('all notifications at once', () => {
  const markAll = `mutation ($input: MarkAllNotificationsReadInput!) { markAllNotificationsRead(input: $input) {
    marked user { unreadNotificationCount } userErrors { code field } } }`;
  const unread = async (caller: Caller, userId: string) => {
    const { data, code } = await fixture.request(
      `query ($id: ID!) { _entities(representations: [{ __typename: "User", id: $id }]) {
        ... on User { unreadNotificationCount } } }`,
      { id: userId },
      caller,
    );
    const [user] = (data?._entities ?? []) as ({ unreadNotificationCount: number | null } | null)[];
    return code ?? user?.unreadNotificationCount;
  };

  it('are marked as read up to the one that was seen; those that came later stay unread', async () => {
    const cleo = factsOf('cleo');
    const me = userCaller('USER', cleo.userId as UserId);
    await fixture.deliverAll(cleo.registered, cleo.confirmed, cleo.moved, cleo.refunded);
    const { data } = await fixture.request(ofUser, { id: cleo.userId }, me);
    const [user] = (data?._entities ?? []) as { notifications: Connection }[];
    expect(await unread(me, cleo.userId)).toBe(4);
    const upTo = user?.notifications.nodes[1]?.id;
    const first = await fixture.request(markAll, { input: { upTo } }, me);
    expect(first.data?.markAllNotificationsRead).toEqual({
      marked: 3,
      user: { unreadNotificationCount: 1 },
      userErrors: [],
    });
    fixture.passTime(1_000);
    const second = await fixture.request(markAll, { input: {} }, me);
    expect(second.data?.markAllNotificationsRead).toMatchObject({ marked: 1 });
    expect(await unread(me, cleo.userId)).toBe(0);
    const times = await fixture.database.sql(
      'select distinct read_at from notifications where user_id = $1',
      [cleo.userId],
    );
    expect(times).toHaveLength(2);
  });

  it('are not marked by one of somebody else, which answers like none', async () => {
    const me = userCaller('USER');
    for (const upTo of [await anyOf(), newId(), 'no identifier']) {
      const { data } = await fixture.request(markAll, { input: { upTo } }, me);
      expect(data?.markAllNotificationsRead).toEqual({
        marked: 0,
        user: null,
        userErrors: [{ code: 'NOTIFICATION_NOT_FOUND', field: ['upTo'] }],
      });
    }
  });

  it('are counted for the user and administrators alone', async () => {
    expect(await unread(admin, ada.userId)).toEqual(expect.any(Number));
    for (const [, caller] of others) expect(await unread(caller, ada.userId)).toBe('FORBIDDEN');
    expect(await unread(anonymous, ada.userId)).toBe('UNAUTHENTICATED');
  });
});
