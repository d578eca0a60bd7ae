/**
 * Runs the federation audit of The Guild against stock @apollo/gateway and Parterre's executor:
 *
 *   git clone https://github.com/graphql-hive/federation-gateway-audit /tmp/audit
 *   node bench/federation-audit/run.ts /tmp/audit [--suite keys-mashup] [--show]
 *
 * The subgraphs run in this process. Prints passed of all for each engine and what fails by name; with --show
 * also what was expected and what came. `docs/federation-audit.md` says whose fault each is.
 */
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type FormattedExecutionResult, parse } from 'graphql';
import { asSubscriptions } from './as-subscriptions.ts';
import type { AuditEngine, AuditedGraph } from './engine.ts';
import { parterreEngines } from './parterre-engine.ts';
import { type AuditCase, type AuditSuite, readSuites } from './read-suites.ts';
import { stockEngine } from './stock-engine.ts';

// Read by the constructor of ApolloGateway; without it the process reports to Apollo.
process.env.APOLLO_TELEMETRY_DISABLED = '1';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { suite: { type: 'string' }, show: { type: 'boolean', default: false } },
});
const [checkout] = positionals;
if (!checkout) {
  console.error('expected the path of a checkout of graphql-hive/federation-gateway-audit');
  process.exit(1);
}
const suites = (await readSuites(checkout)).filter(({ id }) => !options.suite || id === options.suite);

for (const engine of [stockEngine, ...parterreEngines]) await audit(engine, engine.name, suites);

const { able, unable } = composable(suites.flatMap((suite) => asSubscriptions(suite) ?? []));
for (const { id, cases } of unable) {
  console.log(`Not asked as subscriptions: ${id} (${cases().length}), it does not compose with them.`);
}
for (const engine of parterreEngines) await audit(engine, `subscriptions, ${engine.name}`, able);

async function audit(engine: AuditEngine, title: string, audited: readonly AuditSuite[]): Promise<void> {
  const failed: string[] = [];
  let all = 0;
  for (const suite of audited) {
    const graph = graphOf(suite);
    const open = await engine.open(graph);
    // One after another, in their order: some cases of a suite build on those before.
    for (const [index, one] of suite.cases().entries()) {
      const name = `${suite.id}_${index}`;
      const seen = await open.ask(one.query).catch(asResult);
      all += 1;
      if (isExpected(seen, one)) continue;
      failed.push(name);
      if (options.show) show(name, one, seen);
    }
    await open.close();
  }
  console.log(`${title}: ${all - failed.length} of ${all}`);
  for (const name of failed) console.log(`  fails: ${name}`);
}

/** As the audit judges: the data, and whether there are errors where it says so. Compared as JSON. */
function isExpected(seen: FormattedExecutionResult, { expected }: AuditCase): boolean {
  const { data = null, errors = [] } = asJson(seen);
  const hasErrors = (errors ?? []).length > 0;
  return (
    isDeepStrictEqual(data, asJson({ data: expected.data ?? null }).data) &&
    (typeof expected.errors !== 'boolean' || expected.errors === hasErrors)
  );
}

function asJson<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

function asResult(error: unknown): FormattedExecutionResult {
  return { errors: [{ message: error instanceof Error ? error.message : String(error) }] };
}

function show(name: string, { query, expected }: AuditCase, seen: FormattedExecutionResult): void {
  console.log(`${name}${query}\nexpected ${JSON.stringify(expected)}\ngot      ${JSON.stringify(seen)}\n`);
}

function composable(candidates: readonly AuditSuite[]): { able: AuditSuite[]; unable: AuditSuite[] } {
  const { able = [], unable = [] } = Object.groupBy(candidates, (suite) =>
    compose(suite).supergraphSdl ? 'able' : 'unable',
  );
  return { able, unable };
}

type Resolvers = Exclude<Parameters<typeof buildSubgraphSchema>[0], { kind: string } | readonly unknown[]>;

function graphOf(suite: AuditSuite): AuditedGraph {
  const { supergraphSdl, errors } = compose(suite);
  if (!supergraphSdl) throw new AggregateError(errors ?? [], `expected the suite ${suite.id} to compose`);
  const schemas = suite.subgraphs.map(({ name, typeDefs, resolvers }) => {
    const schema = buildSubgraphSchema({ typeDefs: parse(typeDefs), resolvers } as Resolvers);
    return [name, schema] as const;
  });
  return { supergraphSdl, schemas: new Map(schemas) };
}

function compose({ subgraphs }: AuditSuite): ReturnType<typeof composeServices> {
  return composeServices(
    subgraphs.map(({ name, typeDefs }) => ({ name, typeDefs: parse(typeDefs), url: `in-process:${name}` })),
  );
}
