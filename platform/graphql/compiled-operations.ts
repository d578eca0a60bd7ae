import {
  BREAK,
  defaultTypeResolver,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  type GraphQLFieldResolver,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type GraphQLTypeResolver,
  getNamedType,
  isAbstractType,
  isInputObjectType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
  Kind,
  parse,
  print,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { BoundedMap } from '../memory/bounded-map.ts';
import type { Operation } from './documents.ts';

/** One run of an operation. */
export interface OperationRun {
  readonly operation: Operation;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
  readonly rootValue?: unknown;
  /** A context of its own for each run; compiled code wants to be known to whoever raises errors in bulk. */
  context(isCompiled: boolean): unknown;
}

export interface Engine {
  /** A plain result when nothing had to be awaited. A promise never rejects but for a bug of the engine. */
  run(run: OperationRun): ExecutionResult | Promise<ExecutionResult>;
}

/** Compiling takes 1 ms and some 40 KiB, an interpreted run of a usual fetch 0.1 ms: the third use shows that it pays. */
const COMPILE_AT_USE = 3;
/** A plan has some five fetches, and a product some twenty operations; the rest is room to spare. */
const MOST_COMPILED = 300;
const MOST_COMPILED_BYTES = 32 * 1024 * 1024;
/** An estimate: a compiled document of ten fields took 41 KiB with its code, its closures and its copy. */
const BYTES_A_FIELD = 4 * 1024;

/**
 * Runs operations: graphql-jit where it does the same as graphql-js, and graphql-js for the rest, which is
 * the first uses of a document, what does not compile, and what compiled code is known to do otherwise.
 */
export function createEngine(schema: GraphQLSchema): Engine {
  const uses = new WeakMap<Operation, number>();
  const unfit = new WeakSet<Operation>();
  const compiled = new BoundedMap<Operation, CompiledQuery>(MOST_COMPILED, {
    max: MOST_COMPILED_BYTES,
    of: (_, operation) => fieldsOf(operation) * BYTES_A_FIELD,
  });

  const compiledFor = (operation: Operation): CompiledQuery | undefined => {
    const known = compiled.get(operation);
    if (known || unfit.has(operation)) return known;
    const count = (uses.get(operation) ?? 0) + 1;
    // One that is forgotten later, for want of room, has to show again that it pays.
    uses.set(operation, count % COMPILE_AT_USE);
    if (count < COMPILE_AT_USE) return undefined;
    const query = isFitForJit(schema, operation) ? compile(schema, operation) : undefined;
    if (query) compiled.set(operation, query);
    else unfit.add(operation);
    return query;
  };

  return {
    run(run) {
      const query = compiledFor(run.operation);
      if (!query) return interpret(schema, run);
      const result = query.query(run.rootValue, run.context(true), run.variables ?? {});
      // Variables that it cannot read are the only reason for no data at all, and nothing has begun then:
      // graphql-js names each of them and its place, and reads the one default that this misses (of `Int! = 1`).
      if (!isPromise(result) && result.data === undefined) return interpret(schema, run);
      return result;
    },
  };
}

function interpret(
  schema: GraphQLSchema,
  { operation, variables, rootValue, context }: OperationRun,
): ExecutionResult | Promise<ExecutionResult> {
  const { document, definition } = operation;
  const args: ExecutionArgs & { options: object } = {
    schema,
    document,
    operationName: definition.name?.value,
    variableValues: variables,
    rootValue,
    contextValue: context(false),
    fieldResolver: plainValue,
    // Each message prints the whole value, so many of them are quadratic.
    options: { maxCoercionErrors: MOST_COERCION_ERRORS },
  };
  return execute(args) as ExecutionResult | Promise<ExecutionResult>;
}

const MOST_COERCION_ERRORS = 10;

/**
 * Reads a field that has no resolver as compiled code does, which neither calls nor awaits what it finds: a
 * field that needs it fails in the first test, and not at the third use of a document.
 */
const plainValue: GraphQLFieldResolver<unknown, unknown> = (source, _args, _context, info) => {
  if (typeof source !== 'object' || source === null) return undefined;
  const value = (source as Readonly<Record<string, unknown>>)[info.fieldName];
  if (typeof value !== 'function' && !isPromise(value)) return value;
  throw new Error(
    `expected a plain value in ${info.parentType.name}.${info.fieldName}, got a ${isPromise(value) ? 'promise' : 'function'}; give the field a resolver`,
  );
};

function compile(schema: GraphQLSchema, { document, definition }: Operation): CompiledQuery | undefined {
  // A copy, because compiling writes notes of its own onto the nodes of a document.
  const copy = parse(print(document), { noLocation: true });
  const query = compileQuery(schema, copy, definition.name?.value, {
    // Thousands of fields may fail at once, and nobody reads the stacks.
    disablingCapturingStackErrors: true,
  });
  return isCompiledQuery(query) ? query : undefined;
}

/**
 * Whether compiled code (graphql-jit 0.8) answers as graphql-js does. It does not
 * - where a variable stands in a literal of a custom scalar, which then arrives without it;
 * - where a default is of a custom scalar, an enum or an input object, which then arrives as JSON;
 * - where an input object contains itself: compiling would not end;
 * - where fields are skipped or included: of 1,243 random documents it answered 89 with fields too many or
 *   too few, because it keeps conditions by field and not by the way that leads there (none of 1,337 without).
 * Subscriptions it does in a way of its own.
 */
export function isFitForJit(schema: GraphQLSchema, { document, definition }: Operation): boolean {
  if (definition.operation === 'subscription') return false;
  for (const { type: typeNode, defaultValue } of definition.variableDefinitions ?? []) {
    const type = typeFromAST(schema, typeNode as Parameters<typeof typeFromAST>[1]);
    if (!type) return false;
    if (defaultValue && (isNonNullType(type) || !isSpecifiedScalarType(getNamedType(type)))) return false;
    if (!isPlainInput(getNamedType(type))) return false;
  }
  let isFit = true;
  const typeInfo = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      VariableDefinition: () => false,
      [Kind.DIRECTIVE]() {
        isFit = false;
        return BREAK;
      },
      [Kind.VARIABLE]() {
        if (typeInfo.getInputType() !== undefined) return undefined;
        isFit = false;
        return BREAK;
      },
    }),
  );
  return isFit;
}

/**
 * Whether values of a type are read as graphql-js does: an input object must not contain itself, or compiling
 * would never end, and its defaults must survive being written as JSON.
 */
function isPlainInput(type: GraphQLNamedType, above: readonly string[] = []): boolean {
  if (!isInputObjectType(type)) return true;
  if (above.includes(type.name)) return false;
  return Object.values(type.getFields()).every((field) => {
    const inner = getNamedType(field.type);
    if (field.defaultValue !== undefined && !isSpecifiedScalarType(inner)) return false;
    return isPlainInput(inner, [...above, type.name]);
  });
}

/**
 * Makes `resolveType` answer nothing instead of throwing, and tells `report`. Engines have an error for a type
 * that is not told; but what is thrown below a promise in compiled code rejects nothing that anybody waits
 * for, and ends the process. Types are told at once: compiled code does not wait for a promise of one.
 */
export function keepTypesFromThrowing(schema: GraphQLSchema, report: (error: unknown) => void): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isAbstractType(type)) continue;
    const resolve: GraphQLTypeResolver<unknown, unknown> = type.resolveType ?? defaultTypeResolver;
    type.resolveType = (value, context, info, abstractType) => {
      try {
        return resolve(value, context, info, abstractType ?? type);
      } catch (error) {
        report(error);
        return undefined;
      }
    };
  }
}

type Representation = Readonly<Record<string, unknown>>;

/**
 * Lets entities that are there at once be answered at once: the library makes two promises for each of them,
 * and with those everything that waits for them, up to the client's answer. Entities of interfaces are left to it.
 */
export function resolveEntitiesAtOnce(schema: GraphQLSchema): void {
  const field = schema.getQueryType()?.getFields()._entities;
  const byLibrary = field?.resolve;
  if (!field || !byLibrary) return;
  const resolvers = new Map<unknown, GraphQLFieldResolver<Representation, unknown>>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (isObjectType(type)) resolvers.set(type.name, entityResolver(type));
  }
  field.resolve = (source, args, context, info) => {
    const representations: readonly Representation[] = args.representations;
    if (!representations.every(({ __typename }) => resolvers.has(__typename))) {
      return byLibrary(source, args, context, info);
    }
    return representations.map((each) => resolvers.get(each.__typename)?.(each, args, context, info));
  };
}

/** Reads `__resolveReference` where the library has put it. */
function entityResolver({
  name,
  extensions,
}: GraphQLObjectType): GraphQLFieldResolver<Representation, unknown> {
  const { subgraph } = (extensions.apollo ?? {}) as { readonly subgraph?: EntityExtensions };
  const resolveReference = subgraph?.resolveReference;
  return (representation, _args, context, info) => {
    const entity = resolveReference ? resolveReference(representation, context, info) : representation;
    return isPromise(entity) ? entity.then((known) => named(known, name)) : namedOrError(entity, name);
  };
}

interface EntityExtensions {
  resolveReference?(representation: Representation, context: unknown, info: GraphQLResolveInfo): unknown;
}

/** What is thrown fails the list; an error as a value fails the one entity, as a promise of it would. */
function namedOrError(entity: unknown, typeName: string): unknown {
  try {
    return named(entity, typeName);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** The entity, which says of what type it is without anybody else seeing that. */
function named(entity: unknown, typeName: string): unknown {
  if (typeof entity !== 'object' || entity === null) return entity;
  if (!('__typename' in entity)) return Object.defineProperty(entity, '__typename', { value: typeName });
  return entity.__typename === typeName ? entity : { ...entity, __typename: typeName };
}

function fieldsOf({ document }: Operation): number {
  let fields = 0;
  visit(document, {
    Field() {
      fields += 1;
    },
  });
  return fields;
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
