import { type FieldDefinitionNode, Kind } from 'graphql';
import type { Check } from './check.ts';
import type { ContractState } from './checked.ts';
import { type FieldCoordinate, fieldsOf, hasDirective, rootTypes } from './coordinates.ts';
import type { SubgraphSchema } from './subgraph-schemas.ts';

/** What `@allow` may name, from the widest to the narrowest. */
export const rolesByReach: readonly string[] = ['ANYONE', 'USER', 'ORGANIZER', 'ADMIN', 'SUBGRAPH'];

/** What the description of a root field says that is not for every user: `@allow` does not stand in the public API. */
const saidOf: Readonly<Record<string, string>> = {
  ORGANIZER: 'For organizers.',
  ADMIN: 'For administrators.',
};

export const access = {
  promise: 'every root field says who may ask for it',
  breaches: ({ schemas }: Pick<ContractState, 'schemas'>) =>
    schemas.schemas.flatMap((subgraph) =>
      fieldsOf(subgraph.document).flatMap((field) => fault(subgraph, field)),
    ),
} satisfies Check;

/**
 * The gateway gives one answer to all who ask for what is `@sameForAll`, without asking whether each of them may
 * see it. A type carries it for all of its fields. What is no root and has no @allow is anybody's.
 */
export const sameForAll = {
  promise: 'what is the same for all may be asked for by anyone',
  breaches({ schemas: { schemas } }: Pick<ContractState, 'schemas'>) {
    const subgraphs = schemas.map((subgraph) => ({ subgraph, fields: fieldsOf(subgraph.document) }));
    const marked = new Set(
      subgraphs.flatMap(({ subgraph, fields }) => {
        const types = markedTypes(subgraph);
        return fields
          .filter(({ type, field }) => types.has(type) || hasDirective(field, 'sameForAll'))
          .map(({ coordinate }) => coordinate);
      }),
    );
    // A field that several subgraphs resolve is as closed as the most careful of them says.
    return subgraphs.flatMap(({ subgraph, fields }) =>
      fields
        .filter(({ coordinate }) => marked.has(coordinate))
        .flatMap(({ type, coordinate, field }) => {
          const role = allowedRole(field) ?? (rootTypes.includes(type) ? 'nobody yet' : 'ANYONE');
          if (role === 'ANYONE') return [];
          return [
            `${subgraph.name}: ${coordinate} is @sameForAll but for ${role}; expected @allow(role: "ANYONE") beside it`,
          ];
        }),
    );
  },
} satisfies Check;

function markedTypes({ document }: SubgraphSchema): ReadonlySet<string> {
  return new Set(
    document.definitions.flatMap((node) =>
      'name' in node && node.name && 'directives' in node && hasDirective(node, 'sameForAll')
        ? [node.name.value]
        : [],
    ),
  );
}

function fault(subgraph: SubgraphSchema, { type, coordinate, field }: FieldCoordinate): string[] {
  const role = allowedRole(field);
  if (role === null) {
    if (!rootTypes.includes(type)) return [];
    return [`${subgraph.name}: ${coordinate} does not say who may ask for it; add @allow(role: …)`];
  }
  if (!rolesByReach.includes(role)) {
    return [
      `${subgraph.name}: ${coordinate} has @allow(role: "${role}"); expected one of ${rolesByReach.join(', ')}`,
    ];
  }
  if (role === 'SUBGRAPH' && !hasDirective(field, 'inaccessible')) {
    return [
      `${subgraph.name}: ${coordinate} is for subgraphs but stands in the public API; add @inaccessible`,
    ];
  }
  const said = saidOf[role];
  const description = field.description?.value.replaceAll(/\s+/g, ' ') ?? '';
  if (said === undefined || !rootTypes.includes(type) || description.includes(said)) return [];
  return [`${subgraph.name}: ${coordinate} has @allow(role: "${role}"); end its description with "${said}"`];
}

/** The role that a field's @allow names, or null when it has none. */
export function allowedRole(field: FieldDefinitionNode): string | null {
  const allow = field.directives?.find((directive) => directive.name.value === 'allow');
  const role = allow?.arguments?.find((argument) => argument.name.value === 'role')?.value;
  return role?.kind === Kind.STRING ? role.value : null;
}
