import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { loginOnSocket, openSocket } from './testing/socket-client.ts';
import { aPerson, startTestGateway, type TestGateway, tokenOf } from './testing/test-gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.stop());

const watch = (id: string, fields: string, field = 'eventChanged') => ({
  id: '1',
  type: 'subscribe',
  payload: { query: `subscription Watch($id: ID!) { ${field}(id: $id) { ${fields} } }`, variables: { id } },
});

describe('a subscription', () => {
  it('gets every event with the fields of other subgraphs', async () => {
    const client = createClient({
      url: `${gateway.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
    });
    const attached = gateway.server.nextAttachment();
    const results = client.iterate({
      query: 'subscription { changed: eventChanged(id: "live") { title sold organizer { nickname } } }',
    });
    const first = results.next();
    await attached;
    gateway.server.change({ id: 'live', title: 'moved' });
    const organizer = { nickname: 'nick of ada' };
    expect((await first).value).toEqual({ data: { changed: { title: 'moved', sold: 6, organizer } } });
    gateway.server.change({ id: 'live', title: 'sold out' });
    expect((await results.next()).value).toMatchObject({ data: { changed: { title: 'sold out' } } });
    await client.dispose();
  });

  it('lets go of the subgraph when its client leaves', async () => {
    const client = await loginOnSocket(gateway.url);
    const attached = gateway.server.nextAttachment();
    client.send(watch('left', 'title'));
    await attached;
    expect(gateway.server.attachmentsOf('left')).toBe(1);
    client.send({ id: '1', type: 'complete' });
    client.send({ type: 'ping' });
    await client.next();
    expect(gateway.server.attachmentsOf('left')).toBe(0);
    client.close();
  });

  it('passes on who watches, also to the subgraphs that fill in the rest', async () => {
    const admin = await loginOnSocket(gateway.url, await tokenOf(aPerson('ADMIN')));
    expect(await firstEvent(admin, 'revenue', 'viewersEventChanged')).toEqual({
      data: { viewersEventChanged: { revenue: '60.00' } },
    });
    const nobody = await loginOnSocket(gateway.url);
    expect(await firstEvent(nobody, 'title revenue')).toMatchObject({
      data: { eventChanged: { title: 'new', revenue: null } },
      errors: [{ path: ['eventChanged', 'revenue'], extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });

  it('does not start for somebody who may not watch', async () => {
    const client = await loginOnSocket(gateway.url);
    client.send(watch('any', 'title', 'viewersEventChanged'));
    expect(await client.next()).toMatchObject({
      payload: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] },
    });
    expect(await client.next()).toEqual({ id: '1', type: 'complete' });
    client.close();
  });

  it('masks what goes wrong with the rest of an event', async () => {
    const client = await loginOnSocket(gateway.url);
    const event = await firstEvent(client, 'title broken');
    expect(event).toMatchObject({
      data: { eventChanged: { title: 'new', broken: null } },
      errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
    });
    expect(JSON.stringify(event)).not.toMatch(/tickets"|\/srv|10\.0\.0\.7|TypeError|stack/);
  });

  it.each([
    ['unknown fields', 'subscription { nonsense }', undefined, 'GRAPHQL_VALIDATION_FAILED'],
    ['no GraphQL', 'subscription {', undefined, 'GRAPHQL_PARSE_FAILED'],
    ['a missing variable', watch('', 'id').payload.query, {}, 'BAD_USER_INPUT'],
    [
      'a shadowed key',
      'subscription { eventChanged(id: "1") { id: title } }',
      {},
      'GRAPHQL_VALIDATION_FAILED',
    ],
  ])('with %s is told so', async (_what, query, variables, code) => {
    const client = await loginOnSocket(gateway.url);
    client.send({ id: '1', type: 'subscribe', payload: { query, variables } });
    expect(await client.next()).toMatchObject({ type: 'error', payload: [{ extensions: { code } }] });
    client.close();
  });
});

describe('a WebSocket', () => {
  it('answers queries and mutations as well', async () => {
    const client = await loginOnSocket(gateway.url);
    const query = '{ event(id: "1") { sold revenue } }';
    client.send({ id: 'q', type: 'subscribe', payload: { query } });
    expect(await client.next()).toMatchObject({
      id: 'q',
      payload: { data: { event: { sold: 6 } }, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] },
    });
    client.close();
  });

  it.each([
    ['forged', 'Bearer eyJhbGciOiJub25lIn0.e30.'],
    ['no token', 'nonsense'],
  ])('is closed with 4403 when its token is %s', async (_what, authorization) => {
    const client = await openSocket(gateway.url);
    client.send({ type: 'connection_init', payload: { authorization } });
    expect((await client.closed).code).toBe(4403);
  });

  it.each([
    ['a subscription that may be skipped', 'subscription { eventChanged(id: "1") @skip(if: true) { id } }'],
    ['a document that nests too deeply', `{ event(id: ${'['.repeat(1_900)}${']'.repeat(1_900)}) { id } }`],
  ])('refuses %s, and stays open', async (_what, query) => {
    const client = await loginOnSocket(gateway.url);
    client.send({ id: '1', type: 'subscribe', payload: { query } });
    const refusal = JSON.stringify(await client.next());
    expect(refusal).toMatch(/BAD_USER_INPUT|GRAPHQL_PARSE_FAILED/);
    expect(refusal).not.toContain('call stack');
    client.close();
  });

  it('refuses a text that no subgraph could keep', async () => {
    const client = await loginOnSocket(gateway.url);
    client.send(watch('a\0b', 'title'));
    expect(await client.next()).toMatchObject({
      type: 'error',
      payload: [{ message: expect.stringContaining('NUL'), extensions: { code: 'BAD_USER_INPUT' } }],
    });
  });

  it('takes the header as Sandbox writes it', async () => {
    const client = await openSocket(gateway.url);
    client.send({ type: 'connection_init', payload: { Authorization: 'Bearer nonsense' } });
    expect((await client.closed).code).toBe(4403);
  });

  it('is closed with 4403 when its token expires', async () => {
    const issuedAt = new Date(Date.now() - 10 * 60_000 + 2_500);
    const client = await loginOnSocket(gateway.url, await tokenOf(aPerson(), issuedAt));
    expect(await client.closed).toEqual({ code: 4403, reason: 'Forbidden: the access token has expired' });
  });

  it('is closed with 4403 when its session ends, and no other is', async () => {
    const [ada, bob] = [aPerson(), aPerson()];
    const token = await tokenOf(ada);
    const ofAda = await loginOnSocket(gateway.url, token);
    const elsewhere = await loginOnSocket(gateway.url, await tokenOf({ ...ada, sessionId: newId() }));
    const ofBob = await loginOnSocket(gateway.url, await tokenOf(bob));
    gateway.end({ subject: ada.userId, sessionId: ada.sessionId, kind: 'LOGOUT', at: new Date() });
    expect((await ofAda.closed).code).toBe(4403);
    for (const other of [ofBob, elsewhere]) {
      other.send({ type: 'ping' });
      expect(await other.next()).toEqual({ type: 'pong' });
    }
    ofBob.close();
    // Another session of the same user ends with all of them.
    gateway.end({ subject: ada.userId, kind: 'BLOCKED', at: new Date(Date.now() + 1) });
    expect((await elsewhere.closed).code).toBe(4403);
    const again = await openSocket(gateway.url);
    again.send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
    expect((await again.closed).code).toBe(4403);
  });

  it('is closed when it asks before it says who it is', async () => {
    const client = await openSocket(gateway.url);
    client.send(watch('1', 'id'));
    expect((await client.closed).code).toBe(4401);
  });

  it('is closed when it says twice who it is', async () => {
    const client = await loginOnSocket(gateway.url);
    client.send({ type: 'connection_init' });
    expect((await client.closed).code).toBe(4429);
  });

  it('is closed on a frame that is too large, or none of the protocol', async () => {
    const large = await openSocket(gateway.url);
    large.send({ type: 'connection_init', payload: { fill: 'x'.repeat(300_000) } });
    expect((await large.closed).code).toBe(1009);
    const strange = await openSocket(gateway.url);
    strange.send({ type: 'nonsense' });
    expect((await strange.closed).code).toBe(4400);
  });

  it('is not opened for the page of another origin', async () => {
    const from = (origin: string) => openSocket(gateway.url, { headers: { origin } });
    await expect(from('https://evil.example')).rejects.toThrow('Unexpected server response: 403');
    (await from(gateway.url)).close();
  });
});

async function firstEvent(
  client: Awaited<ReturnType<typeof loginOnSocket>>,
  fields: string,
  field = 'eventChanged',
): Promise<unknown> {
  const attached = gateway.server.nextAttachment();
  client.send(watch('shared', fields, field));
  await attached;
  gateway.server.change({ id: 'shared', title: 'new' });
  const { payload } = await client.next();
  client.close();
  return payload;
}
