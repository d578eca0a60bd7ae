import {
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql';
import type { GrowingPlace, TreePlace } from './tree-place.ts';

/** How large the lists of the introspection schema are for one schema: they can be counted. */
export interface IntrospectionCosts {
  /** By coordinate (`__Type.fields`): of the one object with the longest list. */
  readonly sizes: ReadonlyMap<string, number>;
  /** The totals below `__schema`. */
  readonly places: Map<string, TreePlace>;
}

export function introspectionCosts(schema: GraphQLSchema): IntrospectionCosts {
  const types = Object.values(schema.getTypeMap());
  const directives = schema.getDirectives();
  const counted = types.map((type) => {
    const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
    const interfaces = isObjectType(type) || isInterfaceType(type) ? type.getInterfaces() : [];
    const possible = isUnionType(type) || isInterfaceType(type) ? schema.getPossibleTypes(type) : [];
    return {
      args: fields.map((field) => field.args.length),
      fields: fields.length,
      interfaces: interfaces.length,
      possibleTypes: possible.length,
      enumValues: isEnumType(type) ? type.getValues().length : 0,
      inputFields: isInputObjectType(type) ? Object.keys(type.getFields()).length : 0,
    };
  });
  const ofType = ['fields', 'interfaces', 'possibleTypes', 'enumValues', 'inputFields'] as const;
  const allArgs = counted.flatMap(({ args }) => args);

  const sizes = new Map<string, number>([
    ['__Schema.types', types.length],
    ['__Schema.directives', directives.length],
    ['__Directive.locations', largest(directives.map(({ locations }) => locations.length))],
    ['__Directive.args', largest(directives.map(({ args }) => args.length))],
    ['__Field.args', largest(allArgs)],
    ...ofType.map((name): [string, number] => [`__Type.${name}`, largest(counted.map((each) => each[name]))]),
  ]);

  const below = ofType.map((name): [string, GrowingPlace] => {
    const fieldArgs: [string, GrowingPlace][] = name === 'fields' ? [['args', total(sum(allArgs))]] : [];
    return [name, total(sum(counted.map((each) => each[name])), fieldArgs)];
  });
  const root = total(1, [
    ['types', total(types.length, below)],
    [
      'directives',
      total(directives.length, [
        ['args', total(sum(directives.map(({ args }) => args.length)))],
        ['locations', total(sum(directives.map(({ locations }) => locations.length)))],
      ]),
    ],
  ]);
  return { sizes, places: new Map([['__Schema', root]]) };
}

function total(count: number, below: Iterable<readonly [string, GrowingPlace]> = []): GrowingPlace {
  return { count, below: new Map(below) };
}

function largest(numbers: readonly number[]): number {
  return Math.max(0, ...numbers);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}
