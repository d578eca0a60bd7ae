import type { Id } from './ids.ts';

/** Who asks. Every resolver decides by this and by nothing else. What roles and subgraphs there are, contracts say. */
export type Caller = AnonymousCaller | UserCaller | SubgraphCaller;
export interface AnonymousCaller {
  readonly kind: 'anonymous';
}
export interface UserCaller {
  readonly kind: 'user';
  readonly userId: Id<'User'>;
  readonly role: string;
  readonly sessionId: string;
}
/** Another subgraph, calling a contract operation. */
export interface SubgraphCaller {
  readonly kind: 'subgraph';
  readonly subgraph: string;
}

export const anonymous: AnonymousCaller = { kind: 'anonymous' };
