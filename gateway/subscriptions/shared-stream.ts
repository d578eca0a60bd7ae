import { setImmediate as turn } from 'node:timers/promises';
import type { GraphQLError } from 'graphql';
import type { OpenSource, Position, Source } from './member.ts';
import type { Membership } from './membership.ts';
import type { SharedMessage } from './shared-message.ts';

/** Members that are written to in one go. 1,000 frames take some 20 ms (bench/fan-out); then others have a turn. */
const MEMBERS_PER_TURN = 1_000;

export interface SharedStreamEvents {
  /** Everybody has been sent what leads to `position`. */
  moved(stream: SharedStream): void;
  /** The stream is over and has no members any more. */
  ended(stream: SharedStream): void;
}

/**
 * One stream of messages from upstream and the members who read it. They all stand at its position; who comes
 * later is let in when it holds the same, or can be given the one message that leads there.
 */
export class SharedStream {
  readonly #members = new Set<Membership>();
  readonly #events: SharedStreamEvents;
  readonly #from: Position;
  /** The one message that leads from a place to the present position, by that place. */
  readonly #openings = new Map<string, SharedMessage>();
  #position: string | undefined;
  #hasBegun = false;
  #isClosed = false;
  #source: Source | undefined;
  /** Resolves when upstream has answered whether the stream starts. Never rejects. */
  readonly started: Promise<void>;

  constructor(from: Position, open: OpenSource, events: SharedStreamEvents) {
    this.#from = from;
    this.#events = events;
    // Who holds `cursor` stands here before the first message comes: that message leads on from there.
    this.#position = from.kind === 'after' ? from.cursor : undefined;
    this.started = this.#start(open);
  }

  /** Where all members stand; undefined while they are being written to, and where messages have no cursor. */
  get position(): string | undefined {
    return this.#position;
  }

  get hasBegun(): boolean {
    return this.#hasBegun;
  }

  get size(): number {
    return this.#members.size;
  }

  get isStarting(): boolean {
    return this.#source === undefined;
  }

  /** Whether somebody who holds this much can be let in. */
  accepts(from: Position): boolean {
    if (from.kind === 'after' && from.cursor === this.#position) return true;
    const place = nameOf(from);
    return this.#openings.has(place) || (!this.#hasBegun && place === nameOf(this.#from));
  }

  /** Lets in somebody whom it accepts; at most one message is sent, and nothing is opened upstream. */
  add(membership: Membership, from: Position): void {
    membership.stream = this;
    this.#members.add(membership);
    if (from.kind === 'after' && from.cursor === this.#position) return;
    const opening = this.#openings.get(nameOf(from));
    if (opening && !membership.deliver(opening)) this.#members.delete(membership);
  }

  /** Takes over the members of a stream that stands at the same position, and closes it. */
  absorb(other: SharedStream): void {
    for (const membership of other.#members) {
      membership.stream = this;
      this.#members.add(membership);
    }
    for (const [place, opening] of other.#openings) this.#openings.set(place, opening);
    other.#members.clear();
    other.#close();
  }

  /** The member gets nothing any more. A stream that nobody reads is closed, when it has started at the latest. */
  remove(membership: Membership): void {
    this.#members.delete(membership);
    this.#closeIfDeserted();
  }

  async #start(open: OpenSource): Promise<void> {
    const source = await open(this.#from);
    this.#source = source;
    if (this.#isClosed) source.return();
    else if (!this.#closeIfDeserted()) void this.#run(source);
  }

  async #run(source: Source): Promise<void> {
    for (;;) {
      const step = await source.next();
      if (this.#isClosed) return;
      if (step.done) return this.#finish(step.value);
      await this.#publish(step.value);
      if (this.#isClosed || this.#closeIfDeserted()) return;
    }
  }

  /**
   * Writes to every member. Positions and openings are unknown meanwhile, so that nobody can be let in or be
   * taken over half way through.
   */
  async #publish(message: SharedMessage): Promise<void> {
    const isFirst = !this.#hasBegun;
    this.#hasBegun = true;
    this.#position = undefined;
    this.#openings.clear();
    let written = 0;
    for (const membership of [...this.#members]) {
      // Gone, or put aside, while others had their turn.
      if (!this.#members.has(membership)) continue;
      if (!membership.deliver(message)) this.#members.delete(membership);
      written += 1;
      if (written % MEMBERS_PER_TURN === 0) await turn();
    }
    if (this.#isClosed) return;
    this.#position = message.cursor;
    if (isFirst && message.cursor !== undefined) this.#openings.set(nameOf(this.#from), message);
    message.forgetFrames();
    this.#events.moved(this);
  }

  #finish(errors: readonly GraphQLError[] | undefined): void {
    const members = [...this.#members];
    this.#members.clear();
    this.#close();
    for (const membership of members) membership.finish(errors);
  }

  #closeIfDeserted(): boolean {
    if (this.#members.size > 0 || this.isStarting) return false;
    this.#close();
    return true;
  }

  #close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#position = undefined;
    this.#openings.clear();
    this.#source?.return();
    this.#events.ended(this);
  }
}

function nameOf(position: Position): string {
  return position.kind === 'after' ? `after ${position.cursor}` : position.kind;
}
