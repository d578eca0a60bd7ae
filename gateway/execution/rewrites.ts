import type { FetchDataRewrite } from '@apollo/query-planner';
import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from 'graphql';
import { type Data, isObject, readProperty, writeProperty } from './generated-code.ts';

/** Changes data on the way into a subgraph or out of it, as the plan says. */
export type Rewrite = (value: unknown) => void;

const FRAGMENT = '... on ';

/**
 * The planner gives a field another name where two would clash, and calls an entity by its interface where a
 * subgraph knows no more of it (@interfaceObject). What it changed it says as rewrites.
 *
 * @param schema the full schema: rewrites name what the public does not see
 */
export function compileRewrites(
  schema: GraphQLSchema,
  rewrites: readonly FetchDataRewrite[] | undefined,
): Rewrite | undefined {
  if (!rewrites || rewrites.length === 0) return undefined;
  const compiled = rewrites.map((rewrite) => compileRewrite(schema, rewrite));
  return (value) => {
    for (const rewrite of compiled) rewrite(value);
  };
}

function compileRewrite(schema: GraphQLSchema, rewrite: FetchDataRewrite): Rewrite {
  const last = rewrite.path.at(-1);
  if (last === undefined || last.startsWith(FRAGMENT)) {
    throw new Error(`expected a rewrite to end at a field, got the path ${rewrite.path.join('/')}`);
  }
  const change = (object: Data): void => {
    if (rewrite.kind === 'ValueSetter') {
      writeProperty(object, last, rewrite.setValueTo);
      return;
    }
    const value = readProperty(object, last);
    if (value === undefined) return;
    writeProperty(object, rewrite.renameKeyTo, value);
    writeProperty(object, last, undefined);
  };
  const elements = rewrite.path.slice(0, -1);

  const walk = (value: unknown, depth: number): void => {
    if (Array.isArray(value)) {
      for (const item of value) walk(item, depth);
      return;
    }
    if (!isObject(value)) return;
    const element = elements[depth];
    if (element === undefined) change(value);
    else if (!element.startsWith(FRAGMENT)) walk(readProperty(value, element), depth + 1);
    else if (fits(schema, value.__typename, element.slice(FRAGMENT.length))) walk(value, depth + 1);
  };
  return (value) => walk(value, 0);
}

/** Without a name the planner was sure of the type. */
function fits(schema: GraphQLSchema, name: unknown, condition: string): boolean {
  return typeof name !== 'string' || isOfType(schema, name, condition);
}

/** Whether a type, which may itself be an interface, fits a type condition. */
export function isOfType(schema: GraphQLSchema, name: string, condition: string): boolean {
  if (name === condition) return true;
  const type = schema.getType(name);
  const conditional = schema.getType(condition);
  if (!isAbstractType(conditional)) return false;
  return (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(conditional, type);
}
