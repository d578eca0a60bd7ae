import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { page } from '../pages.ts';
import { asPage, connectSources, type Policy } from '../security-headers.ts';
import { etagOf, isKnown } from '../validators.ts';

/*
 * GraphiQL from npm, served by ourselves. The package offers one page with everything inline; here its parts
 * are files, so that the page needs no inline script and its workers no blob. The page reaches this host and
 * nothing else: what one types into it goes nowhere but to the API.
 */

/** What runs in the page. Headers that one types, tokens among them, are forgotten with the tab. */
const start = `
import { createClient } from '/graphiql/client.js';

const endpoint = '/graphql';

async function ask(params, headers) {
  const accept = 'application/graphql-response+json, application/json';
  const response = await fetch(endpoint, {
    method: 'POST',
    credentials: 'omit',
    headers: { accept, ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(params),
  });
  return response.json();
}

// Each has a socket of its own, which signs in with the headers that are typed by then.
function subscribe(params, headers) {
  const url = location.origin.replace(/^http/, 'ws') + endpoint;
  return createClient({ url, connectionParams: headers }).iterate(params);
}

function isSubscription(document, name) {
  return document?.definitions.some(
    (each) => each.operation === 'subscription' && (!name || each.name?.value === name),
  );
}

self.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl: (_module, label) =>
    '/graphiql/' + (label === 'json' || label === 'graphql' ? label : 'editor') + '-worker.js',
};
YogaGraphiQL.renderYogaGraphiQL(document.querySelector('#root'), {
  title: 'Parterre GraphiQL',
  shouldPersistHeaders: false,
  fetcher: (params, { headers, documentAST } = {}) =>
    (isSubscription(documentAST, params.operationName) ? subscribe : ask)(params, headers),
});
`;

const graphiqlPage = page(
  'Parterre GraphiQL',
  `<div id="root"></div>
    <noscript>GraphiQL needs JavaScript. The API is at /graphql: send a POST.</noscript>
    <script src="/graphiql/graphiql.js"></script>
    <script type="module" src="/graphiql/start.js"></script>`,
  '<link rel="icon" href="data:,"><link rel="stylesheet" href="/graphiql/graphiql.css">',
);

const javascript = 'text/javascript; charset=utf-8';

interface Asset {
  readonly type: string;
  readonly content: Buffer;
  readonly etag: string;
}

/** 9 MB in memory: read when somebody asks for the page first. */
async function readAssets(): Promise<ReadonlyMap<string, Asset>> {
  const graphiql = await import('@graphql-yoga/render-graphiql/graphiql');
  const files: readonly (readonly [name: string, type: string, content: string])[] = [
    ['graphiql.js', javascript, graphiql.js],
    ['graphiql.css', 'text/css; charset=utf-8', graphiql.css],
    ['editor-worker.js', javascript, graphiql.editorWorkerService],
    ['json-worker.js', javascript, graphiql.jsonWorker],
    ['graphql-worker.js', javascript, graphiql.graphqlWorker],
    ['start.js', javascript, start],
    ...(await readSubscriptionClient()),
  ];
  return new Map(
    files.map(([name, type, text]) => {
      const content = Buffer.from(text);
      return [name, { type, content, etag: etagOf(content) }];
    }),
  );
}

/** The client of graphql-ws as its package has it for browsers: one module, and what that imports beside itself. */
async function readSubscriptionClient(): Promise<[name: string, type: string, content: string][]> {
  const folder = dirname(createRequire(import.meta.url).resolve('graphql-ws/client'));
  const client = await readFile(join(folder, 'client.js'), 'utf8');
  const imported = new Set(client.match(/(?<=from '\.\/)[\w-]+\.js(?=')/g));
  const others = [...imported].map(async (name): Promise<[string, string, string]> => {
    return [name, javascript, await readFile(join(folder, name), 'utf8')];
  });
  return [['client.js', javascript, client], ...(await Promise.all(others))];
}

/** GraphiQL at /graphiql, subscriptions over graphql-ws included. */
export function addGraphiql(app: FastifyInstance): void {
  let assets: Promise<ReadonlyMap<string, Asset>> | undefined;
  app.get('/graphiql', async (request, reply) =>
    asPage(reply, graphiqlPolicy(request.raw)).header('cache-control', 'no-cache').send(graphiqlPage),
  );
  app.get<{ Params: { name: string } }>('/graphiql/:name', async (request, reply) => {
    assets ??= readAssets();
    const asset = (await assets).get(request.params.name);
    if (!asset) return reply.callNotFound();
    void reply.header('etag', asset.etag).header('cache-control', 'no-cache');
    if (isKnown(request.headers['if-none-match'], asset.etag)) return reply.code(304).send();
    return reply.type(asset.type).send(asset.content);
  });
}

function graphiqlPolicy(request: Parameters<typeof connectSources>[0]): Policy {
  return {
    'default-src': "'none'",
    'script-src': "'self'",
    'worker-src': "'self'",
    // The editor writes its styles into the page, and its icons are fonts within the style sheet.
    'style-src': "'self' 'unsafe-inline'",
    'font-src': "'self' data:",
    'img-src': "'self' data:",
    'connect-src': connectSources(request),
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
  };
}
