import { type Readable, Transform, type TransformCallback } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../caller.ts';
import { bodyTooLarge, RequestRefused } from './refusals.ts';

/** Bodies beyond what everybody may send: files that travel in variables. */
export interface LargeBodies {
  /** Bytes of such a body, after decompression. */
  readonly bytes: number;
  /** Whether this caller may send one. Asked with the headers, before anything of the body is read. */
  isFor(caller: Caller): boolean;
}

/** What one body may be. */
export interface BodyBounds {
  readonly bytes: number;
  /** Values, those inside of others included. Absent: as many as its bytes hold. */
  readonly values?: number;
}

/** Undefined when the client does not know yet how much it is going to send. */
export function announcedBytes({ headers }: FastifyRequest): number | undefined {
  const length = headers['content-length'];
  // Node has refused what is no number; one beyond all numbers is too much of anything.
  return length === undefined ? undefined : Math.min(Number(length), Number.MAX_SAFE_INTEGER);
}

/** Whether the headers say that nobody has to watch over the body: fastify reads as much as was announced. */
export function isSmall(request: FastifyRequest, bodyBytes: number): boolean {
  const announced = announcedBytes(request);
  return announced !== undefined && announced <= bodyBytes && !request.headers['content-encoding'];
}

/** A body on its way in, or what a decompressor makes of it: that one says how much it has read for it. */
type Body = Readable & { readonly receivedEncodedLength?: number };

/** The same body, ended with a RequestRefused where it passes its bounds. What is sent after that is not read. */
export function boundedBody(body: Body, bounds: BodyBounds): Readable {
  const bounded = new BoundedBody(body, bounds);
  body.once('error', (error) => bounded.destroy(error));
  return body.pipe(bounded);
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPENING_BRACKET = 0x5b;
const OPENING_BRACE = 0x7b;

class BoundedBody extends Transform {
  readonly #body: Body;
  readonly #bounds: BodyBounds;
  #bytes = 0;
  #values = 1;
  #isInText = false;
  #isEscaped = false;

  constructor(body: Body, bounds: BodyBounds) {
    super();
    this.#body = body;
    this.#bounds = bounds;
  }

  /** Fastify compares it with the Content-Length. */
  get receivedEncodedLength(): number {
    return this.#body.receivedEncodedLength ?? 0;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    const fault = this.#faultWith(chunk);
    if (fault) done(fault);
    else done(null, chunk);
  }

  #faultWith(chunk: Buffer): RequestRefused | undefined {
    const { bytes, values } = this.#bounds;
    this.#bytes += chunk.length;
    if (this.#bytes > bytes) return bodyTooLarge(bytes);
    if (values === undefined) return undefined;
    this.#countValues(chunk);
    if (this.#values <= values) return undefined;
    const message = `expected at most ${values} values in a body of this size, got more`;
    return new RequestRefused(400, 'BAD_USER_INPUT', message);
  }

  /** Every comma and every list or object begins another value. Whether it is JSON at all is not asked here. */
  #countValues(chunk: Buffer): void {
    let isInText = this.#isInText;
    let isEscaped = this.#isEscaped;
    let values = this.#values;
    for (let index = 0; index < chunk.length; index += 1) {
      const byte = chunk[index];
      if (isEscaped) isEscaped = false;
      else if (isInText) {
        if (byte === QUOTE) isInText = false;
        else if (byte === BACKSLASH) isEscaped = true;
      } else if (byte === QUOTE) isInText = true;
      else if (byte === COMMA || byte === OPENING_BRACKET || byte === OPENING_BRACE) values += 1;
    }
    this.#isInText = isInText;
    this.#isEscaped = isEscaped;
    this.#values = values;
  }
}
