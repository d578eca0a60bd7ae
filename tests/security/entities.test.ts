import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Role, type SubgraphName, subgraphNames } from '@parterre/contracts/kernel/caller.ts';
import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import { openEmbeddedBus } from '@parterre/platform/bus/embedded/embedded-bus.ts';
import type { SubgraphServer } from '@parterre/platform/graphql/subgraph-server.ts';
import { anonymous, type Caller } from '@parterre/platform/kernel/caller.ts';
import { silentObserver } from '@parterre/platform/saga/step-observer.ts';
import { silentLogger } from '@parterre/platform/telemetry/logger.ts';
import { type GraphQLField, type GraphQLObjectType, isUnionType } from 'graphql';
import type { DatabaseUrls } from '../../ops/launch/databases.ts';
import { type RunningSubgraphs, runSubgraphs } from '../../ops/launch/run-subgraphs.ts';
import { newSecrets } from '../../ops/launch/secrets.ts';
import { subgraphEnvironment } from '../../ops/launch/server-config.ts';
import { serviceTokensOf } from '../../ops/launch/service-keys.ts';
import { databasesOf } from '../reliability/databases-of.ts';
import { ServerProcess } from '../support/server-process.ts';
import { type CallerName, callers, whoSees, whoSeesOfOrganizer } from './access-policy.ts';
import { type Seeded, seed } from './seed.ts';
import { selectField } from './select-field.ts';
import { faultsOfSights, type Sight, sightOf } from './visibility.ts';

/** Another subgraph's, shown on the way from some object that its reader was found to see: by the key alone to nobody. */
const isProvided = ({ astNode }: GraphQLField<unknown, unknown>): boolean =>
  astNode?.directives?.some(({ name }) => name.value === 'external') ?? false;

/**
 * The gateway asks subgraphs for entities by their keys, and a flaw in a subgraph's own rules would hide behind it.
 * So the subgraphs are asked here directly: a second replica of each, on the databases of a running server.
 */
describe('an entity, asked for by its key at the subgraph itself', () => {
  let server: ServerProcess;
  let subgraphs: RunningSubgraphs;
  let bus: Awaited<ReturnType<typeof openEmbeddedBus>>;
  const tokensOf = serviceTokensOf(randomUUID());
  let people: Record<CallerName, Caller>;
  let ids: Record<string, string>;

  beforeAll(async () => {
    server = await ServerProcess.start();
    const seeded = await seed(server.client);
    people = await peopleOf(seeded);
    ids = await idsOf(seeded);
    const databaseUrls = (await databasesOf(server)) as DatabaseUrls;
    bus = await openEmbeddedBus({ url: databaseUrls.bus, logger: silentLogger });
    subgraphs = await runSubgraphs({
      env: subgraphEnvironment({}, await newSecrets()),
      databaseUrls,
      bus,
      serviceTokens: tokensOf,
      logger: silentLogger,
      stepObserver: silentObserver,
    });
  }, 120_000);
  afterAll(async () => {
    await subgraphs?.stop();
    await bus?.close();
    await server?.demolish();
  });

  it.each(subgraphNames)(
    '%s shows each field to those who may see it, and to nobody else',
    async (name) => {
      const server = serverOf(name);
      const surprises: string[] = [];
      for (const type of entitiesOf(server)) {
        for (const field of Object.values(type.getFields())) {
          // The key is what the caller brought along.
          if (field.name === 'id') continue;
          const selection = `{ ... on ${type.name} { ${selectField(field)} } }`;
          const sights = await askAsEach(server, type.name, idOf(type.name), selection, field.name);
          const expected = isProvided(field) ? [] : whoSees(type.name, field.name);
          surprises.push(...faultsOfSights(`${type.name}.${field.name}`, sights, expected));
        }
      }
      expect(surprises).toEqual([]);
    },
    120_000,
  );

  it('an organizer, unlike a buyer, is known by nickname to everybody, and by nothing else', async () => {
    const { organizer } = people;
    if (organizer.kind !== 'user') throw new Error('expected the organizer to be a person');
    const surprises: string[] = [];
    for (const name of subgraphNames) {
      const server = serverOf(name);
      const user = entitiesOf(server).find((type) => type.name === 'User');
      for (const field of Object.values(user?.getFields() ?? {})) {
        if (field.name === 'id') continue;
        const selection = `{ ... on User { ${selectField(field)} } }`;
        const sights = await askAsEach(server, 'User', organizer.userId, selection, field.name);
        const expected = isProvided(field) ? [] : whoSeesOfOrganizer(field.name);
        surprises.push(...faultsOfSights(`${name}: ${field.name}`, sights, expected));
      }
    }
    expect(surprises).toEqual([]);
  });

  it.each(subgraphNames)('%s answers nobody who brings no service token of this server', async (name) => {
    const forged = await serviceTokensOf(randomUUID())('gateway').sign(people.admin, name);
    const other = name === 'users' ? 'events' : 'users';
    const misdirected = await tokensOf('gateway').sign(people.admin, other);
    for (const serviceToken of ['', 'nonsense', forged, misdirected]) {
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
      callers.map(async (caller) => {
        const answer = await server.execute({
          document: `query($representations: [_Any!]!) { _entities(representations: $representations) ${selection} }`,
          variables: { representations: [{ __typename: typeName, id }] },
          serviceToken: await tokensOf('gateway').sign(people[caller], server.name),
        });
        const plain = JSON.parse(JSON.stringify({ status: 200, data: null, ...answer }));
        return [caller, sightOf(plain, fieldName)] as const;
      }),
    );
    return Object.fromEntries(sights) as Record<CallerName, Sight>;
  }

  function serverOf(name: SubgraphName): SubgraphServer {
    const server = subgraphs.servers.get(name);
    if (!server) throw new Error(`expected the ${name} subgraph to run`);
    return server;
  }
});

function entitiesOf(server: SubgraphServer): readonly GraphQLObjectType[] {
  const union = server.schema.getType('_Entity');
  return isUnionType(union) ? union.getTypes() : [];
}

/** Each kind of caller as the gateway would describe it to a subgraph. */
async function peopleOf({ clients }: Seeded): Promise<Record<CallerName, Caller>> {
  const described = await Promise.all(
    callers.map(async (caller) => {
      if (caller === 'anonymous') return [caller, anonymous] as const;
      const { data } = await clients[caller].send<{ me: { id: string; role: Role } }>('{ me { id role } }');
      if (!data) throw new Error(`expected ${caller} to be signed in`);
      return [
        caller,
        { kind: 'user', userId: data.me.id as UserId, role: data.me.role, sessionId: randomUUID() },
      ] as const;
    }),
  );
  return Object.fromEntries(described) as Record<CallerName, Caller>;
}

/** An identifier for each type that is an entity somewhere. */
async function idsOf({ clients, things }: Seeded): Promise<Record<string, string>> {
  const { data } = await clients.anonymous.send<{
    event: { ticketTypes: readonly { readonly id: string }[]; seatingPlan: PlanIds };
  }>(
    `{ event(id: "${things.event}") { ticketTypes { id } seatingPlan { id priceZones { id } sections { id } } } }`,
  );
  const plan = data?.event.seatingPlan;
  return {
    Artist: things.artist,
    Booking: things.booking,
    Event: things.event,
    EventSeries: things.series,
    Hall: things.hall,
    Notification: things.notification,
    Payment: things.payment,
    PriceZone: plan?.priceZones[0]?.id ?? '',
    Seat: things.freeSeat,
    SeatingPlan: plan?.id ?? '',
    Section: plan?.sections[0]?.id ?? '',
    Ticket: things.ticket,
    TicketType: data?.event.ticketTypes[0]?.id ?? '',
    User: things.buyer,
    Venue: things.venue,
  };
}

interface PlanIds {
  readonly id: string;
  readonly priceZones: readonly { readonly id: string }[];
  readonly sections: readonly { readonly id: string }[];
}
