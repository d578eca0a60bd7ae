import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { gql } from 'urql';
import { createClient } from './client.ts';
import { againWhenTold } from './deadline.ts';

const nobody = { accessToken: () => null, isStale: () => false, renew: async () => {} };
const silent = {
  asObservable: () => ({ subscribe: () => ({ unsubscribe: () => {} }) }),
};
const aQuery = gql`
  query {
    me {
      id
    }
  }
`;
const aMutation = gql`
  mutation {
    __typename
  }
`;

describe('a server that is too busy', () => {
  const answer = (status: number, headers: Record<string, string>) =>
    new Response(`${status}`, { status, headers });

  it('is asked once more when it says', async () => {
    const answers = [answer(503, { 'retry-after': '5' }), answer(200, {})];
    const waited: number[] = [];
    const ask = againWhenTold(
      async () => answers.shift() ?? answer(500, {}),
      async (ms) => void waited.push(ms),
    );
    expect((await ask('/graphql')).status).toBe(200);
    expect(waited[0]).toBeGreaterThanOrEqual(5_000);
  });

  it.each([
    ['does not say when', answer(503, {})],
    ['wants to be left alone for long', answer(503, { 'retry-after': '60' })],
    ['was asked too often', answer(429, { 'retry-after': '5' })],
  ])('is not asked again where it %s', async (_, only) => {
    const asked = jest.fn<typeof fetch>().mockResolvedValue(only);
    expect(await againWhenTold(asked, async () => {})('/graphql')).toBe(only);
    expect(asked).toHaveBeenCalledTimes(1);
  });
});

describe('a network that swallows', () => {
  const before = globalThis.fetch;
  const swallow = jest.fn<typeof fetch>();
  beforeEach(() => {
    swallow.mockReset().mockImplementation(
      (_, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
        }),
    );
    globalThis.fetch = swallow;
  });
  afterEach(() => {
    globalThis.fetch = before;
  });

  it('ends a query in an error, which is not asked again unseen', async () => {
    const client = createClient(nobody, silent, { queryMs: 20, mutationMs: 3_600_000 });
    const { error } = await client.query(aQuery, {}).toPromise();
    expect(error?.networkError?.name).toBe('TimeoutError');
    expect(swallow).toHaveBeenCalledTimes(1);
  });

  it('ends a mutation in an error, by a deadline of its own', async () => {
    const client = createClient(nobody, silent, { queryMs: 3_600_000, mutationMs: 20 });
    const { error } = await client.mutation(aMutation, {}).toPromise();
    expect(error?.networkError?.name).toBe('TimeoutError');
    expect(swallow).toHaveBeenCalledTimes(1);
  });

  it('holds a body to the deadline as well', async () => {
    swallow.mockImplementation(async (_, init) => {
      const body = new ReadableStream({
        start: (to) => init?.signal?.addEventListener('abort', () => to.error(init.signal?.reason)),
      });
      return new Response(body, { headers: { 'content-type': 'application/json' } });
    });
    const client = createClient(nobody, silent, { queryMs: 20, mutationMs: 3_600_000 });
    const { error } = await client.query(aQuery, {}).toPromise();
    expect(error?.networkError?.name).toBe('TimeoutError');
  });
});
