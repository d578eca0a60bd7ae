import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLogger } from '@parterre/platform/telemetry/logger.ts';
import { testServiceTokens } from '@parterre/platform/testing/test-service-tokens.ts';
import { createSmallSupergraph } from './testing/small-supergraph.ts';
import { loginOnSocket } from './testing/socket-client.ts';
import { startTestGateway, type TestGateway } from './testing/test-gateway.ts';

const { supergraphSdl } = createSmallSupergraph({
  serviceTokens: testServiceTokens(),
  logger: createLogger({ destination: { write() {} } }),
});
/** The supergraph without one of its fields. */
const without = (field: string) => supergraphSdl.replace(new RegExp(`^  ${field}: \\w+ @.*\n`, 'm'), '');

let update: (sdl: string) => void = () => {};
let gateway: TestGateway;
beforeAll(async () => {
  const onUpdate = (callback: (sdl: string) => void) => {
    update = callback;
    return () => {};
  };
  gateway = await startTestGateway({ supergraphSdl: { sdl: supergraphSdl, onUpdate } });
});
afterAll(() => gateway.stop());

describe('a gateway whose supergraph is replaced', () => {
  it('finishes what runs by the old one and judges what comes by the new one', async () => {
    const asked = gateway.server.nextSlow();
    const running = gateway.post('{ slow }');
    const slow = await asked;
    update(without('slow'));
    const { status, codes } = await gateway.post('{ slow }');
    expect({ status, codes }).toEqual({ status: 400, codes: ['GRAPHQL_VALIDATION_FAILED'] });
    slow.answer();
    expect((await running).result).toEqual({ data: { slow: 'here it is' } });
    expect((await gateway.post('{ event(id: "1") { title sold } }')).result).toEqual({
      data: { event: { title: 'title of 1', sold: 6 } },
    });
  });

  it('leaves subscriptions open and ends those that are not valid any more', async () => {
    update(supergraphSdl);
    const client = await loginOnSocket(gateway.url);
    for (const [id, fields] of [
      ['kept', 'title self { title }'],
      ['ended', 'title sold'],
    ]) {
      const attached = gateway.server.nextAttachment();
      const query = `subscription { eventChanged(id: "${id}") { ${fields} } }`;
      client.send({ id, type: 'subscribe', payload: { query } });
      await attached;
    }
    update(without('sold'));
    expect(await client.next()).toMatchObject({
      id: 'ended',
      payload: [{ message: expect.stringContaining('sold') }],
    });
    gateway.server.change({ id: 'kept', title: 'moved' });
    const eventChanged = { title: 'moved', self: { title: 'moved' } };
    expect(await client.next()).toEqual({ id: 'kept', type: 'next', payload: { data: { eventChanged } } });
    client.close();
  });

  it('goes on with the old one, and says so, when the new one cannot be used', async () => {
    update('type Query { event: String }');
    update(supergraphSdl.replaceAll('name: "events"', 'name: "unheard-of"'));
    expect((await gateway.post('{ event(id: "1") { title } }')).status).toBe(200);
    expect(gateway.logged().match(/the old one stays in use/g)).toHaveLength(2);
    expect(gateway.logged()).toContain('expected a data source for the subgraph unheard-of');
  });
});
