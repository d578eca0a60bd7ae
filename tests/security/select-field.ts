import { type GraphQLField, getNamedType, isCompositeType, isNonNullType, isScalarType } from 'graphql';

/**
 * The text that selects one field: with arguments where it must have some, and `__typename` below it where
 * it is an object.
 */
export function selectField(field: GraphQLField<unknown, unknown>): string {
  const required = field.args.filter(
    (argument) => isNonNullType(argument.type) && argument.defaultValue === undefined,
  );
  const values = required.map((argument) => {
    const type = getNamedType(argument.type);
    if (isScalarType(type) && type.name === 'DateTime') {
      return `${argument.name}: "${argument.name === 'to' ? '2036' : '2026'}-01-01T00:00:00.000Z"`;
    }
    // The first seat of a plan, say.
    if (isScalarType(type) && type.name === 'Int') return `${argument.name}: 0`;
    throw new Error(
      `expected to know a value for ${field.name}(${argument.name}: ${argument.type}); teach select-field.ts`,
    );
  });
  const head = values.length > 0 ? `${field.name}(${values.join(', ')})` : field.name;
  return isCompositeType(getNamedType(field.type)) ? `${head} { __typename }` : head;
}
