import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { describe, expect, it } from '@jest/globals';
import { createLogger } from '@parterre/platform/telemetry/logger.ts';
import { type ExecutionResult, parse } from 'graphql';
import type { DataSource } from '../data-source.ts';
import { createExecutor } from '../execution/create-executor.ts';
import { graphqlJsDataSource } from '../testing/graphql-js-data-source.ts';
import { aContext, admitted } from '../testing/operations.ts';
import { openSupergraph } from './live-supergraph.ts';

const typeDefs = (field: string) => `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Query { ${field}: String, slow: String }
`;

function supergraphWith(field: string, name = 'shop'): string {
  const { supergraphSdl = '' } = composeServices([
    { name, typeDefs: parse(typeDefs(field)), url: 'in-process' },
  ]);
  return supergraphSdl;
}

/** The source of a supergraph with one field after another, and what was logged about it. */
function aSource(field: string) {
  const lines: string[] = [];
  let update: ((sdl: string) => void) | undefined;
  return {
    logger: createLogger({ destination: { write: (line) => lines.push(line) } }),
    logged: () => lines.join(''),
    isWatched: () => update !== undefined,
    send: (sdl: string) => update?.(sdl),
    source: {
      sdl: supergraphWith(field),
      onUpdate(callback: (sdl: string) => void) {
        update = callback;
        return () => {
          update = undefined;
        };
      },
    },
  };
}

const fieldsOf = (live: Awaited<ReturnType<typeof openSupergraph>>) =>
  Object.keys(live.current().apiSchema.getQueryType()?.getFields() ?? {});

describe('a live supergraph', () => {
  it('is the one of the text, when it is a text', async () => {
    const { logger } = aSource('first');
    const live = await openSupergraph(supergraphWith('first'), logger);
    expect(fieldsOf(live)).toEqual(['first', 'slow']);
    await live.stop();
  });

  it('is replaced by each new text, with all that is derived of it', async () => {
    const { source, send, logger, isWatched } = aSource('first');
    const live = await openSupergraph(source, logger);
    const derived = live.derive((supergraph) => supergraph.sdl.includes('second'));
    const heard: boolean[] = [];
    const end = live.onChange(() => heard.push(derived()));
    expect([fieldsOf(live), derived()]).toEqual([['first', 'slow'], false]);
    send(supergraphWith('second'));
    expect([fieldsOf(live), derived(), heard]).toEqual([['second', 'slow'], true, [true]]);
    end();
    send(supergraphWith('third'));
    expect([fieldsOf(live), heard]).toEqual([['third', 'slow'], [true]]);
    await live.stop();
    expect(isWatched()).toBe(false);
  });

  it('stays, and says so, when a new text is no supergraph', async () => {
    const { source, send, logger, logged } = aSource('first');
    const live = await openSupergraph(source, logger);
    send('type Query { second: String }');
    expect(fieldsOf(live)).toEqual(['first', 'slow']);
    expect(logged()).toContain('could not be loaded; the old one stays in use');
    send(supergraphWith('third'));
    expect(fieldsOf(live)).toEqual(['third', 'slow']);
    await live.stop();
  });

  it('stays whole when only a part can be derived of a new one', async () => {
    const { source, send, logger, logged } = aSource('first');
    const live = await openSupergraph(source, logger);
    const admission = live.derive(({ subgraphs }) => subgraphs);
    live.derive(({ subgraphs }) => {
      if (!subgraphs.includes('shop')) throw new Error('expected a data source for the subgraph other');
    });
    send(supergraphWith('second', 'other'));
    expect([admission(), fieldsOf(live)]).toEqual([['shop'], ['first', 'slow']]);
    expect(logged()).toContain('expected a data source for the subgraph other');
    await live.stop();
  });

  it('is refused when the first text is no supergraph', async () => {
    const { logger } = aSource('first');
    const source = { sdl: 'type Query { a: String }', onUpdate: () => () => {} };
    await expect(openSupergraph(source, logger)).rejects.toThrow();
    await expect(openSupergraph(source.sdl, logger)).rejects.toThrow();
  });

  it('lets operations finish that run while it is replaced', async () => {
    const { source, send, logger } = aSource('first');
    const live = await openSupergraph(source, logger);
    const answers: (() => void)[] = [];
    const shop = graphqlJsDataSource(
      'shop',
      buildSubgraphSchema({ typeDefs: parse(typeDefs('first: String, second')) }),
    );
    const dataSource: DataSource = {
      ...shop,
      execute: (request) =>
        new Promise<ExecutionResult>((resolve) => {
          answers.push(() => resolve(shop.execute(request)));
        }),
    };
    const executor = live.derive((supergraph) => createExecutor({ supergraph, dataSources: [dataSource] }));
    const ask = (query: string) => executor().execute(admitted(live.current().apiSchema, query), aContext());
    const running = ask('{ first slow }');
    send(supergraphWith('second'));
    const next = ask('{ second slow }');
    for (const answer of answers) answer();
    expect(await running).toEqual({ data: { first: null, slow: null } });
    expect(await next).toEqual({ data: { second: null, slow: null } });
    await live.stop();
  });
});
