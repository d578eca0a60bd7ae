import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ExecutionResult } from 'graphql';
import { loginOnSocket } from './testing/socket-client.ts';
import { startTestGateway, type TestGateway } from './testing/test-gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.stop());

interface Operation {
  readonly query: string;
  readonly operationName?: string;
  readonly variables?: object;
}
interface Answered {
  readonly body: ExecutionResult;
  /** Where the transport has one. */
  readonly status?: number;
}

/** Each way in which an operation can come. */
const transports: Readonly<Record<string, (operation: Operation) => Promise<Answered>>> = {
  async 'HTTP POST'(operation) {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(operation),
    });
    return { status: response.status, body: (await response.json()) as ExecutionResult };
  },

  async 'HTTP GET'({ query, operationName, variables }) {
    const search = new URLSearchParams({ query });
    if (operationName) search.set('operationName', operationName);
    if (variables) search.set('variables', JSON.stringify(variables));
    const response = await fetch(`${gateway.url}/graphql?${search}`);
    return { status: response.status, body: (await response.json()) as ExecutionResult };
  },

  async 'server-sent events'(operation) {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify(operation),
    });
    // A browser cannot read a stream that was refused, so refusals are told inside of it.
    const [, data = '{}'] = /^data: ?(\{.*)$/m.exec(await response.text()) ?? [];
    return { body: JSON.parse(data) as ExecutionResult };
  },

  async WebSocket(payload) {
    const client = await loginOnSocket(gateway.url);
    client.send({ id: '1', type: 'subscribe', payload });
    const message = await client.next();
    client.close();
    if (message.type !== 'error') return { body: message.payload ?? {} };
    return { body: { errors: message.payload as unknown as ExecutionResult['errors'] } };
  },
};

interface Case extends Operation {
  readonly what: string;
  /** Over HTTP. */
  readonly status?: number;
  readonly codes?: readonly string[];
  readonly message?: RegExp;
  readonly data?: object | null;
}

const deep = `{ event(id: "1") ${'{ self '.repeat(20)}{ id }${'}'.repeat(20)} }`;
const circle = `{ event(id: "1") ${'{ related '.repeat(10)}{ id }${'}'.repeat(10)} }`;
const unknownKeys = Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`k${index}`, 1]));
/** Inline fragments have neither depth nor aliases; these give 3^12 fields. */
const bomb = [
  '{ event(id: "1") { ...F0 } }',
  ...Array.from({ length: 12 }, (_, level) => {
    const next = `...F${level + 1}`;
    return `fragment F${level} on Event { ... on Event { ${next} } ... on Event { ${next} ... on Event { ${next} } } }`;
  }),
  'fragment F12 on Event { title }',
].join(' ');
const cases: readonly Case[] = [
  {
    what: 'a query',
    query: '{ event(id: "1") { title sold } }',
    data: { event: { title: 'title of 1', sold: 6 } },
  },
  {
    what: 'one operation of two',
    query: 'query A { count(first: 1) } query B { count(first: 2) }',
    operationName: 'B',
    data: { count: 2 },
  },
  {
    what: 'a question about the schema',
    query: '{ __type(name: "Filter") { isOneOf inputFields { name } } }',
    data: { __type: { isOneOf: false, inputFields: [{ name: 'title' }, { name: 'after' }] } },
  },
  {
    what: 'one together with another',
    query:
      '{ a: count(first: 1) ...S b: count(first: 2) } fragment S on Query { __schema { queryType { name } } }',
    data: { a: 1, __schema: { queryType: { name: 'Query' } }, b: 2 },
  },
  { what: 'no GraphQL', query: '{ event(', status: 400, codes: ['GRAPHQL_PARSE_FAILED'] },
  {
    what: 'fields that are not there',
    query: '{ evet(id: "1") { id } nonsense }',
    status: 400,
    codes: ['GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_VALIDATION_FAILED'],
  },
  {
    what: 'no such operation',
    query: 'query A { slow } query B { slow }',
    operationName: 'C',
    status: 400,
    codes: ['OPERATION_RESOLUTION_FAILURE'],
  },
  {
    what: 'a variable of the wrong type',
    query: 'query ($n: Int!) { count(first: $n) }',
    variables: { n: 'x' },
    status: 400,
    codes: ['BAD_USER_INPUT'],
    message: /^Variable "\$n" got invalid value "x"/,
  },
  {
    what: 'a variable of a custom scalar',
    query: 'query ($at: DateTime!) { onDay(at: $at) }',
    variables: { at: 'yesterday' },
    status: 400,
    codes: ['BAD_USER_INPUT'],
    message: /^Variable "\$at" got invalid value "yesterday"; .*expected an instant in ISO 8601/,
  },
  {
    what: 'a literal of a custom scalar',
    query: '{ onDay(at: "yesterday") }',
    status: 400,
    codes: ['BAD_USER_INPUT'],
    message: /expected an instant in ISO 8601/,
  },
  {
    what: 'a variable that is missing',
    query: 'query ($n: Int!) { count(first: $n) }',
    status: 400,
    codes: ['BAD_USER_INPUT'],
  },
  { what: 'fields too deep', query: deep, status: 400, codes: ['GRAPHQL_VALIDATION_FAILED'] },
  {
    what: 'an operation that costs too much',
    query: circle,
    status: 400,
    codes: ['BAD_USER_INPUT'],
    message: /^expected an operation that costs at most \d+, estimated \d/,
  },
  {
    what: 'an alias that shadows a key',
    query: '{ event(id: "1") { id: title } }',
    status: 400,
    codes: ['GRAPHQL_VALIDATION_FAILED'],
  },
  {
    what: 'a variable with hundreds of unknown keys',
    query: 'query ($x: Filter) { matching(filter: $x) }',
    variables: { x: unknownKeys },
    status: 400,
    codes: ['BAD_USER_INPUT', 'BAD_USER_INPUT'],
  },
  { what: 'fragments that multiply', query: bomb, status: 400, codes: ['GRAPHQL_VALIDATION_FAILED'] },
  {
    what: 'a subscription that may be skipped',
    query: 'subscription ($i: Boolean = true) { eventChanged(id: "1") @include(if: $i) { id } }',
    status: 400,
    codes: ['BAD_USER_INPUT'],
  },
  {
    what: 'a text that cannot be kept',
    query: 'query ($id: ID!) { event(id: $id) { title } }',
    variables: { id: 'a\0b' },
    status: 400,
    codes: ['BAD_USER_INPUT'],
  },
  {
    what: 'a refusal by a subgraph',
    query: '{ event(id: "1") { title revenue } }',
    codes: ['UNAUTHENTICATED'],
    data: { event: { title: 'title of 1', revenue: null } },
  },
  {
    what: 'a subgraph that fails',
    query: '{ event(id: "1") { broken } }',
    codes: ['INTERNAL_SERVER_ERROR'],
    data: { event: { broken: null } },
  },
];

describe('an operation', () => {
  it.each(cases.map((each) => [each.what, each] as const))(
    'is answered alike over every transport: %s',
    async (_, { query, operationName, variables, status = 200, codes = [], message, data }) => {
      const answers = await Promise.all(
        Object.entries(transports).map(async ([name, ask]) => ({
          name,
          ...(await ask({ query, operationName, variables })),
        })),
      );
      const body: ExecutionResult = answers[0]?.body ?? {};
      for (const answer of answers) {
        expect([answer.name, answer.status ?? status]).toEqual([answer.name, status]);
        expect([answer.name, withoutReference(answer.body)]).toEqual([answer.name, withoutReference(body)]);
      }
      const { errors = [] } = body;
      expect(errors.map(({ extensions }) => extensions?.code)).toEqual(codes);
      expect(body.data).toEqual(data);
      if (data) expect(JSON.stringify(body.data)).toBe(JSON.stringify(data));
      if (message) expect(errors[0]?.message).toMatch(message);
      for (const error of errors) expect(error.message.length).toBeLessThanOrEqual(500);
    },
  );

  it.each(
    cases
      .filter(({ codes, what }) => codes && !/no such|cannot be kept|unknown keys/.test(what))
      .map((each) => [each.what, each] as const),
  )('is told where in the document the fault is: %s', async (_, operation) => {
    const { body } = (await transports['HTTP POST']?.(operation)) ?? { body: {} };
    for (const error of body.errors ?? []) {
      expect(error.locations).toEqual([{ line: 1, column: expect.any(Number) }]);
    }
  });
});

/** Each failure is logged under a reference of its own. */
function withoutReference(body: ExecutionResult): unknown {
  return JSON.parse(JSON.stringify(body).replace(/quote [\w-]+/g, 'quote …'));
}
