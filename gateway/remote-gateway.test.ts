import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { silentLogger } from '@parterre/platform/telemetry/logger.ts';
import { testServiceTokens } from '@parterre/platform/testing/test-service-tokens.ts';
import { until } from '@parterre/platform/testing/until.ts';
import { type RemoteSubgraphs, remoteSubgraphs } from './testing/remote-subgraphs.ts';
import { createSmallSupergraph, type SmallSupergraph } from './testing/small-supergraph.ts';
import { loginOnSocket } from './testing/socket-client.ts';
import { aPerson, startTestGateway, type TestGateway, tokenOf } from './testing/test-gateway.ts';

let server: SmallSupergraph;
let remote: RemoteSubgraphs;
let gateway: TestGateway;
beforeAll(async () => {
  const serviceTokens = testServiceTokens();
  server = createSmallSupergraph({ serviceTokens, logger: silentLogger });
  remote = await remoteSubgraphs(server.subgraphs.values(), serviceTokens);
  gateway = await startTestGateway({ dataSources: remote.dataSources });
});
afterAll(async () => {
  await gateway?.stop();
  await remote?.close();
});

describe('a gateway whose subgraphs are processes of their own', () => {
  it('joins what several of them answer', async () => {
    const { result } = await gateway.post('{ event(id: "1") { title sold organizer { nickname } } }');
    expect(result).toEqual({
      data: { event: { title: 'title of 1', sold: 6, organizer: { nickname: 'nick of ada' } } },
    });
  });

  it('tells them who asks: each decides by that', async () => {
    const person = aPerson('ORGANIZER');
    const token = await tokenOf(person);
    const { result } = await gateway.post('{ viewer { id } }', { token });
    expect(result).toEqual({ data: { viewer: { id: person.userId } } });
    expect((await gateway.post('{ viewer { id } }')).codes).toEqual(['UNAUTHENTICATED']);
    const renaming = 'mutation { rename(id: "1", title: "new") { title sold } }';
    expect((await gateway.post(renaming, { token })).result.data).toEqual({
      rename: { title: 'new', sold: 6 },
    });
    expect((await gateway.post(renaming, { token: await tokenOf(aPerson()) })).codes).toEqual(['FORBIDDEN']);
    expect((await gateway.post('{ addressOfCaller }')).result.data).toEqual({ addressOfCaller: '127.0.0.1' });
  });

  it('shows of their failures what it may, where they belong', async () => {
    const { result, text } = await gateway.post('{ event(id: "1") { title broken unavailable } }');
    expect(result).toMatchObject({
      data: { event: { title: 'title of 1', broken: null, unavailable: null } },
      errors: expect.arrayContaining([
        expect.objectContaining({ path: ['event', 'broken'] }),
        expect.objectContaining({ path: ['event', 'unavailable'] }),
      ]),
    });
    expect(text).not.toMatch(/10\.0\.0\.7|\/srv/);
  });

  it('streams events, refuses who may not watch, and lets go of whoever leaves', async () => {
    const client = await loginOnSocket(gateway.url);
    const subscribe = (id: string, field: string) => {
      const query = `subscription { ${field}(id: "1") { title sold } }`;
      client.send({ id, type: 'subscribe', payload: { query } });
    };
    subscribe('refused', 'viewersEventChanged');
    expect(await client.next()).toMatchObject({
      id: 'refused',
      payload: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] },
    });
    expect(await client.next()).toEqual({ id: 'refused', type: 'complete' });
    subscribe('watched', 'eventChanged');
    await until('an attachment', () => server.attachmentsOf('1') === 1);
    server.change({ id: '1', title: 'moved' });
    const payload = { data: { eventChanged: { title: 'moved', sold: 6 } } };
    expect(await client.next()).toEqual({ id: 'watched', type: 'next', payload });
    client.close();
    await until('no attachment', () => server.attachmentsOf('1') === 0);
  });
});
