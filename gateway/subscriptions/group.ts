import type { Membership } from './hub.ts';
import type { OpenSource } from './member.ts';
import { SharedStream } from './shared-stream.ts';

/**
 * All who watch the same. Mostly they read one stream; who comes back from an earlier position reads one of
 * its own until it has caught up, and streams that stand at the same cursor become one.
 */
export class Group {
  readonly #streams = new Set<SharedStream>();
  readonly #onIdle: () => void;
  open: OpenSource;
  /** Those who read a stream, and those who have to drain first. */
  members = 0;

  /** @param onIdle called when nobody belongs to it any more and nothing is open or being opened */
  constructor(open: OpenSource, onIdle: () => void) {
    this.open = open;
    this.#onIdle = onIdle;
  }

  /** One who belonged to it has gone. */
  left(): void {
    this.members -= 1;
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
    if (this.members === 0 && this.#streams.size === 0) this.#onIdle();
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
