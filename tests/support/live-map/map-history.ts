/** A map as some watchers held it at some time. Whoever holds the same map holds this same object. */
export interface KnownMap {
  readonly version: string;
  /** One letter for each seat: F, H, S, B. */
  readonly states: string;
  /** How often seats changed to get here, as far as can be told: held counts one, sold counts two. */
  readonly progress: number;
}

/** What one message did to a watcher's map. */
export interface Step {
  readonly kind: 'snapshot' | 'delta';
  readonly map: KnownMap;
  readonly changes: readonly SeatChange[];
  /** The message without the client's id. */
  readonly body: Buffer;
}

export interface SeatChange {
  readonly index: number;
  /** F, H, S or B. */
  readonly letter: string;
}

/** The payload of a message of `SeatMapChanged`. */
interface Payload {
  readonly errors?: readonly { readonly message: string }[];
  readonly data?: {
    readonly seatMapChanged:
      | { readonly __typename: 'SeatMapSnapshot'; readonly version: string; readonly states: string }
      | {
          readonly __typename: 'SeatMapDelta';
          readonly fromVersion: string;
          readonly version: string;
          readonly changes: readonly { readonly index: number; readonly state: string }[];
        };
  } | null;
}

/**
 * Every map of one event that any watcher of this process has held, and which message led from which to
 * which. A message that another watcher has had already is recognised by its bytes alone, so that a thousand
 * watchers cost hardly more than one; every byte of every message is compared all the same.
 */
export class MapHistory {
  readonly #byVersion = new Map<string, KnownMap>();
  readonly #steps = new Map<KnownMap | null, Step[]>();
  #newest: KnownMap | null = null;

  /** The map that is furthest on. */
  get newest(): KnownMap | null {
    return this.#newest;
  }

  /**
   * Applies a payload to the map that a watcher holds, null before its first message.
   *
   * @throws Error when the payload has errors, when a delta does not begin where the watcher stands, or when
   *   two watchers would hold different maps under one version
   */
  apply(held: KnownMap | null, body: Buffer): Step {
    const known = this.#steps.get(held) ?? [];
    const same = known.find((step) => step.body.equals(body));
    if (same) return same;
    const step = this.#read(held, Buffer.from(body));
    known.push(step);
    this.#steps.set(held, known);
    return step;
  }

  #read(held: KnownMap | null, body: Buffer): Step {
    const { data, errors } = JSON.parse(body.toString()) as Payload;
    if (errors || !data) throw new Error(`expected a message of the map, got ${body.toString()}`);
    const message = data.seatMapChanged;
    if (message.__typename === 'SeatMapSnapshot') {
      const map = this.#learn(message.version, message.states);
      return { kind: 'snapshot', map, changes: [], body };
    }
    if (held?.version !== message.fromVersion) {
      throw new Error(`expected a delta from ${held?.version}, got one from ${message.fromVersion}`);
    }
    const letters = [...held.states];
    const changes = message.changes.map(({ index, state }) => ({ index, letter: state.charAt(0) }));
    for (const { index, letter } of changes) letters[index] = letter;
    const map = this.#learn(message.version, letters.join(''));
    return { kind: 'delta', map, changes, body };
  }

  #learn(version: string, states: string): KnownMap {
    const known = this.#byVersion.get(version);
    if (known && known.states !== states) {
      throw new Error(`expected one map of version ${version}, got ${states} beside ${known.states}`);
    }
    if (known) return known;
    const map = { version, states, progress: progressOf(states) };
    this.#byVersion.set(version, map);
    if (map.progress >= (this.#newest?.progress ?? 0)) this.#newest = map;
    return map;
  }
}

function progressOf(states: string): number {
  let progress = 0;
  for (const letter of states) progress += letter === 'S' ? 2 : letter === 'F' ? 0 : 1;
  return progress;
}
