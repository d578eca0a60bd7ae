import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anonymous, type Caller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { startTestService, type TestService } from '@parterre/platform/testing/test-service.ts';
import { sampleEnvironment } from '../../contracts/check/sample-environment.ts';
import { services } from '../../ops/launch/services.ts';

const userOf = (role: string): Caller => ({
  kind: 'user',
  userId: newId<'User'>(),
  role,
  sessionId: newId(),
});
const admin = userOf('ADMIN');

interface Status {
  readonly name: string;
  readonly consumers: readonly { readonly name: string; readonly waitingFacts: number | null }[];
  readonly deadLetterCount: number;
  readonly deadLetters: {
    readonly nodes: readonly { readonly id: string; readonly retryAt: string | null }[];
  };
}

/** Those that let dead letters be tried again and dropped. */
const consuming = services.filter(({ typeDefs }) => typeDefs.includes('DeadLetter("'));

let service: TestService<unknown>;
const statusOf = async (name: string, fields: string, caller: Caller = admin) => {
  const { data, errors } = await service.execute(`{ services { ${name} { ${fields} } } }`, {}, caller);
  const status = (data as { services: Record<string, Status | null> | null } | null)?.services?.[name];
  return { status: status ?? null, codes: (errors ?? []).map(({ extensions }) => extensions.code) };
};

/** A fact that waits for a person; answers the identifier of its letter. */
async function plantDeadLetter(name: string): Promise<string> {
  const [consumer] = service.service.consumers ?? [];
  const id = randomUUID();
  const fact = {
    specversion: '1.0',
    id,
    type: 'NothingHappened',
    source: 'users',
    subject: id,
    time: '2027-03-01T18:30:00.000Z',
    datacontenttype: 'application/json',
    data: { nothing: true },
  };
  const [letter] = await service.database.sql<{ id: string }>(
    `insert into dead_letters (consumer, key, fact_id, fact, position, status, cause, attempts)
     values ($1, $2::text, ($2::text)::uuid, $3, '1', 'FAILED', 'Error: planted', 40) returning id`,
    [consumer?.name, id, JSON.stringify(fact)],
  );
  return `${name}/${letter?.id}`;
}

describe.each(services.map((each) => [each.name, each] as const))(
  'what %s tells of itself',
  (name, definition) => {
    beforeAll(async () => {
      service = await startTestService(definition, {
        config: (await sampleEnvironment()) as Record<string, string>,
      });
    });
    afterAll(() => service.stop());

    it('is its consumers and all that waits, for an administrator', async () => {
      const { status, codes } = await statusOf(
        name,
        `name asOf outbox { length oldestSince } consumers { name topic waitingFacts oldestSince lastHeardOf deadLetterCount }
       sagas { type } overdueWork { kind } provider { name } deadLetterCount`,
      );
      expect(codes).toEqual([]);
      expect(consuming.includes(definition)).toBe((service.service.consumers ?? []).length > 0);
      const consumers = (service.service.consumers ?? []).map((each) => ({
        name: each.name,
        topic: each.topic,
        waitingFacts: 0,
        oldestSince: null,
        lastHeardOf: null,
        deadLetterCount: 0,
      }));
      expect(status).toEqual({
        name,
        asOf: expect.any(String),
        outbox: expect.any(Object),
        consumers: consumers.sort((a, b) => (a.name < b.name ? -1 : 1)),
        sagas: [],
        overdueWork: [],
        provider: null,
        deadLetterCount: 0,
      });
    });

    it('is nobody else’s', async () => {
      for (const [caller, code] of [
        [anonymous, 'UNAUTHENTICATED'],
        [userOf('USER'), 'FORBIDDEN'],
        [userOf('ORGANIZER'), 'FORBIDDEN'],
        [{ kind: 'subgraph', subgraph: 'tickets' }, 'FORBIDDEN'],
      ] as const) {
        expect(await statusOf(name, 'name', caller)).toEqual({ status: null, codes: [code] });
      }
    });

    it('says what it knows when the bus does not answer', async () => {
      service.tools.bus.backlog = async () => {
        throw new Error('the bus is away');
      };
      const { status } = await statusOf(name, 'outbox { length } consumers { name waitingFacts }');
      expect(status?.consumers.map(({ waitingFacts }) => waitingFacts)).toEqual(
        (service.service.consumers ?? []).map(() => null),
      );
    });
  },
);

describe.each(consuming.map((each) => [each.name, each] as const))(
  'a dead letter of %s',
  (name, definition) => {
    const field = (verb: string) => `${verb}${name[0]?.toUpperCase()}${name.slice(1)}DeadLetter`;
    beforeAll(async () => {
      service = await startTestService(definition, {
        config: (await sampleEnvironment()) as Record<string, string>,
      });
    });
    afterAll(() => service.stop());

    async function mutate(verb: string, input: object, caller = admin) {
      const type = `${verb[0]?.toUpperCase()}${verb.slice(1)}DeadLetterInput!`;
      const { data, errors } = await service.execute(
        `mutation ($input: ${type}) { ${field(verb)}(input: $input) { deadLetter { id retryAt } userErrors { code } } }`,
        { input },
        caller,
      );
      return { payload: (data as Record<string, unknown> | null)?.[field(verb)], errors };
    }

    it('is shown whole', async () => {
      const id = await plantDeadLetter(name);
      const { status } = await statusOf(
        name,
        'deadLetterCount deadLetters(first: 1) { nodes { id service status topic key factType attempts error payload isPayloadCut } }',
      );
      expect(status).toEqual({
        deadLetterCount: 1,
        deadLetters: {
          nodes: [
            {
              id,
              service: name,
              status: 'FAILED',
              topic: 'users',
              key: expect.any(String),
              factType: 'NothingHappened',
              attempts: 40,
              error: 'Error: planted',
              payload: '{"nothing":true}',
              isPayloadCut: false,
            },
          ],
        },
      });
    });

    it('is due at once when an administrator says so', async () => {
      const deadLetterId = await plantDeadLetter(name);
      const { payload } = await mutate('retry', { deadLetterId });
      expect(payload).toEqual({
        deadLetter: { id: deadLetterId, retryAt: expect.any(String) },
        userErrors: [],
      });
    });

    it('is gone once it is dropped, and is then not found', async () => {
      const input = { deadLetterId: await plantDeadLetter(name), reason: 'planted' };
      expect((await mutate('drop', { ...input, reason: '' })).payload).toEqual({
        deadLetter: null,
        userErrors: [{ code: 'INVALID_REASON' }],
      });
      expect((await mutate('drop', input)).payload).toEqual({
        deadLetter: { id: input.deadLetterId, retryAt: null },
        userErrors: [],
      });
      const notFound = { deadLetter: null, userErrors: [{ code: 'DEAD_LETTER_NOT_FOUND' }] };
      expect((await mutate('drop', input)).payload).toEqual(notFound);
      expect((await mutate('retry', { deadLetterId: input.deadLetterId })).payload).toEqual(notFound);
    });
  },
);
