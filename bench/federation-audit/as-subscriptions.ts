import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  OperationTypeNode,
  parse,
  print,
  visit,
} from 'graphql';
import type { AuditCase, AuditedSubgraph, AuditSuite } from './read-suites.ts';

/**
 * The same suite with every root field of its queries as a subscription that emits once what the query would
 * have answered, so that "event of one subgraph, completed by the others" meets all that the audit knows of
 * entities, interfaces and @requires. Left out are mutations, and queries of no, several or conditional root
 * fields, for a subscription has exactly one. Null when no case remains.
 */
export function asSubscriptions(suite: AuditSuite): AuditSuite | null {
  const cases = () => suite.cases().flatMap((one) => asSubscription(one) ?? []);
  if (cases().length === 0) return null;
  const owners = ownersOf(suite.subgraphs);
  return {
    id: suite.id,
    subgraphs: suite.subgraphs.map((subgraph) =>
      withSubscriptions(subgraph, (field) => owners.get(field) === subgraph.name),
    ),
    cases,
  };
}

function asSubscription({ query, expected }: AuditCase): AuditCase | null {
  const document = parse(query);
  const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const [operation] = operations;
  if (operations.length !== 1 || operation?.kind !== Kind.OPERATION_DEFINITION) return null;
  const [field, ...others] = operation.selectionSet.selections;
  if (operation.operation !== OperationTypeNode.QUERY || field?.kind !== Kind.FIELD || others.length > 0)
    return null;
  if (field.name.value.startsWith('__') || (field.directives ?? []).length > 0) return null;
  const changed = visit(document, {
    OperationDefinition: (node) => ({ ...node, operation: OperationTypeNode.SUBSCRIPTION }),
  });
  return { query: print(changed), expected };
}

/** Directives that mean the same on a field of Subscription. It cannot be @shareable, nor overridden. */
const kept = new Set(['provides', 'inaccessible', 'tag', 'deprecated']);

/** A subscription has one subgraph: of several that answer a query, the one that overrides, or else the first. */
function ownersOf(subgraphs: readonly AuditedSubgraph[]): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  const overriders = new Map<string, string>();
  for (const { name, typeDefs } of subgraphs) {
    for (const field of queryFields(parse(typeDefs))) {
      const has = (directive: string) => field.directives?.some((one) => one.name.value === directive);
      if (has('external')) continue;
      if (has('override')) overriders.set(field.name.value, name);
      if (!owners.has(field.name.value)) owners.set(field.name.value, name);
    }
  }
  return new Map([...owners, ...overriders]);
}

function withSubscriptions(subgraph: AuditedSubgraph, owns: (field: string) => boolean): AuditedSubgraph {
  const document = parse(subgraph.typeDefs);
  const fields = queryFields(document).filter(({ name }) => owns(name.value));
  if (fields.length === 0) return subgraph;
  const definition = {
    kind: Kind.OBJECT_TYPE_DEFINITION,
    name: { kind: Kind.NAME, value: 'Subscription' },
    fields: fields.map((field) => ({ ...field, directives: field.directives?.filter(isKept) ?? [] })),
  } as const;
  const queries = (subgraph.resolvers.Query ?? {}) as Record<string, Resolver | undefined>;
  return {
    ...subgraph,
    typeDefs: print({ ...document, definitions: [...document.definitions, definition] }),
    resolvers: {
      ...subgraph.resolvers,
      Subscription: Object.fromEntries(
        fields.map(({ name }) => [name.value, emittingOnce(queries[name.value])]),
      ),
    },
  };
}

type Resolver = (source: unknown, args: object, context: unknown, info: unknown) => unknown;

function emittingOnce(resolver: Resolver | undefined) {
  return {
    async *subscribe(...asked: Parameters<Resolver>) {
      yield { value: await resolver?.(...asked) };
    },
    resolve: ({ value }: { value: unknown }) => value,
  };
}

function isKept({ name }: ConstDirectiveNode): boolean {
  return kept.has(name.value);
}

function queryFields(document: DocumentNode): readonly FieldDefinitionNode[] {
  return document.definitions.flatMap((definition) =>
    (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION) &&
    definition.name.value === 'Query'
      ? (definition.fields ?? [])
      : [],
  );
}
