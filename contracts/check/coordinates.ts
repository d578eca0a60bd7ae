import { type DocumentNode, type FieldDefinitionNode, Kind } from 'graphql';

export interface FieldCoordinate {
  readonly type: string;
  /** "Event.title" */
  readonly coordinate: string;
  readonly field: FieldDefinitionNode;
}

/** The types where every operation begins. */
export const rootTypes: readonly string[] = ['Query', 'Mutation', 'Subscription'];

/** Every field of every object and interface type in a schema document. */
export function fieldsOf(document: DocumentNode): FieldCoordinate[] {
  return document.definitions.flatMap((node) => {
    switch (node.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.OBJECT_TYPE_EXTENSION:
      case Kind.INTERFACE_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_EXTENSION:
        return (node.fields ?? []).map((field) => ({
          type: node.name.value,
          coordinate: `${node.name.value}.${field.name.value}`,
          field,
        }));
      default:
        return [];
    }
  });
}

/** Every root field: where an operation can begin. */
export function rootFieldsOf(document: DocumentNode): FieldCoordinate[] {
  return fieldsOf(document).filter(({ type }) => rootTypes.includes(type));
}

export function hasDirective(
  node: { readonly directives?: readonly { readonly name: { readonly value: string } }[] | undefined },
  name: string,
): boolean {
  return (node.directives ?? []).some((directive) => directive.name.value === name);
}
