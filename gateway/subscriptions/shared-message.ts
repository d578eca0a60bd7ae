/** Ids whose frame is kept while a message is sent: clients that count their subscriptions share a few. */
const FRAMES_KEPT = 64;

/**
 * One message to everybody who watches the same: serialized once, framed once for each distinct id that
 * clients have given their subscriptions.
 */
export class SharedMessage {
  /** Where somebody stands who has read this message; undefined when it says of no position. */
  readonly cursor: string | undefined;
  readonly #body: Buffer;
  readonly #frames = new Map<string, Buffer>();
  #event: Buffer | undefined;

  /** @param body an ExecutionResult as JSON, on one line */
  constructor(body: string, cursor?: string) {
    this.#body = Buffer.from(body);
    this.cursor = cursor;
  }

  get body(): string {
    return this.#body.toString();
  }

  get byteLength(): number {
    return this.#body.length;
  }

  /** The `next` message of graphql-transport-ws for the subscription of this id. */
  frameFor(id: string): Buffer {
    const known = this.#frames.get(id);
    if (known) return known;
    const head = Buffer.from(`{"id":${JSON.stringify(id)},"type":"next","payload":`);
    const frame = Buffer.concat([head, this.#body, closing], head.length + this.#body.length + 1);
    if (this.#frames.size < FRAMES_KEPT) this.#frames.set(id, frame);
    return frame;
  }

  /** The `next` event of an event stream; its id is the cursor, so that a browser sends it back by itself. */
  get event(): Buffer {
    this.#event ??= Buffer.from(
      `event: next\n${this.cursor === undefined ? '' : `id: ${this.cursor}\n`}data: ${this.#body}\n\n`,
    );
    return this.#event;
  }

  /** Lets go of the frames: the round is over, and the message itself may be kept for who comes later. */
  forgetFrames(): void {
    this.#frames.clear();
  }
}

const closing = Buffer.from('}');
