import {
  defaultFieldResolver,
  GraphQLError,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isObjectType,
} from 'graphql';
import type { Budget } from './budget.ts';
import { isList, ListWidths } from './list-width.ts';

/** What the engines tell the lists, beside what resolvers read of the context. */
export interface ChargedContext {
  /** What the operation may still use; absent: nothing is charged. */
  readonly budget?: Budget;
  /**
   * Compiled code goes on after an error and makes one for each field, so there a list that may not be
   * produced is empty; whoever called throws the result away, because the budget's fault is set.
   */
  readonly isCompiled?: boolean;
}

type Resolver = GraphQLFieldResolver<unknown, ChargedContext>;

/**
 * Lets every list charge what its items will bring, before they are completed: lists are the only thing that
 * multiplies, so nothing grows beyond the budget. Lists and fields with a resolver of their own do nothing
 * any more once it is used up. Call it once, after every other wrapping of resolvers.
 */
export function chargeLists(schema: GraphQLSchema): void {
  const widths = new ListWidths();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) chargeField(field, widths);
  }
}

function chargeField(field: GraphQLField<unknown, ChargedContext>, widths: ListWidths): void {
  const { resolve } = field;
  if (isList(field.type)) field.resolve = chargingList(resolve ?? defaultFieldResolver, widths);
  else if (resolve) field.resolve = whileBudgetLasts(resolve);
}

function whileBudgetLasts(resolve: Resolver): Resolver {
  return (source, args, context, info) => {
    if (context.budget?.fault) {
      if (context.isCompiled) return null;
      throw ended;
    }
    return resolve(source, args, context, info);
  };
}

function chargingList(resolve: Resolver, widths: ListWidths): Resolver {
  return (source, args, context, info) => {
    const { budget } = context;
    if (budget?.fault) return endList(context);
    const value = resolve(source, args, context, info);
    if (isPromise(value)) return value.then((list) => charged(list, context, info, widths));
    return charged(value, context, info, widths);
  };
}

/** The list, once it is paid for. What is no list is left to the engine, which has a message for it. */
function charged(value: unknown, context: ChargedContext, info: GraphQLResolveInfo, widths: ListWidths) {
  const { budget } = context;
  if (Array.isArray(value)) {
    if (budget && !budget.charge(1 + value.length * widths.of(info))) return endList(context);
    return context.isCompiled ? withErrorsInPlace(value) : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Symbol.asyncIterator in value) {
    return gatherAsync(value as AsyncIterable<unknown>, context, widths.of(info));
  }
  if (Symbol.iterator in value) return gather(value as Iterable<unknown>, context, widths.of(info));
  return value;
}

/** Nobody knows the length of an iterable before its end, so each item is paid for as it comes. */
function gather(items: Iterable<unknown>, context: ChargedContext, width: number): unknown {
  const list: unknown[] = [];
  for (const item of items) {
    if (context.budget && !context.budget.charge(width)) return endList(context);
    list.push(item);
  }
  return context.isCompiled ? withErrorsInPlace(list) : list;
}

async function gatherAsync(items: AsyncIterable<unknown>, context: ChargedContext, width: number) {
  const { budget } = context;
  const source = items[Symbol.asyncIterator]();
  const letGo = () => void Promise.resolve(source.return?.()).catch(() => undefined);
  budget?.signal.addEventListener('abort', letGo, { once: true });
  const list: unknown[] = [];
  for (let step = await source.next(); !step.done; step = await source.next()) {
    if (budget && !budget.charge(width)) {
      letGo();
      return endList(context);
    }
    list.push(step.value);
  }
  budget?.signal.removeEventListener('abort', letGo);
  return list;
}

function endList(context: ChargedContext): readonly unknown[] {
  if (context.isCompiled) return [];
  throw ended;
}

/**
 * Compiled code (graphql-jit 0.8) puts the null for a rejected item at the end of its list instead of in the
 * item's place, so that entities move. An error that is answered as a value it reports in the right place.
 */
function withErrorsInPlace(list: readonly unknown[]): readonly unknown[] {
  if (!list.some(isPromise)) return list;
  return list.map((item) => (isPromise(item) ? item.then(undefined, asError) : item));
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}

/**
 * One error for all lists of all operations, and with a path: graphql-js takes it as located and makes no
 * copy with a stack for each field. Nobody reads it, because the answer is the budget's fault.
 */
const ended = new GraphQLError('the budget of the operation is used up', { path: [] });
