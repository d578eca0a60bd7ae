import { fileURLToPath } from 'node:url';
import { type ASTVisitor, Kind, print, visit } from 'graphql';
import { readSubgraphSchemas, type SubgraphSchemas, subgraphSchema } from './subgraph-schemas.ts';

// For tests: the real schemas, and ways to plant a breach in them.

export const root = fileURLToPath(new URL('../.././', import.meta.url));

export function soundSchemas(): SubgraphSchemas {
  return readSubgraphSchemas(root);
}

/** The same schemas with one subgraph's edited. Throws when the edit changes nothing. */
export function withSchemaEdit(
  { schemas, ...rest }: SubgraphSchemas,
  subgraph: string,
  edit: ASTVisitor,
): SubgraphSchemas {
  const edited = schemas.map((schema) => {
    if (schema.name !== subgraph) return schema;
    const text = print(visit(schema.document, edit));
    if (text === print(schema.document)) throw new Error(`the planted breach changes nothing in ${subgraph}`);
    return subgraphSchema(schema, text);
  });
  return { ...rest, schemas: edited };
}

/** Takes one field away: `withoutField('Event', 'title')`. Works for object, interface and input types. */
export function withoutField(type: string, field: string): ASTVisitor {
  return onType(type, { [Kind.FIELD_DEFINITION]: gone(field), [Kind.INPUT_VALUE_DEFINITION]: gone(field) });
}

/** Edits only inside one type definition. */
export function onType(type: string, edit: ASTVisitor): ASTVisitor {
  return {
    enter: (node) =>
      'name' in node && node.name?.value === type && node.kind.endsWith('TypeDefinition')
        ? visit(node, edit)
        : undefined,
  };
}

function gone(name: string) {
  return (node: { readonly name: { readonly value: string } }) =>
    node.name.value === name ? null : undefined;
}
