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
   * do. `open` has to be the same for all members of a key; the latest is used.
   */
  join(key: string, member: Member, from: Position, open: OpenSource): Membership {
    const group = this.#groups.get(key) ?? new Group(open);
    group.open = open;
    this.#groups.set(key, group);
    group.members += 1;
    const membership = new Membership(member, group, from, () => {
      group.members -= 1;
      if (group.members === 0 && this.#groups.get(key) === group) this.#groups.delete(key);
    });
    group.place(membership);
    return membership;
  }

  /** Groups that somebody belongs to. */
  get size(): number {
    return this.#groups.size;
  }
}

/** A member in its group: known by this object, never by an id. */
export class Membership {
  readonly #member: Member;
  readonly #group: Group;
  readonly #onEnd: () => void;
  #holds: Position;
  #hasEnded = false;
  /** The stream that it reads; undefined while it has to drain. */
  stream: SharedStream | undefined;

  constructor(member: Member, group: Group, holds: Position, onEnd: () => void) {
    this.#member = member;
    this.#group = group;
    this.#holds = holds;
    this.#onEnd = onEnd;
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
   * The client has left. Resolves when a stream that was still being started for it has been dealt with;
   * with false when the membership had ended before.
   */
  async leave(): Promise<boolean> {
    const { stream } = this;
    if (!this.#end()) return false;
    stream?.remove(this);
    if (stream?.isStarting) await stream.started;
    return true;
  }

  #end(): boolean {
    if (this.#hasEnded) return false;
    this.#hasEnded = true;
    this.stream = undefined;
    this.#onEnd();
    return true;
  }
}
