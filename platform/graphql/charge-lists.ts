import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Budget } from './budget.ts';
import { isList, ListWidths } from './list-width.ts';

/** What the engines tell the lists, beside what resolvers read of the context. */
export interface ChargedContext {
  /** What the operation may still use; absent: nothing is charged. */
  readonly budget?: Budget;
  /** Whether graphql-jit runs the operation. */
  readonly isCompiled?: boolean;
}

type Resolver = GraphQLFieldResolver<unknown, ChargedContext>;

/**
 * Lets every list charge what its items will bring, before they are completed: lists are the only thing that
 * multiplies, so nothing grows beyond the budget. Once it is used up, fields with a resolver are neither
 * resolved nor completed: an execution may then never come to its end, so whoever runs it waits for the
 * budget's signal as well. Call it once, after every other wrapping of resolvers.
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
  return (source, args, context, info) =>
    hasEnded(context.budget) ? never() : resolve(source, args, context, info);
}

function chargingList(resolve: Resolver, widths: ListWidths): Resolver {
  return (source, args, context, info) => {
    if (hasEnded(context.budget)) return never();
    const value = resolve(source, args, context, info);
    if (isPromise(value)) return value.then((list) => charged(list, context, info, widths));
    return charged(value, context, info, widths);
  };
}

/** Reading the clock costs as much as a small resolver, so it is read by one call in so many. */
const CALLS_A_LOOK = 32;
let calls = 0;

/**
 * Whether the budget is used up. What a list has paid for is produced later, in microtasks that let no timer
 * through, so the fields look at the clock as well.
 */
function hasEnded(budget: Budget | undefined): boolean {
  if (!budget) return false;
  calls += 1;
  if (calls % CALLS_A_LOOK === 0) return !budget.charge(0);
  return budget.fault !== undefined;
}

/** The list, once it is paid for. What is no list is left to the engine, which has a message for it. */
function charged(value: unknown, context: ChargedContext, info: GraphQLResolveInfo, widths: ListWidths) {
  const { budget } = context;
  if (Array.isArray(value)) {
    if (budget && !budget.charge(1 + (isNested(info) ? itemsIn(value) : value.length) * widths.of(info)))
      return never();
    return context.isCompiled ? withErrorsInPlace(value) : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Symbol.asyncIterator in value) {
    return gatherAsync(value as AsyncIterable<unknown>, context, widths.of(info));
  }
  if (Symbol.iterator in value) return gather(value as Iterable<unknown>, context, widths.of(info));
  return value;
}

function isNested({ returnType }: GraphQLResolveInfo): boolean {
  const list = isNonNullType(returnType) ? returnType.ofType : returnType;
  return isListType(list) && isList(list.ofType);
}

/** How many items a list has; those of the lists that it may be made of. */
function itemsIn(list: readonly unknown[]): number {
  return list.reduce<number>((sum, item) => sum + (Array.isArray(item) ? itemsIn(item) : 1), 0);
}

/** Nobody knows the length of an iterable before its end, so each item is paid for as it comes. */
function gather(items: Iterable<unknown>, context: ChargedContext, width: number): unknown {
  const list: unknown[] = [];
  for (const item of items) {
    if (context.budget && !context.budget.charge(width)) return never();
    list.push(item);
  }
  return context.isCompiled ? withErrorsInPlace(list) : list;
}

async function gatherAsync(items: AsyncIterable<unknown>, context: ChargedContext, width: number) {
  const { budget } = context;
  const source = items[Symbol.asyncIterator]();
  const letGo = () => void Promise.resolve(source.return?.()).catch(() => undefined);
  budget?.watch(letGo);
  const list: unknown[] = [];
  for (let step = await source.next(); !step.done; step = await source.next()) {
    if (budget && !budget.charge(width)) {
      letGo();
      return never();
    }
    list.push(step.value);
  }
  budget?.unwatch(letGo);
  return list;
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
 * What comes of a field when the budget is used up: nothing. Both engines let go of the field and of all below
 * it, without an error for each of thousands of fields; and since it is a promise of its own each time, nobody
 * keeps what waits for it.
 */
function never(): Promise<never> {
  return new Promise(() => {});
}
