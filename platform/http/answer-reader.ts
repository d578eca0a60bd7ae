import { type AnswerHead, readHead } from './answer-head.ts';

/** An answer over HTTP/1.1 that has come whole. */
export interface HttpAnswer {
  readonly status: number;
  /** As UTF-8. */
  readonly body: string;
  /** For how long the connection may be used again, in milliseconds; 0 when it may not. */
  readonly keptMs: number;
}

/** What came is no answer of HTTP/1.1, or one that nobody may rely on. */
export class BrokenAnswer extends Error {}

/** The body has more bytes than whoever asks takes. */
export class AnswerTooLarge extends Error {}

/** As Node takes them. */
const MOST_HEAD_BYTES = 16 * 1024;
/** The size of a chunk with its extensions, or one line of a trailer. */
const MOST_LINE = 1_024;
const FIRST_ROOM = 16 * 1024;
const LF = 10;
const NOTHING: Buffer = Buffer.alloc(0);

type Place = 'head' | 'body' | 'size of chunk' | 'chunk' | 'end of chunk' | 'trailer';

/**
 * Reads the answers of one connection, in whatever pieces they come. Strict, as RFC 9112 asks of whoever uses a connection
 * again: where two could read the end of an answer differently it is no answer.
 *
 * Why it is of our own: docs/adr/0040-subgraphs-are-asked-over-sockets-of-our-own.md.
 */
export class AnswerReader {
  readonly #mostBytes: number;
  #place: Place = 'head';
  #head: AnswerHead | undefined;
  /** What has come of a head, or of a line between chunks, that is not whole. */
  #begun = '';
  /** Bytes of the body, or of the chunk, that have not come. */
  #left = 0;
  #body = NOTHING;
  #bodyBytes = 0;
  #trailerBytes = 0;

  /** @param mostBytes of a body */
  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  /**
   * Takes the next bytes, which may be overwritten afterwards.
   *
   * @returns the answer when these were the last of it, and nothing else
   * @throws BrokenAnswer, AnswerTooLarge; then the connection is of no use
   */
  read(bytes: Buffer): HttpAnswer | undefined {
    let at = 0;
    while (this.#place === 'head') {
      const start = this.#readHead(bytes, at);
      if (start === undefined) return undefined;
      at = start;
      const whole = this.#wholeBody(bytes, at);
      if (whole) return whole;
    }
    return this.#place === 'body' ? this.#readBody(bytes, at) : this.#readChunks(bytes, at);
  }

  /** The connection has ended, and nothing comes any more. @throws BrokenAnswer */
  end(): HttpAnswer {
    if (this.#place === 'body' && this.#head?.body === 'until the end') return this.#finish();
    throw new BrokenAnswer('expected an answer, the connection was closed before it was whole');
  }

  /** Where the body begins; undefined when the head is not whole. */
  #readHead(bytes: Buffer, from: number): number | undefined {
    let end = bytes.indexOf('\r\n\r\n', from, 'latin1');
    let text: string;
    if (this.#begun === '' && end >= 0) {
      text = bytes.toString('latin1', from, end);
    } else {
      // Its end may have come in two pieces.
      const before = this.#begun.length;
      this.#begun += bytes.toString('latin1', from, from + MOST_HEAD_BYTES + 4);
      const endInAll = this.#begun.indexOf('\r\n\r\n', Math.max(0, before - 3));
      if (endInAll < 0) {
        if (this.#begun.length > MOST_HEAD_BYTES) throw new BrokenAnswer('expected a shorter head');
        return undefined;
      }
      text = this.#begun.slice(0, endInAll);
      end = from + endInAll - before;
      this.#begun = '';
    }
    if (text.length > MOST_HEAD_BYTES) throw new BrokenAnswer('expected a shorter head');
    const head = readHead(text);
    if (!head) throw new BrokenAnswer('expected the head of an answer of HTTP/1.1');
    // 100 and 103 come before the answer.
    if (head.status >= 200) this.#begin(head);
    return end + 4;
  }

  #begin(head: AnswerHead): void {
    const { body } = head;
    this.#head = head;
    this.#place = body === 'in chunks' ? 'size of chunk' : 'body';
    this.#left = typeof body === 'number' ? body : Number.POSITIVE_INFINITY;
    if (typeof body === 'number' && body > this.#mostBytes) throw tooLarge(this.#mostBytes);
  }

  /** Most answers come in one piece, and are read where they are. */
  #wholeBody(bytes: Buffer, at: number): HttpAnswer | undefined {
    const head = this.#head;
    if (!head || bytes.length - at !== head.body) return undefined;
    this.#head = undefined;
    this.#place = 'head';
    return { status: head.status, body: bytes.toString('utf8', at, bytes.length), keptMs: head.keptMs };
  }

  #readBody(bytes: Buffer, at: number): HttpAnswer | undefined {
    const here = bytes.length - at;
    if (here > this.#left) throw tooMuch();
    this.#keep(bytes, at, bytes.length);
    this.#left -= here;
    return this.#left === 0 ? this.#finish() : undefined;
  }

  #readChunks(bytes: Buffer, from: number): HttpAnswer | undefined {
    for (let at = from; at < bytes.length; ) {
      if (this.#place === 'chunk') {
        const stop = Math.min(bytes.length, at + this.#left);
        this.#keep(bytes, at, stop);
        this.#left -= stop - at;
        at = stop;
        if (this.#left === 0) this.#place = 'end of chunk';
        continue;
      }
      const lineEnd = bytes.indexOf(LF, at);
      const stop = lineEnd < 0 ? bytes.length : lineEnd;
      if (this.#begun.length + stop - at > MOST_LINE) throw new BrokenAnswer('expected a shorter line');
      this.#begun += bytes.toString('latin1', at, stop);
      if (lineEnd < 0) return undefined;
      at = lineEnd + 1;
      const line = this.#begun;
      this.#begun = '';
      if (!line.endsWith('\r')) throw new BrokenAnswer('expected lines that end with CR LF');
      const isLast = this.#readLine(line.slice(0, -1));
      if (!isLast) continue;
      if (at < bytes.length) throw tooMuch();
      return this.#finish();
    }
    return undefined;
  }

  /** A line between chunks. True when nothing follows. */
  #readLine(line: string): boolean {
    if (this.#place === 'trailer') {
      this.#trailerBytes += line.length;
      if (this.#trailerBytes > MOST_HEAD_BYTES) throw new BrokenAnswer('expected a shorter trailer');
      return line === '';
    }
    if (this.#place === 'end of chunk') {
      if (line !== '') throw new BrokenAnswer('expected the end of a chunk');
      this.#place = 'size of chunk';
      return false;
    }
    const size = /^([0-9a-f]{1,8})(?:[ \t]*;.*)?$/i.exec(line)?.[1];
    if (size === undefined) throw new BrokenAnswer('expected the size of a chunk');
    this.#left = Number.parseInt(size, 16);
    if (this.#bodyBytes + this.#left > this.#mostBytes) throw tooLarge(this.#mostBytes);
    this.#place = this.#left === 0 ? 'trailer' : 'chunk';
    return false;
  }

  /** In one buffer that grows: many small pieces would cost many times what they hold. */
  #keep(bytes: Buffer, from: number, to: number): void {
    const needed = this.#bodyBytes + to - from;
    if (needed > this.#mostBytes) throw tooLarge(this.#mostBytes);
    if (needed > this.#body.length) {
      const grown = Buffer.allocUnsafe(Math.max(FIRST_ROOM, needed, 2 * this.#body.length));
      this.#body.copy(grown, 0, 0, this.#bodyBytes);
      this.#body = grown;
    }
    bytes.copy(this.#body, this.#bodyBytes, from, to);
    this.#bodyBytes = needed;
  }

  #finish(): HttpAnswer {
    const { status = 0, keptMs = 0 } = this.#head ?? {};
    const answer = { status, body: this.#body.toString('utf8', 0, this.#bodyBytes), keptMs };
    this.#head = undefined;
    this.#place = 'head';
    this.#body = NOTHING;
    this.#bodyBytes = 0;
    this.#trailerBytes = 0;
    return answer;
  }
}

function tooLarge(most: number): AnswerTooLarge {
  return new AnswerTooLarge(`expected an answer of at most ${most} bytes`);
}

/** On a connection that carries one question at a time nothing can belong to what comes after an answer. */
function tooMuch(): BrokenAnswer {
  return new BrokenAnswer('expected the end of the answer, more came after it');
}
