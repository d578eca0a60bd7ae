import { type DocumentNode, parse } from 'graphql';
import { allowedRole, rolesByReach } from './access.ts';
import type { Check } from './check.ts';
import { fieldsOf } from './coordinates.ts';
import { publishedOwners } from './published-owners.ts';

export const publishedAccess: Check = {
  promise: 'no field is taken from people who could ask for it',
  needsSupergraph: true,
  breaches({ composition, published }) {
    if (!composition.composed || published.supergraph === null) return [];
    const owners = publishedOwners(published.supergraph);
    const after = roles(parse(composition.supergraph));
    return [...roles(parse(published.supergraph))].flatMap(([coordinate, before]) => {
      const now = after.get(coordinate);
      if (now === undefined || now === before || reach(now) >= reach(before)) return [];
      return `${owners(coordinate)}: ${coordinate} was published for ${before} and is now for ${now}; widen it again, or add a new field`;
    });
  },
};

/** Higher the more people may ask; lowest for a role that nobody knows. */
function reach(role: string): number {
  const place = rolesByReach.indexOf(role);
  return place === -1 ? 0 : rolesByReach.length - place;
}

/** Field coordinate → role, ANYONE where a field does not say. */
function roles(supergraph: DocumentNode): Map<string, string> {
  return new Map(
    fieldsOf(supergraph).map(({ coordinate, field }) => [coordinate, allowedRole(field) ?? 'ANYONE']),
  );
}
