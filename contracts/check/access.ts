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
