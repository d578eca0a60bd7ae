import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { loginOnSocket } from '../testing/socket-client.ts';
import { startTestGateway, type TestGateway } from '../testing/test-gateway.ts';
import { createSafelist } from './safelist.ts';

const saved = 'query Title($id: ID!) { event(id: $id) { ...Parts } } fragment Parts on Event { title }';
const safelist = createSafelist([saved, 'subscription Live { eventChanged(id: "live") { title } }']);

describe('a safelist', () => {
  it.each([
    ['as it was saved', saved],
    ['laid out in another way', saved.replaceAll(/([{}])/g, '\n  $1 ').replaceAll('title', 'title, # why')],
    ['with the type names that a cache adds', saved.replace('title', 'title __typename')],
  ])('knows a document %s', (_how, text) => expect(safelist.has(parse(text))).toBe(true));

  it.each([
    ['with one field more', saved.replace('title', 'title sold')],
    ['with another argument', saved.replace('(id: $id)', '(id: "1")')],
    ['under another name', saved.replace('Title', 'Other')],
    ['with a field that is called as a type name is', saved.replace('title', '__typename: title')],
    ['with a second operation', `${saved} query More { event(id: "1") { title } }`],
  ])('knows no document %s', (_how, text) => expect(safelist.has(parse(text))).toBe(false));
});

describe('a gateway with saved documents', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({ savedDocuments: [saved] });
  });
  afterAll(() => gateway.stop());

  const refused = [
    {
      message: expect.stringMatching(/^expected one of the operations that this server has saved/),
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    },
  ];

  it('answers them', async () => {
    const { result } = await gateway.post(saved, { variables: { id: '1' } });
    expect(result).toEqual({ data: { event: { title: 'title of 1' } } });
  });

  it.each(['{ event(id: "1") { title } }', '{ __schema { queryType { name } } }'])(
    'refuses %s over HTTP and WebSocket',
    async (query) => {
      const { status, result } = await gateway.post(query);
      expect([status, result.errors]).toEqual([400, refused]);
      const client = await loginOnSocket(gateway.url);
      client.send({ id: '1', type: 'subscribe', payload: { query } });
      expect(await client.next()).toEqual({ id: '1', type: 'error', payload: refused });
      client.close();
    },
  );
});
