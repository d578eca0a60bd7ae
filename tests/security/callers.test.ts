import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema, isObjectType } from 'graphql';
import { databasesOf } from '../reliability/databases-of.ts';
import type { Client } from '../support/client.ts';
import { ServerProcess } from '../support/server-process.ts';
import { type Things, ways, waysToOrganizer } from './access-paths.ts';
import {
  type CallerName,
  callers,
  isCarrier,
  whoSees,
  whoSeesOfOrganizer,
  whoSeesType,
} from './access-policy.ts';
import { seed } from './seed.ts';
import { seedTroubles } from './seed-troubles.ts';
import { selectField } from './select-field.ts';
import { faultsOfSights, type Sight, sightOf } from './visibility.ts';

const api = buildSchema(readFileSync(new URL('../../contracts/api.graphql', import.meta.url), 'utf8'), {
  assumeValid: true,
});
const types = Object.values(api.getTypeMap()).filter(
  (type) => isObjectType(type) && !type.name.startsWith('__') && !isCarrier(type.name),
);

describe('who may see what', () => {
  let server: ServerProcess;
  let clients: Record<CallerName, Client>;
  let things: Things;

  beforeAll(async () => {
    server = await ServerProcess.start();
    ({ clients, things } = await seed(server.client));
    await seedTroubles(await databasesOf(server));
  }, 120_000);
  afterAll(() => server?.demolish());

  it('is written down for every type of the public API, and for none that is gone', () => {
    expect(Object.keys(whoSeesType).sort()).toEqual(types.map((type) => type.name).sort());
  });

  it('a way is known to every type of the public API', () => {
    expect(Object.keys(ways(things)).sort()).toEqual(types.map((type) => type.name).sort());
  });

  it.each(types.map((type) => type.name))(
    '%s: every field, on every way, as each of the five',
    async (typeName) => {
      const type = api.getType(typeName);
      if (!isObjectType(type)) throw new Error(`expected an object type, got ${typeName}`);
      const surprises: string[] = [];
      for (const way of ways(things)[typeName] ?? []) {
        for (const field of Object.values(type.getFields())) {
          const query = `{ ${way.replace('…', selectField(field))} }`;
          const sights = await askAsEach(query, field.name);
          const mayLook = whoSees(typeName, field.name, way).filter((caller) => mayWalk(way, caller));
          surprises.push(...faultsOfSights(`${typeName}.${field.name} by ${way}`, sights, mayLook));
        }
      }
      expect(surprises).toEqual([]);
    },
    120_000,
  );

  it('the organizer of a public event: the nickname is for everybody, nothing else is', async () => {
    const type = api.getType('User');
    if (!isObjectType(type)) throw new Error('expected the object type User');
    const surprises: string[] = [];
    for (const way of waysToOrganizer(things)) {
      for (const field of Object.values(type.getFields())) {
        const sights = await askAsEach(`{ ${way.replace('…', selectField(field))} }`, field.name);
        surprises.push(...faultsOfSights(`${field.name} by ${way}`, sights, whoSeesOfOrganizer(field.name)));
      }
    }
    expect(surprises).toEqual([]);
  }, 120_000);

  it('an organizer learns of a buyer the identifier and the nickname, and nothing else', async () => {
    const buyers = async (caller: CallerName, fields: string) => {
      const query = `{ event(id: "${things.event}") { bookings { nodes { buyer { ${fields} } } } } }`;
      const { data } = await clients[caller].send<{
        event: { bookings: { nodes: { buyer: object }[] } | null };
      }>(query);
      return data?.event.bookings?.nodes.map(({ buyer }) => buyer);
    };
    expect(await buyers('organizer', 'id')).toEqual([{ id: things.buyer }]);
    const named = { id: things.buyer, nickname: expect.stringContaining('buyer-') };
    expect(await buyers('organizer', 'id nickname')).toEqual([named]);
    expect(await buyers('other', 'id nickname')).toBeUndefined();
    const [withMail] = (await buyers('organizer', 'id nickname email')) ?? [];
    expect([named, { ...named, email: null }, null]).toContainEqual(withMail);
    for (const field of ['email', 'createdAt', 'bookings { nodes { id } }', 'wallet { id }']) {
      const [buyer] = (await buyers('organizer', `id ${field}`)) ?? [];
      expect([null, { id: things.buyer, [field.split(' ')[0] ?? '']: null }]).toContainEqual(buyer);
    }
    expect(await buyers('admin', 'nickname')).toEqual([{ nickname: expect.stringContaining('buyer-') }]);
  });

  it('the organizer is there for everybody whatever is asked, and each field that is refused says so', async () => {
    const query = `{ event(id: "${things.event}") { organizer { id nickname email role isBlocked createdAt } } }`;
    for (const caller of ['anonymous', 'buyer', 'other'] as const) {
      const { data, errors } = await clients[caller].send<{ event: { organizer: object } }>(query);
      const hidden = { email: null, role: null, isBlocked: null, createdAt: null };
      expect(data?.event.organizer).toEqual({
        id: expect.any(String),
        nickname: expect.stringContaining('organizer-'),
        ...hidden,
      });
      const code = caller === 'anonymous' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
      expect(errors?.map(({ path, extensions }) => [path?.at(-1), extensions?.code])).toEqual(
        Object.keys(hidden).map((field) => [field, code]),
      );
    }
  });

  it.each(['_entities(representations: []) { __typename }', '_service { sdl }', 'jwks { kid }'])(
    'nobody reaches what is for subgraphs alone: %s',
    async (selection) => {
      for (const caller of callers) {
        const answer = await clients[caller].send(`{ ${selection} }`);
        expect({ caller, code: answer.errors?.[0]?.extensions?.code }).toEqual({
          caller,
          code: 'GRAPHQL_VALIDATION_FAILED',
        });
      }
    },
  );

  it('a forged token is nobody, and is told so', async () => {
    const answer = await server.client.as(`eyJhbGciOiJub25lIn0.${randomUUID()}.x`).send('{ me { id } }');
    expect(answer.errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });

  async function askAsEach(query: string, fieldName: string): Promise<Record<CallerName, Sight>> {
    const sights = await Promise.all(
      callers.map(
        async (caller) => [caller, sightOf(await clients[caller].send<object>(query), fieldName)] as const,
      ),
    );
    return Object.fromEntries(sights) as Record<CallerName, Sight>;
  }

  /** Nobody comes further than the first door that is shut: a way through the buyer's things is the buyer's. */
  function mayWalk(way: string, caller: CallerName): boolean {
    const shut = /^(user|booking|ticket|payment|notification)\(/.test(way);
    return !shut || caller === 'buyer' || caller === 'admin';
  }
});
