import {
  buildASTSchema,
  type DefinitionNode,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  type ObjectTypeDefinitionNode,
} from 'graphql';

/**
 * Subgraph schemas as one plain GraphQL schema, inaccessible fields included: what operations between subgraphs
 * are checked and typed against. Types of one name are laid over each other, field by field; whether
 * they agree is for composition to say.
 */
export function plainSchema(documents: readonly DocumentNode[]): GraphQLSchema {
  const definitions = new Map<string, DefinitionNode>();
  for (const definition of documents.flatMap((document) => document.definitions)) {
    if (!('name' in definition) || !definition.name) continue;
    const node = asDefinition(definition);
    const key = `${node.kind === Kind.DIRECTIVE_DEFINITION ? '@' : ''}${definition.name.value}`;
    const earlier = definitions.get(key);
    definitions.set(key, earlier ? laidOver(earlier, node) : node);
  }
  return buildASTSchema(
    { kind: Kind.DOCUMENT, definitions: [...definitions.values()] },
    { assumeValid: true, assumeValidSDL: true },
  );
}

/** `extend type X` counts like `type X`: federation draws no line between them. */
function asDefinition(node: DefinitionNode): DefinitionNode {
  return node.kind === Kind.OBJECT_TYPE_EXTENSION ? { ...node, kind: Kind.OBJECT_TYPE_DEFINITION } : node;
}

function laidOver(earlier: DefinitionNode, later: DefinitionNode): DefinitionNode {
  if (earlier.kind !== Kind.OBJECT_TYPE_DEFINITION || later.kind !== Kind.OBJECT_TYPE_DEFINITION)
    return earlier;
  const known = new Set(earlier.fields?.map((field) => field.name.value));
  const merged: ObjectTypeDefinitionNode = {
    ...earlier,
    fields: [
      ...(earlier.fields ?? []),
      ...(later.fields ?? []).filter((field) => !known.has(field.name.value)),
    ],
  };
  return merged;
}
