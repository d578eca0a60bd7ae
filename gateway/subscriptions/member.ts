import type { GraphQLError } from 'graphql';
import type { SharedMessage } from './shared-message.ts';

/** One subscription of one client, over whatever transport. */
export interface Member {
  /** Whether so much lies unread that nothing more is sent until it has drained. */
  readonly isBehind: boolean;
  /** Calls back, once, when it has drained. Not at all when its client leaves before. */
  whenDrained(callback: () => void): void;
  send(message: SharedMessage): void;
  /** No message will follow; with `errors` this is why. Not called for a member that has left. */
  end(errors: readonly GraphQLError[] | undefined): void;
}

/** What somebody holds already who begins to read a stream. */
export type Position =
  /** Nothing. */
  | { readonly kind: 'start' }
  /** Everything up to this cursor. */
  | { readonly kind: 'after'; readonly cursor: string }
  /** Something, but nobody knows up to where: the first message has to say that it starts anew. */
  | { readonly kind: 'lost' };

/** Messages from a position on, made once for all who read them. */
export interface Source {
  /**
   * The next message, or the end; an end with errors when the stream cannot go on. Never rejects. One call at
   * a time, but `return` resolves a call that waits.
   */
  next(): Promise<IteratorResult<SharedMessage, readonly GraphQLError[] | undefined>>;
  return(): void;
}

/** Opens a stream upstream. Never rejects: what cannot be opened is a source that ends with errors. */
export type OpenSource = (from: Position) => Promise<Source>;
