import { type DocumentNode, Kind, type StringValueNode, type TypeDefinitionNode } from 'graphql';
import type { Check } from './check.ts';
import { rootTypes } from './coordinates.ts';
import type { House } from './house.ts';

interface Described {
  readonly name: { readonly value: string };
  readonly description?: StringValueNode | undefined;
}

export const descriptions = {
  promise: 'everything in the schemas is described',
  breaches({ schemas }: Pick<House, 'schemas'>) {
    // A type that several rooms share may be described by any of them: composition carries it over.
    const rooms = new Map<string, string[]>();
    const described = new Set<string>();
    for (const { name, document } of schemas.schemas) {
      for (const { coordinate, isDescribed } of coordinates(document)) {
        rooms.set(coordinate, [...(rooms.get(coordinate) ?? []), name]);
        if (isDescribed) described.add(coordinate);
      }
    }
    return [...rooms]
      .filter(([coordinate]) => !described.has(coordinate))
      .map(([coordinate, names]) => `${names.join(', ')}: ${coordinate} has no description; say what it is`);
  },
} satisfies Check;

/** Everything that an explorer of the API may come across. */
function coordinates(document: DocumentNode): { coordinate: string; isDescribed: boolean }[] {
  return document.definitions.flatMap((node) => {
    switch (node.kind) {
      case Kind.SCALAR_TYPE_DEFINITION:
      case Kind.UNION_TYPE_DEFINITION:
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_DEFINITION:
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      case Kind.ENUM_TYPE_DEFINITION:
        return [...(rootTypes.includes(node.name.value) ? [] : [entry('', node)]), ...members(node)];
      default:
        return [];
    }
  });
}

function members(node: TypeDefinitionNode): { coordinate: string; isDescribed: boolean }[] {
  const type = `${node.name.value}.`;
  switch (node.kind) {
    case Kind.ENUM_TYPE_DEFINITION:
      return (node.values ?? []).map((value) => entry(type, value));
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      return (node.fields ?? []).map((field) => entry(type, field));
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION:
      return (node.fields ?? []).flatMap((field) => [
        entry(type, field),
        ...(field.arguments ?? []).map((argument) => ({
          ...entry('', argument),
          coordinate: `${type}${field.name.value}(${argument.name.value}:)`,
        })),
      ]);
    default:
      return [];
  }
}

function entry(prefix: string, node: Described): { coordinate: string; isDescribed: boolean } {
  return {
    coordinate: `${prefix}${node.name.value}`,
    isDescribed: (node.description?.value.trim() ?? '') !== '',
  };
}
