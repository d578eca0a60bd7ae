import type { GraphQLError } from 'graphql';
import { Group } from './group.ts';
import type { Member, OpenSource, Position } from './member.ts';
import type { SharedMessage } from './shared-message.ts';
import type { SharedStream } from './shared-stream.ts';

/**
 * Sends each message that several clients wait for to all of them, and has it made once. The hub knows neither
 * GraphQL nor sockets: members of one key are owed the same messages, and a cursor says how far one has come.
 */
export class Hub {
  readonly #groups = new Map<string, Group>();

  /**
   * Lets a member in among those who watch the same. Nothing is opened upstream when it stands where others
   * do. A message may be sent before this returns. `open` has to do the same for all members of a key; the
   * latest is used.
   */
  join(key: string, member: Member, from: Position, open: OpenSource): Membership {
    const group = this.#groups.get(key) ?? this.#begin(key, open);
    group.open = open;
    group.members += 1;
    const membership = new Membership(member, group, from);
    group.place(membership);
    return membership;
  }

  /** Groups that somebody belongs to, or whose stream is still being started. */
  get size(): number {
    return this.#groups.size;
  }

  #begin(key: string, open: OpenSource): Group {
    const group = new Group(open, () => this.#groups.delete(key));
    this.#groups.set(key, group);
    return group;
  }
}

/** A member in its group: known by this object, never by an id. */
export class Membership {
  readonly #member: Member;
  readonly #group: Group;
  #holds: Position;
  #hasEnded = false;
  /** The stream that it reads; undefined while it has to drain. */
  stream: SharedStream | undefined;

  constructor(member: Member, group: Group, holds: Position) {
    this.#member = member;
    this.#group = group;
    this.#holds = holds;
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
    return true;
  }
}
