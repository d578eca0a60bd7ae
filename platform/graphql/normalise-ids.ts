import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  GraphQLID,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { isId } from '../kernel/ids.ts';

type Arguments = Readonly<Record<string, unknown>>;
type Reader = (value: unknown) => unknown;

/**
 * Wraps the resolver of every field that takes identifiers, at whatever depth of its arguments, so that it gets them
 * in the one form in which they are stored: UUIDs in lower case. Whatever else stands where an ID is asked for
 * is left as it is. What is compared, hashed or looked up behind this line needs no care for case.
 */
export function normaliseIds(schema: GraphQLSchema): void {
  const known = new Map<GraphQLInputType, Reader | null>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) wrap(field, known);
  }
}

function wrap(field: GraphQLField<unknown, unknown>, known: Map<GraphQLInputType, Reader | null>): void {
  const readers = field.args.flatMap(({ name, type }) => {
    const read = readerOf(type, known);
    return read ? [{ name, read }] : [];
  });
  if (readers.length === 0) return;
  const wrapped =
    (resolve: GraphQLFieldResolver<unknown, unknown>): GraphQLFieldResolver<unknown, unknown> =>
    (source, args: Arguments, context, info) =>
      resolve(source, withRead(args, readers), context, info);
  if (field.subscribe) field.subscribe = wrapped(field.subscribe);
  field.resolve = wrapped(field.resolve ?? defaultFieldResolver);
}

/** How values of a type are read; null where there is no identifier in them. */
function readerOf(type: GraphQLInputType, known: Map<GraphQLInputType, Reader | null>): Reader | null {
  const cached = known.get(type);
  if (cached !== undefined) return cached;
  // Until it is known: an input type may contain itself, and is then asked when a value is there.
  known.set(type, (value) => known.get(type)?.(value));
  const reader = makeReader(type, known);
  known.set(type, reader);
  return reader;
}

function makeReader(type: GraphQLInputType, known: Map<GraphQLInputType, Reader | null>): Reader | null {
  if (isNonNullType(type)) return readerOf(type.ofType, known);
  if (isListType(type)) {
    const read = readerOf(type.ofType, known);
    return read && ((value) => (Array.isArray(value) ? value.map(read) : value));
  }
  if (isInputObjectType(type)) {
    const readers = Object.values(type.getFields()).flatMap((field) => {
      const read = readerOf(field.type, known);
      return read ? [{ name: field.name, read }] : [];
    });
    return readers.length === 0 ? null : (value) => (isObject(value) ? withRead(value, readers) : value);
  }
  if (type === GraphQLID) return lowerCase;
  // What federation asks entities by: an object with the fields of a key, which in Parterre is `id`.
  if (type.name === '_Any') {
    const readers = [{ name: 'id', read: lowerCase }];
    return (value) => (isObject(value) ? withRead(value, readers) : value);
  }
  return null;
}

function withRead(
  values: Arguments,
  readers: readonly { readonly name: string; readonly read: Reader }[],
): Arguments {
  let read = values;
  for (const { name, read: reader } of readers) {
    const value = values[name];
    const normal = value === undefined || value === null ? value : reader(value);
    if (normal !== value) read = { ...read, [name]: normal };
  }
  return read;
}

function lowerCase(value: unknown): unknown {
  return typeof value === 'string' && /[A-F]/.test(value) && isId(value) ? value.toLowerCase() : value;
}

function isObject(value: unknown): value is Arguments {
  return typeof value === 'object' && value !== null;
}
