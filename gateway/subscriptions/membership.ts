import type { GraphQLError } from 'graphql';
import type { Member, Position } from './member.ts';
import type { SharedMessage } from './shared-message.ts';

/** Those who watch the same, as one of them sees it. */
interface MemberGroup {
  /** Finds the stream that the member can be let into, or opens one. */
  place(membership: Membership): void;
  /** One who belonged to it has gone. */
  left(): void;
}

/** The stream that a member reads. */
interface ReadStream {
  readonly isStarting: boolean;
  readonly started: Promise<unknown>;
  remove(membership: Membership): void;
}

/** A member in its group: known by this object, never by an id. */
export class Membership {
  readonly #member: Member;
  readonly #group: MemberGroup;
  readonly #onOver: (() => void) | undefined;
  #holds: Position;
  #hasEnded = false;
  /** The stream that it reads; undefined while it has to drain. */
  stream: ReadStream | undefined;

  constructor(member: Member, group: MemberGroup, holds: Position, onOver?: () => void) {
    this.#member = member;
    this.#group = group;
    this.#holds = holds;
    this.#onOver = onOver;
  }

  /** What its client has been sent so far, and so will hold. */
  get holds(): Position {
    return this.#holds;
  }

  /**
   * Sends a message, unless too much lies unread. Then it is put aside, false is answered, and when it has
   * drained it gets what it has missed as anybody who comes back does.
   */
  deliver(message: SharedMessage): boolean {
    if (this.#member.isBehind) {
      this.stream = undefined;
      this.#member.whenDrained(() => {
        if (!this.#hasEnded) this.#group.place(this);
      });
      // Without cursors nobody can tell later what was missed; so it has to be said that something was.
      if (this.#holds.kind !== 'after' && message.cursor === undefined) this.#holds = { kind: 'lost' };
      return false;
    }
    if (message.cursor !== undefined) this.#holds = { kind: 'after', cursor: message.cursor };
    else if (this.#holds.kind === 'start') this.#holds = { kind: 'lost' };
    this.#member.send(message);
    return true;
  }

  /** The stream is over. */
  finish(errors: readonly GraphQLError[] | undefined): void {
    if (!this.#end()) return;
    this.#member.end(errors);
  }

  /**
   * The client has left. `onSettled` is called when nothing is left of it: at once, or when a stream that was
   * still being started for it has been dealt with. Not at all when the membership had ended before.
   */
  leave(onSettled: () => void = () => {}): void {
    const { stream } = this;
    if (!this.#end()) return;
    stream?.remove(this);
    if (stream?.isStarting) void stream.started.then(onSettled);
    else onSettled();
  }

  #end(): boolean {
    if (this.#hasEnded) return false;
    this.#hasEnded = true;
    this.stream = undefined;
    this.#group.left();
    this.#onOver?.();
    return true;
  }
}
