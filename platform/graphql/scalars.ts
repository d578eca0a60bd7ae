import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { isWritable, parseInstant } from '../kernel/instants.ts';
import { badUserInput } from './errors.ts';

const LONGEST_ECHO = 40;
const decimalPattern = /^-?\d{1,20}(\.\d{1,10})?$/;

/** A `Date` inside, ISO 8601 in UTC outside. Reads any offset; refuses a time without one, and what no calendar has. */
const dateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  serialize(value) {
    const date = value instanceof Date ? value : typeof value === 'string' ? parseInstant(value) : null;
    if (!date || !isWritable(date)) {
      throw new TypeError('expected a Date with a year of four digits to answer a DateTime');
    }
    return date.toISOString();
  },
  parseValue: readInstant,
  parseLiteral: (node) => readInstant(textOf(node)),
});

/** A decimal text, inside and outside: no number ever, so no digit is lost. */
const decimal = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  serialize(value) {
    if (typeof value === 'string' && decimalPattern.test(value)) return value;
    throw new TypeError('expected a decimal text to answer a Decimal');
  },
  parseValue: readDecimal,
  parseLiteral: (node) => readDecimal(textOf(node)),
});

/** Spread these into the resolvers of every subgraph that uses the scalars. */
export const scalarResolvers = { DateTime: dateTime, Decimal: decimal };

function readInstant(value: unknown): Date {
  const date = typeof value === 'string' ? parseInstant(value) : null;
  if (date) return date;
  throw badUserInput(
    `expected an instant in ISO 8601 such as "2027-03-01T18:30:00.000Z", got ${shown(value)}`,
  );
}

function readDecimal(value: unknown): string {
  if (typeof value === 'string' && decimalPattern.test(value)) return value;
  throw badUserInput(`expected a decimal as text such as "12.50", got ${shown(value)}`);
}

function textOf(node: ValueNode): unknown {
  if (node.kind === Kind.STRING) return node.value;
  return node.kind === Kind.INT || node.kind === Kind.FLOAT ? Number(node.value) : undefined;
}

function shown(value: unknown): string {
  if (typeof value === 'string') return `"${value.slice(0, LONGEST_ECHO)}"`;
  return typeof value === 'number' ? `the number ${value}` : 'another kind of value';
}
