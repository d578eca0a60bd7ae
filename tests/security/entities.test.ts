import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServiceTokens, type ServiceTokens } from '@parterre/platform/auth/service-tokens.ts';
import { openEmbeddedBus } from '@parterre/platform/bus/embedded/embedded-bus.ts';
import type { SubgraphServer } from '@parterre/platform/graphql/subgraph-server.ts';
import { type Asker, nobody, type Role, type RoomName, roomNames } from '@parterre/platform/kernel/asker.ts';
import type { UserId } from '@parterre/platform/kernel/ids.ts';
import { silentObserver } from '@parterre/platform/saga/step-observer.ts';
import { silentLogger } from '@parterre/platform/telemetry/logger.ts';
import { type GraphQLObjectType, isUnionType } from 'graphql';
import { roomEnvironment } from '../../ops/launch/house-config.ts';
import type { DatabaseUrls } from '../../ops/launch/house-databases.ts';
import { type RunningRooms, runRooms } from '../../ops/launch/run-rooms.ts';
import { newSecrets } from '../../ops/launch/secrets.ts';
import { databasesOf } from '../reliability/databases-of.ts';
import { HouseProcess } from '../support/house-process.ts';
import { type AskerName, askers, whoSees, whoSeesOfOrganizer } from './access-policy.ts';
import { type Furnished, furnish } from './furnish.ts';
import { selectField } from './select-field.ts';
import { type Sight, sightOf } from './visibility.ts';

/**
 * The gateway asks rooms for entities by their keys, and a flaw in a room's own rules would hide behind it.
 * So the rooms are asked here directly: a second replica of each, on the databases of a running house.
 */
describe('an entity, asked for by its key at the room itself', () => {
  let house: HouseProcess;
  let rooms: RunningRooms;
  let bus: Awaited<ReturnType<typeof openEmbeddedBus>>;
  let tokens: ServiceTokens;
  let people: Record<AskerName, Asker>;
  let ids: Record<string, string>;

  beforeAll(async () => {
    house = await HouseProcess.start();
    const furnished = await furnish(house.client);
    people = await peopleOf(furnished);
    ids = await idsOf(furnished);
    const databaseUrls = (await databasesOf(house)) as DatabaseUrls;
    bus = await openEmbeddedBus({ url: databaseUrls.bus, logger: silentLogger });
    tokens = createServiceTokens(randomUUID());
    rooms = await runRooms({
      env: roomEnvironment({}, await newSecrets()),
      databaseUrls,
      bus,
      serviceTokens: tokens,
      logger: silentLogger,
      stepObserver: silentObserver,
    });
  }, 120_000);
  afterAll(async () => {
    await rooms?.stop();
    await bus?.close();
    await house?.demolish();
  });

  it.each(roomNames)(
    '%s shows each field to those who may see it, and to nobody else',
    async (name) => {
      const server = serverOf(name);
      const surprises: string[] = [];
      for (const type of entitiesOf(server)) {
        for (const field of Object.values(type.getFields())) {
          // The key is what the asker brought along.
          if (field.name === 'id') continue;
          const selection = `{ ... on ${type.name} { ${selectField(field)} } }`;
          const sights = await askAsEach(server, type.name, idOf(type.name), selection, field.name);
          surprises.push(...compare(`${type.name}.${field.name}`, sights, whoSees(type.name, field.name)));
        }
      }
      expect(surprises).toEqual([]);
    },
    120_000,
  );

  it('an organizer, unlike a buyer, is known by nickname to everybody, and by nothing else', async () => {
    const { organizer } = people;
    if (organizer.kind !== 'person') throw new Error('expected the organizer to be a person');
    const surprises: string[] = [];
    for (const name of roomNames) {
      const server = serverOf(name);
      const user = entitiesOf(server).find((type) => type.name === 'User');
      for (const field of Object.values(user?.getFields() ?? {})) {
        if (field.name === 'id') continue;
        const selection = `{ ... on User { ${selectField(field)} } }`;
        const sights = await askAsEach(server, 'User', organizer.userId, selection, field.name);
        surprises.push(...compare(`${name}: ${field.name}`, sights, whoSeesOfOrganizer(field.name)));
      }
    }
    expect(surprises).toEqual([]);
  });

  it.each(roomNames)('%s answers nobody who brings no service token of this house', async (name) => {
    const forged = await createServiceTokens(randomUUID()).sign(people.admin);
    for (const serviceToken of ['', 'nonsense', forged]) {
      const { errors, data } = await serverOf(name).execute({
        document: '{ _service { sdl } }',
        serviceToken,
      });
      expect({ code: errors?.[0]?.extensions.code, data: data ?? null }).toEqual({
        code: 'UNAUTHENTICATED',
        data: null,
      });
    }
  });

  function idOf(typeName: string): string {
    const id = ids[typeName];
    if (!id) throw new Error(`expected the test to know an identifier of a ${typeName}`);
    return id;
  }

  async function askAsEach(
    server: SubgraphServer,
    typeName: string,
    id: string,
    selection: string,
    fieldName: string,
  ) {
    const sights = await Promise.all(
      askers.map(async (asker) => {
        const answer = await server.execute({
          document: `query($representations: [_Any!]!) { _entities(representations: $representations) ${selection} }`,
          variables: { representations: [{ __typename: typeName, id }] },
          serviceToken: await tokens.sign(people[asker]),
        });
        const plain = JSON.parse(JSON.stringify({ status: 200, data: null, ...answer }));
        return [asker, sightOf(plain, fieldName)] as const;
      }),
    );
    return Object.fromEntries(sights) as Record<AskerName, Sight>;
  }

  function compare(what: string, sights: Record<AskerName, Sight>, mayLook: readonly AskerName[]): string[] {
    const filled = sights.admin.seen && sights.admin.value !== null;
    return askers.flatMap((asker) => {
      const sight = sights[asker];
      const sees = sight.seen && !(filled && sight.value === null);
      const should = mayLook.includes(asker);
      return sees === should
        ? []
        : [`${asker} should ${should ? '' : 'not '}see ${what}: ${JSON.stringify(sight)}`];
    });
  }

  function serverOf(name: RoomName): SubgraphServer {
    const server = rooms.servers.get(name);
    if (!server) throw new Error(`expected the ${name} room to run`);
    return server;
  }
});

function entitiesOf(server: SubgraphServer): readonly GraphQLObjectType[] {
  const union = server.schema.getType('_Entity');
  return isUnionType(union) ? union.getTypes() : [];
}

/** Each kind of asker as the gateway would describe it to a room. */
async function peopleOf({ clients }: Furnished): Promise<Record<AskerName, Asker>> {
  const described = await Promise.all(
    askers.map(async (asker) => {
      if (asker === 'nobody') return [asker, nobody] as const;
      const { data } = await clients[asker].send<{ me: { id: string; role: Role } }>('{ me { id role } }');
      if (!data) throw new Error(`expected ${asker} to be signed in`);
      return [
        asker,
        { kind: 'person', userId: data.me.id as UserId, role: data.me.role, sessionId: randomUUID() },
      ] as const;
    }),
  );
  return Object.fromEntries(described) as Record<AskerName, Asker>;
}

/** An identifier for each type that is an entity somewhere. */
async function idsOf({ clients, things }: Furnished): Promise<Record<string, string>> {
  const { data } = await clients.nobody.send<{ event: { seatingPlan: PlanIds } }>(
    `{ event(id: "${things.event}") { seatingPlan { id priceZones { id } sections { id } } } }`,
  );
  const plan = data?.event.seatingPlan;
  return {
    Artist: things.artist,
    Booking: things.booking,
    Event: things.event,
    Hall: things.hall,
    Notification: things.notification,
    Payment: things.payment,
    PriceZone: plan?.priceZones[0]?.id ?? '',
    Seat: things.freeSeat,
    SeatingPlan: plan?.id ?? '',
    Section: plan?.sections[0]?.id ?? '',
    Ticket: things.ticket,
    User: things.buyer,
    Venue: things.venue,
  };
}

interface PlanIds {
  readonly id: string;
  readonly priceZones: readonly { readonly id: string }[];
  readonly sections: readonly { readonly id: string }[];
}
