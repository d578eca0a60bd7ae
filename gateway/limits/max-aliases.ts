import { GraphQLError, type ValidationRule } from 'graphql';
import { type Measure, measureOperation } from './measure-operation.ts';

const aliases: Measure = {
  field: (field, below) => (field.alias ? below + 1 : below),
  combine: (a, b) => a + b,
};

/** Refuses operations with more than `limit` aliased fields: the way to ask for one field a thousand times. */
export function maxAliases(limit: number): ValidationRule {
  return (context) => ({
    OperationDefinition(operation) {
      const measured = measureOperation(operation, (name) => context.getFragment(name), aliases);
      if (measured <= limit) return;
      const message = `expected at most ${limit} aliases, got ${measured}; ask in several operations`;
      context.reportError(new GraphQLError(message, { nodes: operation }));
    },
  });
}
