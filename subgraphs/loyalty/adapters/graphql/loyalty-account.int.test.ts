import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Caller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { booking } from '../../testing/facts.ts';
import { accountQuery, type LoyaltyFixture, openLoyaltyFixture, userCaller } from '../../testing/fixture.ts';

let fixture: LoyaltyFixture;
beforeAll(async () => {
  fixture = await openLoyaltyFixture();
});
afterAll(() => fixture.stop());

describe('a loyalty account', () => {
  it("shows itself to its owner and to an administrator, and is forbidden to anybody else's eyes", async () => {
    const { userId } = await fixture.userWith(100);
    const users = [{ __typename: 'User', id: userId }];
    const read = (caller: Caller) => fixture.execute(accountQuery, { users }, caller);
    expect((await read(userCaller(userId))).errors).toBeUndefined();
    expect((await read(userCaller(newId(), 'ADMIN'))).errors).toBeUndefined();
    for (const caller of [userCaller(newId()), userCaller(newId(), 'ORGANIZER')]) {
      const result = await read(caller);
      expect(result.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      expect(result.data).toEqual({ _entities: [{ loyalty: null }] });
    }
    expect((await read({ kind: 'anonymous' })).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('is turned over page by page, without a gap and without a repetition', async () => {
    const { userId } = await fixture.userWith(1);
    for (const paid of [200n, 300n, 400n, 500n]) await fixture.confirm(booking(userId, paid));
    const query = `query ($users: [_Any!]!, $after: String) { _entities(representations: $users) { ... on User { loyalty {
      id operations(first: 2, after: $after) { nodes { points } pageInfo { hasNextPage endCursor } } } } } }`;
    const seen: number[] = [];
    let after: string | null = null;
    do {
      const data: Page = await fixture.request(
        query,
        { users: [{ __typename: 'User', id: userId }], after },
        userCaller(userId),
      );
      const { nodes, pageInfo } = data._entities[0].loyalty.operations;
      seen.push(...nodes.map((node) => node.points));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual([5, 4, 3, 2, 1]);
  });

  it.each([
    ['a page of 0', { first: 0 }],
    ['a cursor of its own making', { after: 'abc' }],
    ['a cursor of another list', { after: Buffer.from('["x"]').toString('base64url') }],
  ])('refuses %s', async (_what, page) => {
    const userId = newId<'User'>();
    const { errors } = await fixture.execute(
      `query ($users: [_Any!]!, $first: Int, $after: String) { _entities(representations: $users) { ... on User {
         loyalty { operations(first: $first, after: $after) { nodes { id } } } } } }`,
      { users: [{ __typename: 'User', id: userId }], ...page },
      userCaller(userId),
    );
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

interface Page {
  readonly _entities: [
    {
      readonly loyalty: {
        readonly operations: {
          readonly nodes: { readonly points: number }[];
          readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
        };
      };
    },
  ];
}
