import { GraphQLError, type ValidationRule } from 'graphql';
import { type Measure, measureOperation } from './measure-operation.ts';

const depth: Measure = {
  // Introspection nests deep by nature and touches no room.
  field: (field, below) => (field.name.value.startsWith('__') ? 0 : below + 1),
  combine: Math.max,
};

/** Refuses operations whose fields nest deeper than `limit`. */
export function maxDepth(limit: number): ValidationRule {
  return (context) => ({
    OperationDefinition(operation) {
      const measured = measureOperation(operation, (name) => context.getFragment(name), depth);
      if (measured <= limit) return;
      const message = `expected fields at most ${limit} deep, got ${measured}; ask in several operations`;
      context.reportError(new GraphQLError(message, { nodes: operation }));
    },
  });
}
