import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AnswerReader, AnswerTooLarge, BrokenAnswer, type HttpAnswer } from './answer-reader.ts';

const MOST = 1_000;

/** What comes of an answer in these pieces, all of them in the same memory, one after another. */
function read(pieces: readonly (string | Buffer)[], reader = new AnswerReader(MOST)): HttpAnswer | undefined {
  const memory = Buffer.alloc(64 * 1024);
  let answer: HttpAnswer | undefined;
  for (const piece of pieces) {
    expect(answer).toBeUndefined();
    const length = typeof piece === 'string' ? memory.write(piece) : piece.copy(memory);
    answer = reader.read(memory.subarray(0, length));
    memory.fill('?');
  }
  return answer;
}

const lines = (...all: readonly string[]) => all.map((line) => `${line}\r\n`).join('');
const whole = (head: readonly string[], body: string) => lines('HTTP/1.1 200 OK', ...head, '') + body;
const lengthOf = (text: string) => `content-length: ${Buffer.byteLength(text)}`;
const bodyOf = (text: string) => read([text])?.body;

describe('the answer to a question', () => {
  const body = '{"data":{"a":"ö€🎟"}}';
  const answers: Readonly<Record<string, string>> = {
    'with its length': whole(['Content-Type: application/json', lengthOf(body)], body),
    'with its length twice': whole([lengthOf(body), lengthOf(body)], body),
    'after what only announces it': `${lines('HTTP/1.1 103 Early Hints', 'link: </a>', '')}${whole([lengthOf(body)], body)}`,
    'without words': lines('HTTP/1.1 200', lengthOf(body), '') + body,
    'in one chunk': whole(['Transfer-Encoding: chunked'], `1A\r\n${body}\r\n0\r\n\r\n`),
    'in two chunks': whole(
      ['transfer-encoding: Chunked'],
      `0e;a=b\r\n${body.slice(0, 14)}\r\nC ; d\r\n${body.slice(14)}\r\n0\r\na: b\r\n\r\n`,
    ),
  };

  it.each(Object.entries(answers))('is read %s, in whatever two pieces it comes', (_how, text) => {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; at += 1) {
      const pieces = at === 0 ? [bytes] : [bytes.subarray(0, at), bytes.subarray(at)];
      expect(read(pieces)).toEqual({ status: 200, body, keptMs: 4_000 });
    }
  });

  it('is read however it is cut in chunks, and these in pieces', () => {
    const cuts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 60 });
    const property = fc.property(
      fc.string({ unit: 'binary', maxLength: 200 }),
      cuts,
      cuts,
      fc.boolean(),
      (text, chunks, pieces, hasTrailer) => {
        const parts = cut(Buffer.from(text), chunks).map((part) =>
          Buffer.concat([Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n')]),
        );
        const trailer = hasTrailer ? 'a: b\r\n' : '';
        const head = whole(['transfer-encoding: chunked'], '');
        const all = Buffer.concat([Buffer.from(head), ...parts, Buffer.from(`0\r\n${trailer}\r\n`)]);
        expect(read(cut(all, pieces))?.body).toBe(Buffer.from(text).toString());
      },
    );
    fc.assert(property, { seed: 1, numRuns: 300 });
  });

  it('is followed by the next one', () => {
    const reader = new AnswerReader(MOST);
    const chunked = whole(['transfer-encoding: chunked'], '2\r\n{}\r\n0\r\n\r\n');
    const all = [whole([lengthOf('a')], 'a'), chunked, whole([lengthOf('bc')], 'bc'), chunked];
    expect(all.map((text) => read([text], reader)?.body)).toEqual(['a', '{}', 'bc', '{}']);
  });

  it.each([204, 304])('has no body with status %s', (status) => {
    expect(read([lines(`HTTP/1.1 ${status} X`, '')])).toMatchObject({ status, body: '' });
  });

  it('ends with the connection when it does not say how long it is', () => {
    const reader = new AnswerReader(MOST);
    expect(read([whole(['content-type: application/json'], '{"da'), 'ta":1}'], reader)).toBeUndefined();
    expect(reader.end()).toEqual({ status: 200, body: '{"data":1}', keptMs: 0 });
  });

  it.each([
    ['before its head', ''],
    ['in its head', 'HTTP/1.1 200 OK\r\n'],
    ['in its body', whole(['content-length: 3'], 'ab')],
    ['between chunks', whole(['transfer-encoding: chunked'], '2\r\nab\r\n')],
    ['before the last line', whole(['transfer-encoding: chunked'], '0\r\n')],
  ])('is none when the connection ends %s', (_where, text) => {
    const reader = new AnswerReader(MOST);
    expect(read([text], reader)).toBeUndefined();
    expect(() => reader.end()).toThrow(BrokenAnswer);
  });
});

describe('whether a connection may be used again', () => {
  const keptMs = (...head: readonly string[]) => read([whole([...head, 'content-length: 0'], '')])?.keptMs;

  it('is said by the other end, and a second less counts', () => {
    expect(keptMs('Connection: keep-alive', 'Keep-Alive: timeout=60')).toBe(59_000);
    expect(keptMs('keep-alive: max=5, timeout=2')).toBe(1_000);
    expect(keptMs('keep-alive: timeout=1')).toBe(0);
    expect(keptMs('keep-alive: timeout=999999999')).toBe(599_000);
  });

  it.each(['close', 'Close', 'keep-alive, close'])('is denied by "connection: %s"', (value) => {
    expect(keptMs(`connection: ${value}`)).toBe(0);
  });

  it('is denied by HTTP/1.0', () => {
    expect(read([lines('HTTP/1.0 200 OK', 'content-length: 0', '')])?.keptMs).toBe(0);
  });
});

describe('no answer', () => {
  const chunked = 'transfer-encoding: chunked';
  it.each([
    ['something else than HTTP', 'SSH-2.0-OpenSSH\r\n\r\n'],
    ['HTTP/2', lines('HTTP/2 200', '')],
    ['another protocol', lines('HTTP/1.1 101 Switching Protocols', 'upgrade: x', '')],
    ['a status of its own', lines('HTTP/1.1 999 X', '')],
    ['a line that goes on', whole(['content-length:', ' 1'], 'a')],
    ['a blank before a colon', whole(['content-length : 1'], 'a')],
    ['a line without a colon', whole(['content-length'], '')],
    ['a bare line feed', 'HTTP/1.1 200 OK\ncontent-length: 0\r\n\r\n'],
    ['two lengths', whole(['content-length: 1', 'content-length: 2'], 'a')],
    ['a length that is none', whole(['content-length: 1, 1'], 'a')],
    ['a length with a sign', whole(['content-length: +1'], 'a')],
    ['a length and chunks', whole(['content-length: 1', chunked], '1\r\na\r\n0\r\n\r\n')],
    ['another coding', whole(['transfer-encoding: gzip, chunked'], '0\r\n\r\n')],
    ['chunks of HTTP/1.0', `${lines('HTTP/1.0 200 OK', chunked, '')}0\r\n\r\n`],
    ['a chunk without a size', whole([chunked], '\r\na\r\n0\r\n\r\n')],
    ['a chunk of another size', whole([chunked], '1\r\nab\r\n0\r\n\r\n')],
    ['a size with a sign', whole([chunked], '-1\r\na\r\n')],
    ['a chunk that ends in another way', whole([chunked], '1\na\r\n0\r\n\r\n')],
  ])('is %s', (_what, text) => {
    expect(() => read([text])).toThrow(BrokenAnswer);
    expect(() => read(cut(Buffer.from(text), [1]))).toThrow(BrokenAnswer);
  });

  it.each([
    ['its length', whole(['content-length: 1'], 'ab')],
    ['its chunks', whole([chunked], '0\r\n\r\nHTTP/1.1 200 OK')],
  ])('is what brings more than %s', (_what, text) => {
    expect(() => read([text])).toThrow(BrokenAnswer);
  });

  it.each([
    ['a head that never ends', `HTTP/1.1 200 OK\r\na: ${'b'.repeat(20_000)}`],
    ['a head that is too long', lines('HTTP/1.1 204 X', `a: ${'b'.repeat(20_000)}`, '')],
    ['a line of a chunk that never ends', whole([chunked], `1;${'a'.repeat(2_000)}`)],
    ['a trailer that never ends', whole([chunked], `0\r\n${lines('a: '.padEnd(1_000, 'b')).repeat(20)}`)],
  ])('is %s', (_what, text) => {
    expect(() => read([text])).toThrow(BrokenAnswer);
    expect(() => read(cut(Buffer.from(text), [100]))).toThrow(BrokenAnswer);
  });
});

describe('an answer that is too large', () => {
  const much = 'x'.repeat(MOST + 1);
  it.each([
    ['by what it says', whole([`content-length: ${MOST + 1}`], '')],
    ['in a chunk', whole(['transfer-encoding: chunked'], `${(MOST + 1).toString(16)}\r\n`)],
    ['in all chunks', whole(['transfer-encoding: chunked'], `1\r\na\r\n${MOST.toString(16)}\r\n`)],
    ['until the end of the connection', whole([], much)],
  ])('is refused, %s', (_how, text) => {
    expect(() => read([text])).toThrow(AnswerTooLarge);
  });

  it('is one byte more than is taken', () => {
    const most = much.slice(1);
    expect(bodyOf(whole([lengthOf(most)], most))).toBe(most);
  });
});

/** Pieces of these lengths in turn, again and again. */
function cut(bytes: Buffer, lengths: readonly number[]): Buffer[] {
  const pieces: Buffer[] = [];
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const length = lengths[turn % lengths.length] ?? 1;
    pieces.push(bytes.subarray(at, at + length));
    at += length;
  }
  return pieces;
}
