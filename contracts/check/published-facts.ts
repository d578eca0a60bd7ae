import { z } from 'zod';
import type { FactDefinition } from '../facts/fact.ts';
import type { Check } from './check.ts';
import type { ContractState, JsonSchema, PublishedFacts } from './checked.ts';
import { stableJson } from './stable-json.ts';

export const publishedFacts = {
  promise: 'old readers understand new facts, new readers old ones',
  breaches({ facts, published }: FactsThenAndNow) {
    const now = describeFacts(facts);
    const wrongExamples = facts.flatMap((fact) => exampleFault(fact, fact.example, 'its example'));
    return [
      ...wrongExamples,
      ...Object.entries(published.facts ?? {}).flatMap(([type, before]) => {
        const after = now[type];
        const fact = facts.find((definition) => definition.type === type);
        if (!after || !fact)
          return [`${before.subgraph}: fact ${type} was published and is gone; define it again`];
        if (after.subgraph !== before.subgraph) {
          return [
            `${before.subgraph}: fact ${type} moved from topic ${before.subgraph} to ${after.subgraph}; publish it where readers wait`,
          ];
        }
        return [
          ...incompatibilities(before.schema, after.schema, `${before.subgraph}: ${type}`),
          ...exampleFault(fact, before.example, 'the example published before'),
        ];
      }),
    ];
  },
} satisfies Check;

/** What is published, of which only the facts matter here. */
interface FactsThenAndNow {
  readonly facts: ContractState['facts'];
  readonly published: Pick<ContractState['published'], 'facts'>;
}

/** The facts as they are published: type → subgraph, JSON Schema of the data, example. */
export function describeFacts(facts: readonly FactDefinition[]): PublishedFacts {
  return Object.fromEntries(
    facts.map(({ type, subgraph, description, data, example }) => [
      type,
      { subgraph, description, schema: jsonSchema(data), example },
    ]),
  );
}

function jsonSchema(data: z.ZodType): JsonSchema {
  return z.toJSONSchema(data, {
    io: 'input',
    override: ({ jsonSchema }) => {
      // The format says it all; its regular expression is the library's and changes with its versions.
      if (jsonSchema.format) delete jsonSchema.pattern;
    },
  }) as JsonSchema;
}

function exampleFault(fact: FactDefinition, example: unknown, what: string): string[] {
  const parsed = fact.data.safeParse(example);
  return parsed.success ? [] : [`${fact.type}: ${what} does not parse: ${z.prettifyError(parsed.error)}`];
}

/**
 * A published shape may grow by optional fields and by nothing else: any other difference trips either a
 * reader of yesterday on a fact of today, or one of today on a fact of yesterday.
 */
function incompatibilities(before: unknown, after: unknown, path: string): string[] {
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    return before.flatMap((part, index) => incompatibilities(part, after[index], path));
  }
  if (!isObject(before) || !isObject(after)) {
    return stableJson(before) === stableJson(after)
      ? []
      : [`${path}: was ${JSON.stringify(before)}, is ${JSON.stringify(after)}; keep what was published`];
  }
  const keys = new Set(
    [...Object.keys(before), ...Object.keys(after)].filter((key) => key !== 'description'),
  );
  return [...keys].flatMap((key) => {
    if (key === 'properties') return propertyFaults(before, after, path);
    if (key === 'required') return requiredFaults(before, after, path);
    const place = key === 'items' ? `${path}[]` : `${path} ${key}`;
    return incompatibilities(before[key], after[key], place);
  });
}

function propertyFaults(before: JsonSchema, after: JsonSchema, path: string): string[] {
  const now = asObject(after.properties);
  return Object.entries(asObject(before.properties)).flatMap(([name, schema]) =>
    name in now
      ? incompatibilities(schema, now[name], `${path}.${name}`)
      : [`${path}.${name}: was published and is gone; put it back`],
  );
}

function requiredFaults(before: JsonSchema, after: JsonSchema, path: string): string[] {
  const was = (before.required ?? []) as string[];
  const is = (after.required ?? []) as string[];
  return [
    ...is
      .filter((name) => !was.includes(name))
      .map((name) => `${path}.${name}: is newly required, old facts lack it; make it optional`),
    ...was
      .filter((name) => !is.includes(name) && name in asObject(after.properties))
      .map((name) => `${path}.${name}: is no longer required, old readers count on it; keep it required`),
  ];
}

function asObject(value: unknown): Record<string, unknown> {
  return isObject(value) ? value : {};
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
