import { Kind } from 'graphql';
import type { Check } from './check.ts';
import type { ContractState } from './checked.ts';
import { hasDirective, rootFieldsOf } from './coordinates.ts';

/**
 * A root field that cannot be null takes all others of its operation with it when it fails: what a mutation beside it has
 * done would not be told. A subscription has one root field.
 */
export const nullableRoots = {
  promise: 'a root field that fails leaves the others there',
  breaches: ({ schemas }: Pick<ContractState, 'schemas'>) =>
    schemas.schemas.flatMap(({ name, document }) =>
      rootFieldsOf(document)
        .filter(({ type, field }) => type !== 'Subscription' && !hasDirective(field, 'inaccessible'))
        .filter(({ field }) => field.type.kind === Kind.NON_NULL_TYPE)
        .map(({ coordinate }) => `${name}: ${coordinate} is never null; take the "!" after its type away`),
    ),
} satisfies Check;
