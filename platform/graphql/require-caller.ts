import {
  type Caller,
  isAdmin,
  isOrganizer,
  type SubgraphCaller,
  type SubgraphName,
  type UserCaller,
} from '../kernel/caller.ts';
import { forbidden, unauthenticated } from './errors.ts';

interface Asked {
  readonly caller: Caller;
}

/** The person who asks. @throws UNAUTHENTICATED for nobody, FORBIDDEN for a subgraph. */
export function requireUser({ caller }: Asked): UserCaller {
  if (caller.kind === 'user') return caller;
  throw caller.kind === 'anonymous' ? unauthenticated() : forbidden('expected a person, got a subgraph');
}

/** The organizer or administrator who asks. @throws UNAUTHENTICATED or FORBIDDEN. */
export function requireOrganizer(asked: Asked): UserCaller {
  const person = requireUser(asked);
  if (!isOrganizer(person)) throw forbidden('expected an organizer');
  return person;
}

/** The administrator who asks. @throws UNAUTHENTICATED or FORBIDDEN. */
export function requireAdmin(asked: Asked): UserCaller {
  const person = requireUser(asked);
  if (!isAdmin(person)) throw forbidden('expected an administrator');
  return person;
}

/**
 * The subgraph that asks; one of `allowed` when any are named.
 *
 * @throws UNAUTHENTICATED for nobody, FORBIDDEN for a person or another subgraph.
 */
export function requireSubgraph({ caller }: Asked, ...allowed: readonly SubgraphName[]): SubgraphCaller {
  if (caller.kind === 'anonymous') throw unauthenticated();
  if (caller.kind === 'user') throw forbidden('expected another subgraph');
  if (allowed.length > 0 && !allowed.includes(caller.subgraph)) {
    throw forbidden(`expected one of the subgraphs ${allowed.join(', ')}, got ${caller.subgraph}`);
  }
  return caller;
}
