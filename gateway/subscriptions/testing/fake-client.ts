import type { GraphQLError } from 'graphql';
import type { Hub } from '../hub.ts';
import type { Member, OpenSource, Position } from '../member.ts';
import type { Membership } from '../membership.ts';
import type { SharedMessage } from '../shared-message.ts';
import type { LogMessage } from './fake-log.ts';

/** A client of the fake log who keeps the rules, and says so when a message breaks them. */
export class FakeClient implements Member {
  readonly #key: string;
  #membership: Membership | undefined;
  #drained: (() => void)[] = [];
  #goesOn = false;
  isConnected = false;
  cursor: string | null = null;
  entries: number[] = [];
  isBehind = false;
  received: SharedMessage[] = [];
  ended: { readonly errors: readonly GraphQLError[] | undefined } | undefined;

  constructor(key = 'k') {
    this.#key = key;
  }

  /** `field`: what it is counted by; not at all unless given. */
  connect(hub: Hub, open: OpenSource, field?: string): void {
    const from: Position = this.cursor === null ? { kind: 'start' } : { kind: 'after', cursor: this.cursor };
    this.#goesOn = this.cursor !== null;
    this.isConnected = true;
    this.#membership = hub.join(this.#key, this, from, open, { watched: field });
  }

  /** Resolves when nothing of it is left. */
  disconnect(): Promise<void> {
    const membership = this.#membership;
    this.#membership = undefined;
    this.isConnected = false;
    this.#drained = [];
    this.isBehind = false;
    return new Promise((resolve) => (membership ? membership.leave(resolve) : resolve()));
  }

  drain(): void {
    this.isBehind = false;
    for (const callback of this.#drained.splice(0)) callback();
  }

  whenDrained(callback: () => void): void {
    this.#drained.push(callback);
  }

  send(message: SharedMessage): void {
    if (!this.isConnected) throw new Error('a message came after the client had left');
    this.received.push(message);
    const { entries, from, extensions } = JSON.parse(message.body) as LogMessage;
    if (from === null) {
      if (this.#goesOn && !extensions.reset) throw new Error('everything came again, and nobody said so');
      this.entries = [...entries];
    } else {
      if (from !== this.cursor) throw new Error(`what follows ${from} came to who held ${this.cursor}`);
      this.entries.push(...entries);
    }
    this.cursor = extensions.cursor;
    this.#goesOn = true;
  }

  end(errors: readonly GraphQLError[] | undefined): void {
    this.ended = { errors };
    this.isConnected = false;
  }
}
