import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  buildSchema,
  type GraphQLField,
  getNamedType,
  isCompositeType,
  isInputObjectType,
  isObjectType,
} from 'graphql';
import type { Answer, Client, Refusable } from '../support/client.ts';
import { type SharedServer, shareServer } from '../support/shared-server.ts';
import { type Things, ways } from './access-paths.ts';
import { goodInputs } from './good-inputs.ts';
import { spoiled } from './nonsense-values.ts';
import { seed } from './seed.ts';

/** Questions that are under way at a time. */
const AT_ONCE = 8;

/** What an answer may say at the top: the question was wrong, and nothing about the server. */
const mayBeAnswered = new Set([
  'BAD_USER_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'RATE_LIMITED',
  'GRAPHQL_VALIDATION_FAILED',
]);
/** Words that only the inside of the server knows: files, stacks, SQL, drivers, addresses. */
const inside =
  /node_modules|\.ts:\d|\bat \w+ \(|\bselect .+ from\b|\binsert into\b|violates|constraint|relation "|invalid byte|invalid input syntax|postgres|mikro|kysely|\bECONN|127\.0\.0\.1/i;

const api = buildSchema(readFileSync(new URL('../../contracts/api.graphql', import.meta.url), 'utf8'), {
  assumeValid: true,
});
type Field = GraphQLField<unknown, unknown>;
const mutations = Object.values(api.getMutationType()?.getFields() ?? {});
const queries = Object.values(api.getQueryType()?.getFields() ?? {}).filter((field) => field.args.length > 0);
/** Fields with arguments that hang below an object. */
const nested = Object.values(api.getTypeMap())
  .filter(isObjectType)
  .filter((type) => !type.name.startsWith('__') && !/^(Query|Mutation|Subscription)$/.test(type.name))
  .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type: type.name, field })))
  .filter(({ field }) => field.args.length > 0);

describe('nonsense', () => {
  let server: SharedServer;
  let admin: Client;
  let other: Client;
  let things: Things;

  beforeAll(async () => {
    server = await shareServer();
    const seeded = await seed(server.client);
    ({ admin, other } = seeded.clients);
    things = seeded.things;
  }, 120_000);
  afterAll(() => server?.leave());

  it.each(mutations.map((field) => [field.name, field] as const))(
    '%s answers it in words, and names the input at fault',
    async (name, field) => {
      const argument = field.args[0];
      const inputType = argument && getNamedType(argument.type);
      if (!argument || !isInputObjectType(inputType)) throw new Error(`expected ${name} to take an input`);
      const inputNames = new Set(Object.keys(inputType.getFields()));
      const good = goodInputs(things)[name] ?? (() => ({}));
      const query = `mutation($input: ${argument.type}) { ${name}(input: $input) { userErrors { code message field } } }`;
      // Not as the administrator, whose session the others need.
      const caller = /^(logout|changePassword)$/.test(name) ? other : admin;
      await expectWords(
        [...spoiled(argument.type, good(), 'input')].map(([what, input]) => {
          // A key of its own for each, or the second would be refused for its key.
          const fresh =
            'idempotencyKey' in good() && !what.startsWith('input.idempotencyKey') ? keyOf(good()) : {};
          return [what, () => caller.send(query, { input: { ...(input as object), ...fresh } })];
        }),
        (answer) => faultOfPayload(answer, inputNames),
      );
    },
  );

  it.each(queries.map((field) => [field.name, field] as const))('%s answers it in words', (_name, field) =>
    expectWords(questions(field, (selection) => selection)),
  );

  it.each(nested.map(({ type, field }) => [`${type}.${field.name}`, type, field] as const))(
    '%s answers it in words',
    async (_name, type, field) => {
      const way = ways(things)[type]?.[0];
      if (!way) throw new Error(`expected a way to ${type}; teach access-paths.ts`);
      await expectWords(questions(field, (selection) => way.replace('…', selection)));
    },
  );

  it('leaves the server ready to sell', async () => {
    expect((await fetch(`${server.client.url}/health/ready`)).status).toBe(200);
  });

  /** A field with one argument after the other spoiled, wrapped in the way that leads to it. */
  function questions(field: Field, wrap: (selection: string) => string): Question[] {
    const below = isCompositeType(getNamedType(field.type)) ? '{ __typename }' : '';
    const declared = field.args.map((argument) => `$${argument.name}: ${argument.type}`).join(', ');
    const passed = field.args.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
    const query = `query(${declared}) { ${wrap(`${field.name}(${passed}) ${below}`)} }`;
    const good = { from: '2026-01-01T00:00:00.000Z', to: '2036-01-01T00:00:00.000Z' };
    return field.args.flatMap((argument) =>
      [...spoiled(argument.type, undefined, argument.name)].map(
        ([what, value]): Question => [what, () => admin.send(query, { ...good, [argument.name]: value })],
      ),
    );
  }
});

type Question = readonly [what: string, ask: () => Promise<Answer<object>>];

/** Asks everything and expects that each answer is a refusal in words, or an answer. */
async function expectWords(
  questions: readonly Question[],
  faultOf: (answer: Answer<object>) => string | undefined = faultAtTheTop,
): Promise<void> {
  expect(questions.length).toBeGreaterThan(0);
  const faults: string[] = [];
  const left = [...questions];
  const askOnAndOn = async () => {
    for (let question = left.shift(); question; question = left.shift()) {
      const [what, ask] = question;
      const fault = faultOf(await ask());
      if (fault) faults.push(`${what}: ${fault}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, askOnAndOn));
  expect(faults).toEqual([]);
}

function faultAtTheTop({ status, errors = [], data }: Answer<object>): string | undefined {
  const codes = errors.map((error) => error.extensions?.code ?? 'none');
  if (status >= 500 || codes.some((code) => !mayBeAnswered.has(code)))
    return `${status} ${JSON.stringify(errors)}`;
  const words = JSON.stringify([errors, data]);
  return inside.test(words) ? `tells too much: ${words.slice(0, 300)}` : undefined;
}

/** A userError names the input at fault by its path inside of the input, or none. */
function faultOfPayload(answer: Answer<object>, inputNames: ReadonlySet<string>): string | undefined {
  const payload = Object.values(answer.data ?? {})[0] as Partial<Refusable> | null | undefined;
  const strange = payload?.userErrors?.find(({ field }) => field && !inputNames.has(field[0] ?? ''));
  return faultAtTheTop(answer) ?? (strange && `expected a path inside of the input, got ${strange.field}`);
}

function keyOf(input: object): object {
  return { idempotencyKey: (input as { idempotencyKey?: unknown }).idempotencyKey };
}
