import type { Caller, SubgraphCaller, UserCaller } from '../kernel/caller.ts';
import { forbidden, unauthenticated } from './errors.ts';

interface Asked {
  readonly caller: Caller;
}

/** The context of a request whose caller is known to be one of these. */
export type CalledBy<Who extends Caller, Context> = Context & { readonly caller: Who };

/** The same context, asked by a signed-in user. @throws UNAUTHENTICATED for nobody, FORBIDDEN for a subgraph. */
export function requireUser<Context extends Asked>(context: Context): CalledBy<UserCaller, Context> {
  const { caller } = context;
  if (caller.kind === 'user') return { ...context, caller };
  throw caller.kind === 'anonymous' ? unauthenticated() : forbidden('expected a user, got a subgraph');
}

/**
 * The subgraph that asks; one of `allowed` when any are named.
 *
 * @throws UNAUTHENTICATED for nobody, FORBIDDEN for a user or another subgraph.
 */
export function requireSubgraph({ caller }: Asked, ...allowed: readonly string[]): SubgraphCaller {
  if (caller.kind === 'anonymous') throw unauthenticated();
  if (caller.kind === 'user') throw forbidden('expected another subgraph');
  if (allowed.length > 0 && !allowed.includes(caller.subgraph)) {
    throw forbidden(`expected one of the subgraphs ${allowed.join(', ')}, got ${caller.subgraph}`);
  }
  return caller;
}
