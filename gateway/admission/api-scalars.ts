import { GraphQLError, type GraphQLScalarType, type GraphQLSchema, isScalarType } from 'graphql';

export type Scalars = Readonly<Record<string, GraphQLScalarType>>;

/**
 * Gives the scalars of the API schema their meaning: federation knows their names only and lets everything
 * through, so that a bad value would be found when half of a plan has run. Once for a schema.
 */
export function defineScalars(apiSchema: GraphQLSchema, scalars: Scalars): void {
  for (const [name, { parseValue, parseLiteral, serialize }] of Object.entries(scalars)) {
    const type = apiSchema.getType(name);
    if (!isScalarType(type)) continue;
    type.parseValue = parseValue;
    type.serialize = serialize;
    type.parseLiteral = (node, variables) => {
      try {
        return parseLiteral(node, variables);
      } catch (error) {
        // Says where: validation keeps a GraphQLError as it is.
        if (!(error instanceof GraphQLError)) throw error;
        throw new GraphQLError(error.message, { nodes: node, extensions: error.extensions });
      }
    };
  }
}
