import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { composeServices } from '@apollo/composition';
import { SERVER_ENVIRONMENT, SERVER_FLAGS } from '@parterre/ops/launch/supervise.mjs';
import { parse } from 'graphql';
import { type PinnedProcess, startPinned, startPinnedNode } from '../support/pinned-process.ts';
import { subgraphs } from './graph.ts';

/** A gateway that takes part. */
export interface Contender {
  readonly name: string;
  /** Whether it asks the subgraphs of another process, over HTTP. */
  readonly isRemote: boolean;
  /** Why it cannot take part here, with what would let it; null when it can. */
  readonly missing: string | null;
  start(core: number, subgraphsPort: number): Promise<RunningContender>;
}

export interface RunningContender {
  readonly process: PinnedProcess;
  readonly url: string;
}

const hiveFolder = fileURLToPath(new URL('hive/', import.meta.url));
const { HIVE_ROUTER } = process.env;

export const contenders: readonly Contender[] = [
  {
    name: 'Parterre',
    isRemote: false,
    missing: null,
    start: (core) => started(startServer(core, parterreFile, [localSupergraph()])),
  },
  {
    name: 'Parterre remote',
    isRemote: true,
    missing: null,
    start: (core, port) => started(startServer(core, parterreFile, [remoteSupergraph(port), 'remote'])),
  },
  {
    name: 'stock local',
    isRemote: false,
    missing: null,
    start: (core) => started(startServer(core, stockFile, [localSupergraph()])),
  },
  {
    name: 'stock remote',
    isRemote: true,
    missing: null,
    start: (core, port) => started(startServer(core, stockFile, [remoteSupergraph(port), 'remote'])),
  },
  {
    name: 'Hive Gateway',
    isRemote: true,
    missing: existsSync(`${hiveFolder}node_modules`)
      ? null
      : 'not installed; `npm ci --prefix bench/gateway/hive` lets it take part',
    start: (core, port) =>
      started(startPinnedNode(core, new URL('hive/gateway.mjs', import.meta.url), [remoteSupergraph(port)])),
  },
  {
    name: 'Hive Router',
    isRemote: true,
    missing: HIVE_ROUTER ? null : 'no binary given; HIVE_ROUTER=path lets it take part',
    start: (core, port) => startHiveRouter(HIVE_ROUTER ?? '', core, port),
  },
];

const parterreFile = new URL('contenders/parterre.ts', import.meta.url);
const stockFile = new URL('contenders/stock.ts', import.meta.url);

/** With what the launcher gives to Node, which is good for all of them. */
function startServer(core: number, file: URL, args: readonly string[]): PinnedProcess {
  return startPinned(core, [process.execPath, ...SERVER_FLAGS, file.pathname, ...args], SERVER_ENVIRONMENT);
}

async function started(process: PinnedProcess): Promise<RunningContender> {
  const { url } = await process.message<{ url: string }>();
  return { process, url };
}

/** The supergraph of subgraphs in the gateway's own process, whose addresses nobody asks. */
function localSupergraph(): string {
  return supergraphFile((name) => `in-process:${name}`);
}

function remoteSupergraph(port: number): string {
  return supergraphFile((name) => `http://127.0.0.1:${port}/${name}`);
}

/** Composed here and read from a file there, as in production. */
function supergraphFile(urlOf: (subgraph: string) => string): string {
  const composed = composeServices(
    subgraphs.map(({ name, typeDefs }) => ({ name, typeDefs: parse(typeDefs), url: urlOf(name) })),
  );
  if (!composed.supergraphSdl) {
    throw new AggregateError(composed.errors ?? [], 'expected the subgraphs of the bench to compose');
  }
  const file = join(mkdtempSync(join(tmpdir(), 'parterre-bench-')), 'supergraph.graphql');
  writeFileSync(file, composed.supergraphSdl);
  return file;
}

/** How long a binary may take until it listens. */
const START_PATIENCE_MS = 10_000;

async function startHiveRouter(binary: string, core: number, port: number): Promise<RunningContender> {
  const own = 4_600;
  const process = startPinned(core, [binary], {
    SUPERGRAPH_FILE_PATH: remoteSupergraph(port),
    HOST: '127.0.0.1',
    PORT: String(own),
    LOG_LEVEL: 'error',
    ROUTER_HTTP_WORKERS: '1',
  });
  try {
    await untilListening(`http://127.0.0.1:${own}/health`);
  } catch (error) {
    await process.stop();
    throw error;
  }
  return { process, url: `http://127.0.0.1:${own}/graphql` };
}

async function untilListening(url: string): Promise<void> {
  const deadline = Date.now() + START_PATIENCE_MS;
  while (Date.now() < deadline) {
    const answer = await fetch(url).catch(() => null);
    if (answer) return;
    await pause(50);
  }
  throw new Error(`expected ${url} to answer within ${START_PATIENCE_MS} ms`);
}
