import type { FactEnvelope, FactHead } from '@parterre/platform/bus/bus.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { z } from 'zod';
import type { SubgraphName } from '../kernel/caller.ts';
import { type CurrencyCode, isCurrencyCode } from '../kernel/money.ts';

/**
 * The definition of a fact: its name, the subgraph that publishes it, the key that orders it, its shape and an
 * example. A fact, once published, is never changed in a way that an old reader would trip over:
 * fields may be added as optional, none is taken away. `npm run contracts` holds it to that.
 */
export interface FactDefinition<Data extends z.ZodType = z.ZodType> {
  readonly type: string;
  readonly subgraph: SubgraphName;
  /** What happened, in one sentence. */
  readonly description: string;
  readonly data: Data;
  readonly example: z.input<Data>;
  keyOf(data: z.output<Data>): string;
}

export type FactData<Definition extends FactDefinition> = z.output<Definition['data']>;

/** Declares a fact. */
export function defineFact<Data extends z.ZodType>(definition: FactDefinition<Data>): FactDefinition<Data> {
  return definition;
}

/**
 * Makes an envelope around the data of a fact that happened at `now`.
 *
 * @throws ZodError when the data has not the shape that readers count on: better no fact, and no effect, than a fact
 * that nobody can read
 */
export function fact<Data extends z.ZodType>(
  definition: FactDefinition<Data>,
  data: z.output<Data>,
  now: Date,
): FactEnvelope<z.output<Data>> {
  definition.data.parse(data);
  return { ...factHead(definition, definition.keyOf(data), now), data };
}

/**
 * The envelope of a fact whose data only the database knows, and adds as "data" itself, in the shape that the definition
 * says: nobody looks at it before it is published.
 */
export function factHead(
  { type, subgraph }: Pick<FactDefinition, 'type' | 'subgraph'>,
  subject: string,
  now: Date,
): FactHead {
  return {
    specversion: '1.0',
    id: newId<'Fact'>(),
    type,
    source: subgraph,
    subject,
    time: now.toISOString(),
    datacontenttype: 'application/json',
  };
}

/** Reads the data of a delivered fact. Throws when it is not of this type or shape: a poison fact. */
export function readFact<Data extends z.ZodType>(
  definition: FactDefinition<Data>,
  envelope: FactEnvelope,
): z.output<Data> {
  if (envelope.type !== definition.type) {
    throw new Error(`expected a fact of type ${definition.type}, got ${envelope.type}`);
  }
  return definition.data.parse(envelope.data);
}

/** ISO 4217 on the wire. Three letters are what is promised, so that a currency may be added; what is none does not parse. */
export const currencyOnWire = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .refine(isCurrencyCode, 'expected a currency code of ISO 4217') as unknown as z.ZodType<
  CurrencyCode,
  CurrencyCode
>;

/** Money on the wire: a decimal text with as many digits as the currency has, and the currency. */
export const moneyOnWire = z.object({
  amount: z.string().regex(/^-?\d+(\.\d{1,4})?$/),
  currencyCode: currencyOnWire,
});
export const idOnWire = z.uuid();
export const timeOnWire = z.iso.datetime();

/** Where an event takes place, in words that can be printed. */
export const hallOnWire = z.object({
  hallId: idOnWire,
  hallName: z.string(),
  venueName: z.string(),
  /** IANA zone of the venue. */
  timeZone: z.string(),
});
