import { gauge } from '@parterre/platform/telemetry/metrics.ts';
import type { Member, OpenSource, Position } from './member.ts';
import { Membership } from './membership.ts';
import { SharedStream } from './shared-stream.ts';

const watchers = gauge(
  'parterre_gateway_watchers',
  'Subscriptions that clients have open, by what they watch.',
  ['field'],
);

interface JoinOptions {
  readonly watched?: string;
  readonly onOver?: (() => void) | undefined;
}

/**
 * Sends each message that several clients wait for to all of them, and has it made once. The hub knows neither
 * GraphQL nor sockets: members of one key are owed the same messages, and a cursor says how far one has come.
 */
export class Hub {
  readonly #groups = new Map<string, Group>();

  /**
   * Lets a member in among those who watch the same. Nothing is opened upstream when it stands where others
   * do. A message may be sent before this returns. `open` has to do the same for all members of a key; the
   * latest is used. `watched` is what metrics call it, of a closed set. `onOver` is called once, when the member has left
   * or its stream is over.
   */
  join(
    key: string,
    member: Member,
    from: Position,
    open: OpenSource,
    { watched = 'other', onOver }: JoinOptions = {},
  ): Membership {
    const group = this.#groups.get(key) ?? this.#begin(key, open, watched);
    group.open = open;
    group.joined();
    const membership = new Membership(member, group, from, onOver);
    group.place(membership);
    return membership;
  }

  /** Groups that somebody belongs to, or whose stream is still being started. */
  get size(): number {
    return this.#groups.size;
  }

  #begin(key: string, open: OpenSource, watched: string): Group {
    const group = new Group(open, watched, () => this.#groups.delete(key));
    this.#groups.set(key, group);
    return group;
  }
}

/**
 * All who watch the same. Mostly they read one stream; who comes back from an earlier position reads one of
 * its own until it has caught up, and streams that stand at the same cursor become one.
 */
class Group {
  readonly #streams = new Set<SharedStream>();
  readonly #onIdle: () => void;
  readonly #watched: string;
  open: OpenSource;
  /** Those who read a stream, and those who have to drain first. */
  #members = 0;

  /** @param onIdle called when nobody belongs to it any more and nothing is open or being opened */
  constructor(open: OpenSource, watched: string, onIdle: () => void) {
    this.open = open;
    this.#watched = watched;
    this.#onIdle = onIdle;
  }

  joined(): void {
    this.#members += 1;
    watchers.inc({ field: this.#watched });
  }

  /** One who belonged to it has gone. */
  left(): void {
    this.#members -= 1;
    watchers.dec({ field: this.#watched });
    this.#lookForIdle();
  }

  /** Finds the stream that the member can be let into, or opens one. */
  place(membership: Membership): void {
    const from = membership.holds;
    for (const stream of this.#streams) {
      if (!stream.accepts(from)) continue;
      stream.add(membership, from);
      return;
    }
    const stream = new SharedStream(from, this.open, {
      moved: (moved) => this.#unite(moved),
      ended: (ended) => {
        this.#streams.delete(ended);
        this.#lookForIdle();
      },
    });
    this.#streams.add(stream);
    stream.add(membership, from);
  }

  #lookForIdle(): void {
    if (this.#members === 0 && this.#streams.size === 0) this.#onIdle();
  }

  /**
   * Equal cursors of equal questions are one position: of two streams there one is enough. The one with fewer
   * members goes, or the one that has not begun: whether it starts at all is not known yet. Comparing for
   * equality is all that a cursor is good for.
   */
  #unite(moved: SharedStream): void {
    for (const other of [...this.#streams]) {
      if (other === moved || moved.position === undefined || other.position !== moved.position) continue;
      const [kept, gone] = other.hasBegun && other.size > moved.size ? [other, moved] : [moved, other];
      kept.absorb(gone);
    }
  }
}
