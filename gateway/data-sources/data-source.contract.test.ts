import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createBudget } from '@parterre/platform/graphql/budget.ts';
import { serviceUnavailable } from '@parterre/platform/graphql/errors.ts';
import { inProcess } from '@parterre/platform/graphql/in-process.ts';
import { anonymous, type Caller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { type AskedSubgraph, createAskedSubgraph } from '@parterre/platform/testing/asked-subgraph.ts';
import { until } from '@parterre/platform/testing/until.ts';
import { type ExecutionResult, parse } from 'graphql';
import type { DataSource, SubgraphRequest } from '../data-source.ts';
import { openRemote } from '../testing/remote-subgraphs.ts';

interface Opened {
  readonly source: DataSource;
  close(): Promise<void>;
}

/** Every kind of data source, in front of the same subgraph. */
const kinds: Readonly<Record<string, (subgraph: AskedSubgraph) => Promise<Opened>>> = {
  'in this process': async ({ server }) => ({ source: inProcess(server), close: async () => {} }),

  elsewhere: ({ server, serviceTokens }) => openRemote(server, serviceTokens),
  'elsewhere, in two replicas': ({ server, serviceTokens }) => openRemote(server, serviceTokens, 2),
};

const user: Caller = { kind: 'user', userId: newId<'User'>(), role: 'ADMIN', sessionId: newId() };
const budgetOf = (milliseconds = 60_000) => createBudget({ nodes: 1e6, bytes: 1e9, milliseconds });

function request(
  text: string,
  changed: Partial<SubgraphRequest> & { identity?: Caller } = {},
): SubgraphRequest {
  const { identity = anonymous, ...others } = changed;
  return {
    document: parse(text),
    text,
    variables: {},
    caller: { scope: 'anyone', identity, address: '203.0.113.7' },
    budget: budgetOf(),
    ...others,
  };
}

describe.each(Object.entries(kinds))('a data source of a subgraph %s', (_kind, open) => {
  const subgraph = createAskedSubgraph();
  let source: DataSource;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ source, close } = await open(subgraph));
  });
  afterAll(() => close());

  const ask = async (text: string, changed?: Parameters<typeof request>[1]) =>
    plain(await source.execute(request(text, changed)));

  it('has the name of its subgraph', () => expect(source.name).toBe('asked'));

  it('answers for the caller, from the address, with variables as they were sent', async () => {
    const text = 'query A { patience } query B($text: String) { caller address echo(text: $text) }';
    const changed = { identity: user, operationName: 'B', variables: { text: '"ö"\n' } };
    expect(await ask(text, changed)).toEqual({
      data: { caller: `ADMIN ${user.userId}`, address: '203.0.113.7', echo: '"ö"\n' },
    });
  });

  it('hands on errors with path and code, beside what there is', async () => {
    expect(await ask('{ caller usersOnly }')).toMatchObject({
      data: { caller: 'anonymous', usersOnly: null },
      errors: [{ path: ['usersOnly'], extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });

  it('says nothing of the inside of a subgraph that fails', async () => {
    const { errors = [] } = await ask('{ broken unavailable }');
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual([
      'INTERNAL_SERVER_ERROR',
      'SERVICE_UNAVAILABLE',
    ]);
    expect(JSON.stringify(errors)).not.toMatch(/10\.0\.0\.7|\/srv/);
  });

  it.each(['{ unheardOf }', '{ many(count: "three") }', '{'])('does not reject for %s', async (text) => {
    const document = text === '{' ? parse('fragment F on Query { caller }') : parse(text);
    const { data, errors } = await ask('{ caller }', { document, text });
    expect([data ?? null, typeof errors?.[0]?.extensions?.code]).toEqual([null, 'string']);
  });

  it('answers large lists whole', async () => {
    const { data } = await ask('{ many(count: 100000) }');
    expect(data?.many).toEqual(Array.from({ length: 100_000 }, (_, at) => at));
  });

  it('runs a mutation once', async () => {
    const before = subgraph.additions;
    expect(await ask('mutation { add }')).toEqual({ data: { add: before + 1 } });
    expect(subgraph.additions).toBe(before + 1);
  });

  it('gives the subgraph no more time than is left, and answers the fault when it is over', async () => {
    const { data } = await ask('{ patience }', { budget: budgetOf(5_000) });
    expect(data?.patience).toBeGreaterThan(0);
    expect(data?.patience).toBeLessThanOrEqual(5_000);
    let within: Awaited<ReturnType<AskedSubgraph['nextNever']>> | undefined;
    void subgraph.nextNever().then((budget) => {
      within = budget;
    });
    // On a busy machine the first deadlines may pass before anything is sent.
    for (let milliseconds = 30; !within; milliseconds *= 2) {
      const { errors } = await ask('{ never }', { budget: budgetOf(milliseconds) });
      expect(errors?.[0]?.extensions?.code).toBe('DEADLINE_EXCEEDED');
    }
    const budget = within;
    await until('the end of the work', () => budget.hasEnded);
  });

  it('ends the work of the subgraph when nobody waits any more', async () => {
    const budget = budgetOf();
    const asked = subgraph.nextNever();
    const answer = ask('{ never }', { budget });
    const within = await asked;
    budget.abort(serviceUnavailable('the client has gone'));
    expect((await answer).errors?.[0]?.message).toBe('the client has gone');
    await until('the end of the work', () => within.hasEnded);
  });

  it('asks nothing when the budget has ended before', async () => {
    const budget = budgetOf();
    budget.abort(serviceUnavailable('the client has gone'));
    const before = subgraph.additions;
    expect((await ask('mutation { add }', { budget })).errors?.[0]?.message).toBe('the client has gone');
    expect(subgraph.additions).toBe(before);
  });

  it('streams events in order with their cursors, from where the reader has got to', async () => {
    const stream = await opened('subscription { ticks { text } }');
    await until('a reader', () => subgraph.readers === 1);
    for (const text of ['a', 'b', 'c']) subgraph.tick(text);
    const events = await take(stream, 3);
    expect(events.map(({ data }) => data)).toEqual(['a', 'b', 'c'].map((text) => ({ ticks: { text } })));
    await stream.return?.();
    await until('no reader', () => subgraph.readers === 0);
    const since = String(events[0]?.extensions?.cursor);
    const text = 'subscription ($since: String) { ticks(since: $since) { text } }';
    const later = await opened(text, { variables: { since } });
    expect((await take(later, 2)).map(({ data }) => data)).toEqual(events.slice(1).map(({ data }) => data));
    await later.return?.();
  });

  it('ends a stream for its subgraph when its budget ends', async () => {
    const budget = budgetOf();
    const stream = await opened('subscription { ticks { text } }', { budget });
    await until('a reader', () => subgraph.readers === 1);
    const next = stream.next();
    budget.abort(serviceUnavailable('nobody reads any more'));
    expect((await next).done).toBe(true);
    await until('no reader', () => subgraph.readers === 0);
  });

  it.each([
    ['nobody is signed in', 'subscription { usersTicks { text } }'],
    ['the field is unknown', 'subscription { unheardOf }'],
  ])('tells why a subscription does not start: %s', async (_why, text) => {
    const answer = await source.subscribe(request(text));
    const results = 'next' in answer ? await take(answer, 2) : [answer];
    expect(results).toHaveLength(1);
    expect(results[0]?.data).toBeUndefined();
    expect(typeof results[0]?.errors?.[0]?.extensions.code).toBe('string');
    expect(subgraph.readers).toBe(0);
  });

  it('shares nothing between subscriptions but the way there', async () => {
    const [first, second] = await Promise.all([
      opened('subscription { ticks { text } }'),
      opened('subscription { usersTicks { text } }', { identity: user }),
    ]);
    await until('two readers', () => subgraph.readers === 2);
    await first.return?.();
    await until('one reader', () => subgraph.readers === 1);
    subgraph.tick('for one');
    expect(await take(second, 1)).toMatchObject([{ data: { usersTicks: { text: 'for one' } } }]);
    await second.return?.();
  });

  async function opened(text: string, changed?: Parameters<typeof request>[1]) {
    const stream = await source.subscribe(request(text, changed));
    if ('next' in stream) return stream;
    throw new AggregateError(stream.errors ?? [], 'expected a stream');
  }
});

/** The next results, or fewer when it ends. */
async function take(stream: AsyncIterator<ExecutionResult>, count: number): Promise<ExecutionResult[]> {
  const taken: ExecutionResult[] = [];
  while (taken.length < count) {
    const step = await stream.next();
    if (step.done) break;
    taken.push(step.value);
  }
  return taken;
}

/** As it would be written. */
function plain(result: ExecutionResult): ExecutionResult {
  return JSON.parse(JSON.stringify(result));
}
