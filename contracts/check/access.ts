import { type FieldDefinitionNode, Kind } from 'graphql';
import type { Check } from './check.ts';
import { type FieldCoordinate, fieldsOf, hasDirective, rootTypes } from './coordinates.ts';
import type { House } from './house.ts';
import type { RoomSchema } from './room-schemas.ts';

const knownRoles: readonly string[] = ['ANYONE', 'USER', 'ORGANIZER', 'ADMIN', 'ROOM'];

export const access = {
  promise: 'every root field says who may ask for it',
  breaches: ({ schemas }: Pick<House, 'schemas'>) =>
    schemas.schemas.flatMap((room) => fieldsOf(room.document).flatMap((field) => fault(room, field))),
} satisfies Check;

/**
 * The gateway gives one answer to all who ask for what is `@sameForAll`, without asking whether each of them may
 * see it. A type carries it for all of its fields. What is no root and has no @allow is anybody's.
 */
export const sameForAll = {
  promise: 'what is the same for all may be asked for by anyone',
  breaches({ schemas: { schemas } }: Pick<House, 'schemas'>) {
    const rooms = schemas.map((room) => ({ room, fields: fieldsOf(room.document) }));
    const marked = new Set(
      rooms.flatMap(({ room, fields }) => {
        const types = markedTypes(room);
        return fields
          .filter(({ type, field }) => types.has(type) || hasDirective(field, 'sameForAll'))
          .map(({ coordinate }) => coordinate);
      }),
    );
    // A field that several rooms resolve is as closed as the most careful of them says.
    return rooms.flatMap(({ room, fields }) =>
      fields
        .filter(({ coordinate }) => marked.has(coordinate))
        .flatMap(({ type, coordinate, field }) => {
          const role = allowedRole(field) ?? (rootTypes.includes(type) ? 'nobody yet' : 'ANYONE');
          if (role === 'ANYONE') return [];
          return [
            `${room.name}: ${coordinate} is @sameForAll but for ${role}; expected @allow(role: "ANYONE") beside it`,
          ];
        }),
    );
  },
} satisfies Check;

function markedTypes({ document }: RoomSchema): ReadonlySet<string> {
  return new Set(
    document.definitions.flatMap((node) =>
      'name' in node && node.name && 'directives' in node && hasDirective(node, 'sameForAll')
        ? [node.name.value]
        : [],
    ),
  );
}

function fault(room: RoomSchema, { type, coordinate, field }: FieldCoordinate): string[] {
  const role = allowedRole(field);
  if (role === null) {
    if (!rootTypes.includes(type)) return [];
    return [`${room.name}: ${coordinate} does not say who may ask for it; add @allow(role: …)`];
  }
  if (!knownRoles.includes(role)) {
    return [
      `${room.name}: ${coordinate} has @allow(role: "${role}"); expected one of ${knownRoles.join(', ')}`,
    ];
  }
  if (role === 'ROOM' && !hasDirective(field, 'inaccessible')) {
    return [`${room.name}: ${coordinate} is for rooms but stands in the public API; add @inaccessible`];
  }
  return [];
}

/** The role that a field's @allow names, or null when it has none. */
export function allowedRole(field: FieldDefinitionNode): string | null {
  const allow = field.directives?.find((directive) => directive.name.value === 'allow');
  const role = allow?.arguments?.find((argument) => argument.name.value === 'role')?.value;
  return role?.kind === Kind.STRING ? role.value : null;
}
