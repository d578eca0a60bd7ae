import { faultOfText, normaliseText } from '@parterre/platform/kernel/text.ts';
import { z } from 'zod';
import { planLimits } from '../seating-plan.ts';

/** What is wrong with a document, and at which JSON path. */
export interface PlanFault {
  readonly path: string;
  readonly message: string;
}

/** At most this many faults are listed one by one; the rest is counted. Nobody mends more at a time. */
const MOST_LISTED = 1_000;

/** Gathers every fault of a document while it is being read, so that all are listed at once. */
export class FaultList {
  readonly #faults: PlanFault[] = [];
  #unlisted = 0;

  add(path: string, message: string): void {
    if (this.#faults.length < MOST_LISTED) this.#faults.push({ path, message });
    else this.#unlisted += 1;
  }

  get isEmpty(): boolean {
    return this.#faults.length === 0;
  }

  /** The faults in the order in which they were found, and a last one that counts those left out. */
  all(): readonly PlanFault[] {
    if (this.#unlisted === 0) return this.#faults;
    return [...this.#faults, { path: '$', message: `and ${this.#unlisted} more faults` }];
  }
}

/** Meanings of a document that a plan has no word for: each is noted once, where it is met first, with a count. */
export class DroppedMeanings {
  readonly #byMeaning = new Map<string, { readonly path: string; count: number }>();

  note(meaning: string, { path }: DocumentPart): void {
    const known = this.#byMeaning.get(meaning);
    if (known) known.count += 1;
    else this.#byMeaning.set(meaning, { path, count: 1 });
  }

  all(): PlanFault[] {
    return [...this.#byMeaning].map(([meaning, { path, count }]) => ({
      path,
      message: count === 1 ? meaning : `${meaning}; ${count} times in all`,
    }));
  }
}

/** What the fields of an object are read as: undefined where a field has a fault. */
export type Fields<Shape extends z.ZodRawShape> = {
  readonly [Key in keyof Shape]: z.output<Shape[Key]> | undefined;
};

/**
 * A value of a document, and where it stands in it. Schemas say what is expected; whatever is not so becomes a fault
 * with its path, and reading goes on, so that one faulty field hides no other fault.
 */
export class DocumentPart {
  readonly value: unknown;
  readonly path: string;
  readonly #faults: FaultList;

  constructor(value: unknown, path: string, faults: FaultList) {
    this.value = value;
    this.path = path;
    this.#faults = faults;
  }

  /** Whether there is anything here: neither missing nor null. */
  get isPresent(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  fault(message: string): undefined {
    this.#faults.add(this.path, message);
    return undefined;
  }

  /** Faults unless this is an object. */
  isObject(): boolean {
    return this.read(anObject) !== undefined;
  }

  /** The value as the schema reads it; undefined when it is not as expected. */
  read<Schema extends z.ZodType>(schema: Schema): z.output<Schema> | undefined {
    const { data, error } = schema.safeParse(this.value);
    for (const issue of error?.issues ?? []) {
      this.#faults.add(issue.path.reduce<string>(pathTo, this.path), issue.message);
    }
    return data;
  }

  /** The fields of an object, each by its own schema; null when this is no object. */
  fields<Shape extends z.ZodRawShape>(shape: Shape): Fields<Shape> | null {
    if (!this.isObject()) return null;
    const fields = Object.entries(shape).map(([key, schema]) => [
      key,
      this.get(key).read(schema as z.ZodType),
    ]);
    return Object.fromEntries(fields);
  }

  /** The same of an object that may have no other keys. */
  onlyFields<Shape extends z.ZodRawShape>(shape: Shape): Fields<Shape> | null {
    if (!this.isObject()) return null;
    const known = Object.keys(shape);
    for (const key of Object.keys(this.value as object)) {
      if (!known.includes(key)) this.get(key).fault(`expected only the keys ${known.join(', ')}`);
    }
    return this.fields(shape);
  }

  /** The value of a key; a part without a value when the key is missing or this is no object. */
  get(key: string): DocumentPart {
    const { value } = this;
    const owns = typeof value === 'object' && value !== null && Object.hasOwn(value, key);
    const found = owns ? (value as Record<string, unknown>)[key] : undefined;
    return new DocumentPart(found, pathTo(this.path, key), this.#faults);
  }

  /** The elements of a list of at most so many; none when there is no list. */
  items(most: number): DocumentPart[] {
    return this.isPresent ? this.requiredItems(most) : [];
  }

  /** The elements of a list of at most so many, which has to be there. */
  requiredItems(most: number): DocumentPart[] {
    const elements = this.read(listOfAtMost(most)) ?? [];
    return elements.map((item, index) => new DocumentPart(item, pathTo(this.path, index), this.#faults));
  }
}

/** A short picture of a value for a fault's message. */
export function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

const expecting = (what: string) => ({
  error: ({ input }: { readonly input?: unknown }) => `expected ${what}, got ${describe(input)}`,
});

const anObject = z.looseObject({}, expecting('an object'));

const listOfAtMost = (most: number) =>
  z.array(z.unknown(), expecting('a list')).max(most, {
    error: ({ input }) => `expected at most ${most} elements, got ${(input as unknown[]).length}`,
  });

/** Whatever it is. */
export const anything = z.unknown();

/** A text of at most so many characters, trimmed; numbers are taken as their digits. */
function textOf(max: number) {
  return z
    .union([z.string(), z.number().transform(String)], expecting('a text'))
    .superRefine((text, { addIssue }) => {
      const fault = faultOfText(text, max);
      if (fault !== null) addIssue(`expected a text ${fault}`);
    })
    .transform(normaliseText);
}

/** A text that people read. */
export const label = textOf(planLimits.labelLength);

/** What a document calls a seat, in this version and the next. */
export const seatKey = textOf(planLimits.seatKeyLength);

/** Remembers where each key of a kind stands, and tells the second of two that are the same. */
export class SeenKeys {
  readonly #paths = new Map<string, string>();
  readonly #what: string;

  constructor(what: string) {
    this.#what = what;
  }

  /** Faults where the key has been seen before. */
  add(key: string, part: DocumentPart): void {
    const first = this.#paths.get(key);
    if (first === undefined) this.#paths.set(key, part.path);
    else part.fault(`expected ${this.#what} of its own, got "${key}" again, as at ${first}`);
  }
}

const distance = expecting(`a number between ${-planLimits.coordinate} and ${planLimits.coordinate}`);
/** A distance in the drawing. */
export const coordinate = z
  .number(distance)
  .min(-planLimits.coordinate, distance)
  .max(planLimits.coordinate, distance);

export function wholeNumber(min: number, max: number) {
  const inRange = expecting(`a whole number from ${min} to ${max}`);
  return z.int(inRange).min(min, inRange).max(max, inRange);
}

/** true or false; false when missing. */
export const flag = z
  .boolean(expecting('true or false'))
  .nullish()
  .transform((value) => value ?? false);

const colour = expecting('a colour such as "#87A9CD"');
/** A colour as #RRGGBB; #RGB is written out. */
export const color = z
  .string(colour)
  .regex(/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i, colour)
  .transform((text) => (text.length === 4 ? text.replaceAll(/[0-9a-f]/gi, '$&$&') : text).toUpperCase());

export const point = z.object({ x: coordinate, y: coordinate }, expecting('an object'));

function pathTo(path: string, key: PropertyKey): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  const name = String(key);
  return /^[A-Za-z_]\w*$/.test(name) ? `${path}.${name}` : `${path}[${JSON.stringify(name)}]`;
}
