import { type DocumentNode, Kind, type StringValueNode, type TypeDefinitionNode } from 'graphql';
import type { Check } from './check.ts';
import type { ContractState } from './checked.ts';

interface Described {
  readonly name: { readonly value: string };
  readonly description?: StringValueNode | undefined;
}

interface Coordinate {
  readonly coordinate: string;
  /** Its description with single spaces; empty when there is none. */
  readonly text: string;
}

export const descriptions = {
  promise: 'everything in the schemas is described, what is shared by one text',
  breaches({ schemas }: Pick<ContractState, 'schemas'>) {
    // What several subgraphs share may be described by any of them: composition carries the text over.
    const subgraphs = new Map<string, string[]>();
    const texts = new Map<string, Map<string, string>>();
    for (const { name, document } of schemas.schemas) {
      for (const { coordinate, text } of coordinates(document)) {
        subgraphs.set(coordinate, [...(subgraphs.get(coordinate) ?? []), name]);
        if (text !== '') texts.set(coordinate, (texts.get(coordinate) ?? new Map()).set(text, name));
      }
    }
    return [...subgraphs].flatMap(([coordinate, names]) => {
      const told = texts.get(coordinate);
      if (!told) return [`${names.join(', ')}: ${coordinate} has no description; say what it is`];
      if (told.size === 1) return [];
      return [
        `${[...told.values()].join(', ')}: ${coordinate} is described in ${told.size} ways; use one text`,
      ];
    });
  },
} satisfies Check;

/** Everything that an explorer of the API may come across. */
function coordinates(document: DocumentNode): Coordinate[] {
  return document.definitions.flatMap((node) => {
    switch (node.kind) {
      case Kind.SCALAR_TYPE_DEFINITION:
      case Kind.UNION_TYPE_DEFINITION:
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_DEFINITION:
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      case Kind.ENUM_TYPE_DEFINITION:
        return [entry('', node), ...members(node)];
      default:
        return [];
    }
  });
}

function members(node: TypeDefinitionNode): Coordinate[] {
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

function entry(prefix: string, node: Described): Coordinate {
  return {
    coordinate: `${prefix}${node.name.value}`,
    text: node.description?.value.replaceAll(/\s+/g, ' ').trim() ?? '',
  };
}
