import { GraphQLError, type ValidationRule } from 'graphql';

/** The fields by which entities are found again in another subgraph. Every key of this house is `id`. */
const keyFields: ReadonlySet<string> = new Set(['id', '__typename']);

/**
 * Refuses an alias such as `id: title`. The gateway would take the title for the key of the entity and
 * fetch another one, or none (apollographql/federation#3036).
 */
export const noShadowedKeys: ValidationRule = (context) => ({
  Field(field) {
    const alias = field.alias?.value;
    if (alias === undefined || alias === field.name.value || !keyFields.has(alias)) return;
    const message = `expected "${alias}" to name the field ${alias} itself, got an alias of ${field.name.value}; choose another alias`;
    context.reportError(new GraphQLError(message, { nodes: field }));
  },
});
