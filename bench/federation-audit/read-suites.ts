import { existsSync, readdirSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** A subgraph of a suite as its file declares it. */
export interface AuditedSubgraph {
  readonly name: string;
  readonly typeDefs: string;
  readonly resolvers: Readonly<Record<string, unknown>>;
}

export interface AuditCase {
  readonly query: string;
  readonly expected: {
    readonly data?: unknown;
    /** Whether there must be errors; without it there may be some. */
    readonly errors?: boolean;
  };
}

export interface AuditSuite {
  readonly id: string;
  readonly subgraphs: readonly AuditedSubgraph[];
  /** Some suites make new cases each time, for they leave traces in their data. */
  cases(): readonly AuditCase[];
}

/** What a suite's index.ts exports by the stand-in for src/supergraph.ts. */
interface Declared {
  readonly id: string;
  readonly subgraphs: readonly AuditedSubgraph[];
  readonly tests: readonly AuditCase[] | (() => readonly AuditCase[]);
}

/**
 * The audit serves its subgraphs over HTTP with libraries that Parterre does not have. These two modules take
 * the place of its own and only hand out what was declared.
 */
const standIns: Readonly<Record<string, string>> = {
  'src/subgraph.ts': 'export const createSubgraph = (name, schema) => ({ name, ...schema });',
  'src/supergraph.ts': 'export const serve = (id, subgraphs, tests) => ({ id, subgraphs, tests });',
};

/**
 * Reads the suites from a checkout of https://github.com/graphql-hive/federation-gateway-audit, which needs no
 * installing.
 *
 * @throws Error when the folder is no such checkout
 */
export async function readSuites(checkout: string): Promise<readonly AuditSuite[]> {
  const root = resolve(checkout);
  const folder = join(root, 'src', 'test-suites');
  if (!existsSync(folder)) {
    throw new Error(
      `expected a checkout of graphql-hive/federation-gateway-audit in ${root}, got no ${folder}`,
    );
  }
  const hooks = hookInto(root);
  try {
    return await Promise.all(
      readdirSync(folder)
        .sort()
        .map(async (suite) => read(join(folder, suite, 'index.ts'))),
    );
  } finally {
    hooks.deregister();
  }
}

async function read(file: string): Promise<AuditSuite> {
  const { default: declared } = (await import(pathToFileURL(file).href)) as { default: Declared };
  const { id, subgraphs, tests } = declared;
  return { id, subgraphs, cases: () => (typeof tests === 'function' ? tests() : tests) };
}

/** Lets Node.js run the checkout as it is: "./x.js" means x.ts there, and libraries are taken from here. */
function hookInto(root: string): { deregister(): void } {
  const home = pathToFileURL(`${root}/`).href;
  return registerHooks({
    resolve(specifier, context, next) {
      if (!context.parentURL?.startsWith(home)) return next(specifier, context);
      if (!specifier.startsWith('.')) return next(specifier, { ...context, parentURL: import.meta.url });
      return next(specifier.replace(/\.js$/, '.ts'), context);
    },
    load(url, context, next) {
      const path = url.startsWith(home) ? fileURLToPath(url).slice(root.length + 1) : '';
      const source = standIns[path];
      return source ? { format: 'module', source, shortCircuit: true } : next(url, context);
    },
  });
}
