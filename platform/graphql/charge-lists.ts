import { setImmediate } from 'node:timers';
import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
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
 * resolved nor completed, and lists end: an execution may then never come to its end, so whoever runs it waits
 * for the budget's signal as well. Lists are also where an execution can pause: see `Pacer`. Call it once, after
 * every other wrapping of resolvers.
 */
export function chargeLists(schema: GraphQLSchema, pacer = new Pacer()): void {
  const lists: Lists = { widths: new ListWidths(), pacer };
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) chargeField(field, lists);
  }
}

interface Lists {
  readonly widths: ListWidths;
  readonly pacer: Pacer;
}

/** How long lists are completed in one go; then others have a turn. A small answer takes less than one. */
const SLICE_MS = 10;

interface Paused {
  readonly budget: Budget;
  goOn(): void;
}

/**
 * Lets an execution pause. Both engines complete lists in loops that nobody can leave, and 400,000 values in
 * them are half a second in which nothing else is heard. So once the present turn of the event loop has lasted
 * for a slice, whatever comes of a list is handed out as promises, which are kept slice by slice, in order.
 */
export class Pacer {
  readonly #sliceMs: number;
  #paused: Paused[] = [];
  #first = 0;
  #sliceEndsAt: number | undefined;
  #isGoingOn = false;

  constructor(sliceMs = SLICE_MS) {
    this.#sliceMs = sliceMs;
  }

  /** Whether the slice is over: what is left has to wait for its turn. */
  get isOver(): boolean {
    const now = performance.now();
    if (this.#sliceEndsAt !== undefined) return now >= this.#sliceEndsAt;
    this.#sliceEndsAt = now + this.#sliceMs;
    // In the next turn a new one begins, unless what was paused goes on in it.
    setImmediate(() => {
      if (!this.#isGoingOn) this.#sliceEndsAt = undefined;
    });
    return false;
  }

  /** What `make` answers, when its turn has come; never once the budget has ended. */
  later<Value>(budget: Budget, make: () => Value | Promise<Value>): Promise<Value> {
    return new Promise((resolve, reject) => {
      this.#paused.push({
        budget,
        goOn() {
          try {
            resolve(make());
          } catch (error) {
            reject(error);
          }
        },
      });
      if (this.#isGoingOn) return;
      this.#isGoingOn = true;
      setImmediate(this.#goOn);
    });
  }

  readonly #goOn = (): void => {
    const endsAt = performance.now() + this.#sliceMs;
    this.#sliceEndsAt = endsAt;
    const step = (): void => {
      const next = this.#take();
      if (!next) {
        this.#isGoingOn = false;
        this.#sliceEndsAt = undefined;
        return;
      }
      next.goOn();
      // Whoever has waited for it goes on in a microtask of their own, before this one.
      if (performance.now() < endsAt) queueMicrotask(step);
      else setImmediate(this.#goOn);
    };
    step();
  };

  /** The next whose operation still runs. */
  #take(): Paused | undefined {
    while (this.#first < this.#paused.length) {
      const next = this.#paused[this.#first];
      this.#first += 1;
      if (next && !next.budget.fault) return next;
    }
    this.#paused = [];
    this.#first = 0;
    return undefined;
  }
}

function chargeField(field: GraphQLField<unknown, ChargedContext>, lists: Lists): void {
  const { resolve } = field;
  if (isList(field.type)) field.resolve = chargingList(resolve ?? defaultFieldResolver, lists);
  else if (resolve) field.resolve = whileBudgetLasts(resolve);
}

function whileBudgetLasts(resolve: Resolver): Resolver {
  return (source, args, context, info) =>
    hasEnded(context.budget) ? never() : resolve(source, args, context, info);
}

function chargingList(resolve: Resolver, lists: Lists): Resolver {
  return (source, args, context, info) => {
    if (hasEnded(context.budget)) return never();
    const value = resolve(source, args, context, info);
    if (isPromise(value)) return value.then((list) => inTurn(list, context, info, lists));
    return inTurn(value, context, info, lists);
  };
}

function inTurn(value: unknown, context: ChargedContext, info: GraphQLResolveInfo, lists: Lists): unknown {
  const { budget } = context;
  // What an iterable does while it is read belongs to the operation that reads it, and so stays where it is.
  const mayWait = budget !== undefined && budget.spentNodes > UNNOTICED_VALUES && Array.isArray(value);
  if (!mayWait || !lists.pacer.isOver) return charged(value, context, info, lists);
  return lists.pacer.later(budget, () => charged(value, context, info, lists));
}

/**
 * An operation that has produced no more takes less than a millisecond, and is not made to wait for others that
 * happen to run in the same turn.
 */
const UNNOTICED_VALUES = 1_000;

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
function charged(value: unknown, context: ChargedContext, info: GraphQLResolveInfo, lists: Lists): unknown {
  const { budget } = context;
  const width = lists.widths.of(info);
  if (Array.isArray(value)) {
    if (budget && !budget.charge(1 + (isNested(info) ? itemsIn(value) : value.length) * width)) {
      return never();
    }
    return paced(value, context, info, lists);
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Symbol.asyncIterator in value) return gatherAsync(value as AsyncIterable<unknown>, context, width);
  if (!(Symbol.iterator in value)) return value;
  const list = gathered(value as Iterable<unknown>, context, width);
  return list ? paced(list, context, info, lists) : never();
}

/** The items as the engine gets them: of a long list of objects, those that come too late in a slice as promises. */
function paced(
  items: readonly unknown[],
  { budget, isCompiled }: ChargedContext,
  { returnType }: GraphQLResolveInfo,
  { pacer }: Lists,
): Iterable<unknown> {
  const list = isCompiled ? withErrorsInPlace(items) : items;
  const isLong = list.length > LONG_LIST && isCompositeType(getNamedType(returnType));
  return budget && isLong ? new PacedList(list, budget, pacer) : list;
}

/** What is shorter is completed in less than a millisecond. */
const LONG_LIST = 64;
/** Looking at the clock costs as much as a small item, so it is done for one in so many. */
const ITEMS_A_LOOK = 16;

/** A list that ends with its budget, and whose items wait for their turn once the slice is over. */
class PacedList implements Iterable<unknown> {
  readonly #items: readonly unknown[];
  readonly #budget: Budget;
  readonly #pacer: Pacer;

  constructor(items: readonly unknown[], budget: Budget, pacer: Pacer) {
    this.#items = items;
    this.#budget = budget;
    this.#pacer = pacer;
  }

  *[Symbol.iterator](): Iterator<unknown> {
    let isLate = false;
    for (const [index, item] of this.#items.entries()) {
      if (!isLate && index % ITEMS_A_LOOK === 0) {
        if (!this.#budget.charge(0)) return;
        isLate = this.#pacer.isOver;
      }
      const isWorth = isLate && typeof item === 'object' && item !== null && !isPromise(item);
      yield isWorth ? this.#pacer.later(this.#budget, () => item) : item;
    }
  }
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
function gathered(
  items: Iterable<unknown>,
  { budget }: ChargedContext,
  width: number,
): unknown[] | undefined {
  const list: unknown[] = [];
  for (const item of items) {
    if (budget && !budget.charge(width)) return undefined;
    list.push(item);
  }
  return list;
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
