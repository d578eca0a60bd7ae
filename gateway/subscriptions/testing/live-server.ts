import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { badUserInput, serviceUnavailable, unauthenticated } from '@parterre/platform/graphql/errors.ts';
import { systemClock } from '@parterre/platform/kernel/clock.ts';
import { createLogger } from '@parterre/platform/telemetry/logger.ts';
import { fastify } from 'fastify';
import {
  buildSchema,
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  getOperationAST,
  getVariableValues,
  Kind,
  parse,
  print,
  validate,
} from 'graphql';
import type { AuthenticatedCaller, Caller } from '../../caller.ts';
import type { DataSource, SubgraphRequest } from '../../data-source.ts';
import type { Engine } from '../engine.ts';
import type { SubscriptionLimits } from '../limits.ts';
import type { Operations } from '../ports.ts';
import { createStreamBudget } from '../stream-budget.ts';
import { type SubscriptionServer, startSubscriptionServer } from '../subscription-server.ts';

/** Numbers that are counted up, with and without cursors, for all and for each caller. */
export const sdl = `
  directive @resumable(argument: String!) on FIELD_DEFINITION
  directive @sameForAll on FIELD_DEFINITION | OBJECT
  directive @join__type(graph: String!) repeatable on OBJECT
  type Query { hello: String text(bytes: Int!): String slow: String }
  type Mutation { act: String }
  type Subscription {
    counted(key: ID!, since: String): Count! @resumable(argument: "since") @sameForAll
    mine(key: ID!, since: String): Count! @resumable(argument: "since")
    plain(key: ID!): Count!
  }
  type Count @join__type(graph: "a") { n: Int! @sameForAll text: String @sameForAll by: String }
`;

interface Watcher {
  tell(): void;
}

/** A subgraph of counters, and what it was asked. */
export class Counters implements DataSource {
  readonly name: string = 'counters';
  readonly #counts = new Map<string, number>();
  readonly #watchers = new Set<Watcher>();
  /** Every subscription that was opened: field, variables, scope of the caller. */
  readonly opened: { readonly field: string; readonly since: unknown; readonly scope: string }[] = [];
  open = 0;
  /** Resolves what `subscribe` waits for before it starts. */
  gate: Promise<void> | undefined;
  epoch = 'e';
  /** Characters that come with every count. */
  padding = 0;

  count(key: string): void {
    this.#counts.set(key, this.of(key) + 1);
    for (const watcher of this.#watchers) watcher.tell();
  }

  of(key: string): number {
    return this.#counts.get(key) ?? 0;
  }

  execute(): ExecutionResult {
    throw new Error('expected nothing to be executed here');
  }

  async subscribe(
    request: SubgraphRequest,
  ): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
    const { field, key, since } = readRequest(request);
    this.opened.push({ field, since, scope: request.caller.scope });
    this.open += 1;
    await this.gate;
    if (key === 'refused') {
      this.open -= 1;
      return { errors: [badUserInput('expected another key')] };
    }
    return this.#stream(field, key, since, request);
  }

  #stream(field: string, key: string, since: unknown, { caller, text: query }: SubgraphRequest) {
    const [epoch, position] = typeof since === 'string' ? since.split('.') : [];
    const isKnown = epoch === this.epoch && Number(position) <= this.of(key);
    let told = isKnown ? Number(position) : -1;
    let reset = typeof since === 'string' && !isKnown;
    let isOver = false;
    let wake = () => {};
    const watcher = { tell: () => wake() };
    this.#watchers.add(watcher);
    const end = () => {
      if (!isOver) this.open -= 1;
      isOver = true;
      this.#watchers.delete(watcher);
      wake();
    };
    const events: AsyncIterableIterator<ExecutionResult, undefined> = {
      next: async () => {
        while (!isOver && told >= this.of(key)) {
          const news = Promise.withResolvers<void>();
          wake = news.resolve;
          await news.promise;
        }
        if (isOver) return { done: true, value: undefined };
        told = this.of(key);
        if (key === 'ending' && told > 1) end();
        const extensions = {
          ...(field === 'plain' ? {} : { cursor: `${this.epoch}.${told}` }),
          ...(reset ? { reset: true } : {}),
        };
        reset = false;
        const text = this.padding > 0 ? { text: 'x'.repeat(this.padding) } : {};
        const by = /\bby\b/.test(query) ? { by: caller.scope } : {};
        const data = { [field]: { n: told, ...by, ...text } };
        return { done: false, value: { data, extensions } };
      },
      async return() {
        end();
        return { done: true, value: undefined };
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
    return events;
  }
}

function readRequest({ document, operationName, variables }: SubgraphRequest) {
  const operation = getOperationAST(document, operationName);
  const field = operation?.selectionSet.selections[0];
  if (field?.kind !== Kind.FIELD) throw new Error('expected a field');
  const valueFor = (name: string): unknown => {
    const value = field.arguments?.find((argument) => argument.name.value === name)?.value;
    if (value?.kind === Kind.VARIABLE) return variables[value.name.value];
    return value?.kind === Kind.STRING ? value.value : undefined;
  };
  return { field: field.name.value, key: String(valueFor('key')), since: valueFor('since') };
}

/** An engine without planner or executor: what is asked of the subgraph is what the client asked. */
export function createFakeEngine(
  source: DataSource,
  text = sdl,
): Engine & Operations & { completed: number; answering: number; slow: PromiseWithResolvers<string> } {
  const schema = buildSchema(text, { assumeValidSDL: true });
  const slow = Promise.withResolvers<string>();
  const rootValue = {
    hello: 'world',
    text: ({ bytes }: { bytes: number }) => 'x'.repeat(bytes),
    slow: () => slow.promise,
    act: 'done',
  };
  const admit: Engine['admission']['admit'] = ({ query, operationName, variables }) => {
    try {
      const document = parse(String(query));
      const name = typeof operationName === 'string' ? operationName : undefined;
      const errors = validate(schema, document);
      const operation = getOperationAST(document, name);
      if (errors.length > 0 || !operation) {
        return { kind: 'refused', errors: errors.length > 0 ? errors : [badUserInput('which one?')] };
      }
      const given = (variables ?? {}) as Readonly<Record<string, unknown>>;
      const values = getVariableValues(schema, operation.variableDefinitions ?? [], given);
      if (values.errors) return { kind: 'refused', errors: values.errors };
      const fragments = document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
      return {
        kind: 'admitted',
        key: JSON.stringify([query, name ?? '']),
        query: String(query),
        document,
        fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
        operation,
        operationName: name,
        variables: given,
        coerced: values.coerced,
        cost: 1,
        nodes: 1,
      };
    } catch (error) {
      if (error instanceof GraphQLError) return { kind: 'refused', errors: [error] };
      throw error;
    }
  };
  const engine = {
    completed: 0,
    answering: 0,
    slow,
    apiSchema: schema,
    fullSchema: schema,
    admission: { admit },
    admit,
    async answer(
      { document, operationName, variables }: Parameters<Operations['answer']>[0],
      { whenGone }: Parameters<Operations['answer']>[1],
    ) {
      engine.answering += 1;
      const gone = Promise.withResolvers<ExecutionResult>();
      whenGone(() => gone.resolve({}));
      const result = execute({ schema, document, operationName, variableValues: variables, rootValue });
      const answer = await Promise.race([result, gone.promise]);
      engine.answering -= 1;
      return answer;
    },
    dataSourceOf: () => source,
    executor: {
      planSubscription: ({ document }: { document: DocumentNode }) => ({
        subgraph: source.name,
        request: (
          { variables, operationName }: Parameters<Operations['answer']>[0],
          { caller, budget }: Pick<SubgraphRequest, 'caller' | 'budget'>,
        ) => ({ document, text: print(document), operationName, variables, caller, budget }),
        async complete(event: ExecutionResult) {
          engine.completed += 1;
          return event.errors ? { errors: event.errors } : { data: event.data };
        },
      }),
    },
  };
  return engine;
}

export const anonymous: Caller = { scope: 'anonymous', identity: null };

/** A user as the token "Bearer <name>[ <milliseconds that it lasts>]" names one. */
function userNamed(name: string, lastsMs = 600_000): AuthenticatedCaller {
  const now = Date.now();
  return {
    scope: `session ${name}`,
    identity: name,
    subject: name,
    sessionId: name,
    issuedAt: new Date(now),
    expiresAt: new Date(now + lastsMs),
  };
}

export interface LiveServer {
  readonly url: string;
  readonly port: number;
  readonly live: SubscriptionServer;
  readonly counters: Counters;
  readonly engine: ReturnType<typeof createFakeEngine>;
  /** Users whose sessions have been ended. */
  readonly ended: Set<string>;
  /** What is awaited before somebody is known. */
  identifying: Promise<void> | undefined;
  /** What an address has used up: nothing more is heard of it. */
  usedUp: 'operations' | 'bytes' | undefined;
  /** TCP connections that are open. */
  connections(): Promise<number>;
  /** Everything that was logged at `error`. */
  errors(): readonly string[];
  stop(): Promise<void>;
}

export async function startLiveServer(limits: Partial<SubscriptionLimits> = {}): Promise<LiveServer> {
  const lines: string[] = [];
  const logger = createLogger({ level: 'debug', destination: { write: (line) => lines.push(line) } });
  const counters = new Counters();
  const engine = createFakeEngine(counters);
  const ended = new Set<string>();
  const state: Pick<LiveServer, 'identifying' | 'usedUp'> = { identifying: undefined, usedUp: undefined };
  const tooMuch = new GraphQLError('expected less', {
    extensions: { code: 'RATE_LIMITED', retryAfterMs: 7_000 },
  });
  const live = startSubscriptionServer({
    engine,
    operations: {
      ...{ admit: engine.admit, answer: engine.answer },
      begin: async () => (state.usedUp === 'operations' ? tooMuch : undefined),
    },
    bytes: async () => (state.usedUp === 'bytes' ? tooMuch : undefined),
    authentication: {
      async identify(authorization) {
        await state.identifying;
        if (authorization === undefined) return anonymous;
        const [, name, lastsMs] = authorization.split(' ');
        if (name === 'outage') throw serviceUnavailable('expected keys, there are none');
        if (!name || name === 'wrong') throw unauthenticated();
        return userNamed(name, lastsMs ? Number(lastsMs) : undefined);
      },
      isEnded: ({ subject }) => subject !== undefined && ended.has(subject),
    },
    anonymous,
    newBudget: createStreamBudget,
    mask: (error) => (error instanceof GraphQLError ? error : new GraphQLError('something went wrong')),
    limits,
    clock: systemClock,
    logger,
  });
  const app = fastify({ forceCloseConnections: true });
  live.addEventStreams(app);
  app.get('/graphql', async () => ({ data: 'no event stream' }));
  app.post('/graphql', async () => ({ data: 'no event stream' }));
  app.server.on('upgrade', live.upgrade);
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  return Object.assign(state, {
    url: `http://127.0.0.1:${port}`,
    port,
    live,
    counters,
    engine,
    ended,
    connections: promisify(app.server.getConnections.bind(app.server)),
    errors: () => lines.filter((line) => /"level":(50|"error")/.test(line)),
    async stop() {
      await live.close();
      await app.close();
    },
  });
}
