/** The head of an answer over HTTP/1.1: what is needed of it. */
export interface AnswerHead {
  readonly status: number;
  /** How much the body is: so many bytes, or what its chunks say, or whatever comes until the connection ends. */
  readonly body: number | 'in chunks' | 'until the end';
  /** For how long the connection may be used again, in milliseconds; 0 when it may not. */
  readonly keptMs: number;
}

/** Whoever does not say how long a connection is kept is not relied on for longer. */
const KEPT_UNLESS_SAID_MS = 4_000;
const LONGEST_KEPT_MS = 600_000;
/** A question that is sent as the other end closes is lost: so much sooner the connection counts as closed. */
const MARGIN_MS = 1_000;

/** No line folding, no blank before a colon, nothing that another reader might take for the end of a line. */
const wellFormed =
  /^HTTP\/1\.[01] [1-5]\d\d(?: [^\r\n\0]*)?(?:\r\n[!#$%&'*+\-.^_`|~0-9A-Za-z]+:[^\r\n\0]*)*$/;

/**
 * Reads the text between the first byte of an answer and the blank line.
 *
 * @returns undefined when it is malformed, or says the length of the body in two ways, or in none that is known
 */
export function readHead(text: string): AnswerHead | undefined {
  if (!wellFormed.test(text)) return undefined;
  const status = Number(text.slice(9, 12));
  let length: string | undefined;
  let coding: string | undefined;
  let connection = '';
  let keepAlive = '';
  for (let at = text.indexOf('\r\n'); at >= 0; ) {
    const start = at + 2;
    at = text.indexOf('\r\n', start);
    const colon = text.indexOf(':', start);
    // Few names are as long as these, and what others say is not looked at.
    const nameLength = colon - start;
    if (nameLength !== 10 && nameLength !== 14 && nameLength !== 17) continue;
    const name = text.slice(start, colon).toLowerCase();
    const value = text.slice(colon + 1, at < 0 ? undefined : at).trim();
    if (name === 'content-length') {
      if (!/^\d{1,15}$/.test(value) || (length !== undefined && length !== value)) return undefined;
      length = value;
    } else if (name === 'transfer-encoding') {
      if (coding !== undefined || value.toLowerCase() !== 'chunked') return undefined;
      coding = value;
    } else if (name === 'connection') {
      connection += `,${value.toLowerCase()}`;
    } else if (name === 'keep-alive') {
      keepAlive = value;
    }
  }
  // 101 would be another protocol from here on, which nobody has asked for.
  if (status === 101 || (coding !== undefined && length !== undefined)) return undefined;
  const isOld = text[7] === '0';
  if (coding !== undefined && isOld) return undefined;
  const body = bodyOf(status, length, coding);
  const isKept = !isOld && body !== 'until the end' && !/(?:^|[ ,])close(?:[ ,]|$)/.test(connection);
  return { status, body, keptMs: isKept ? keptMs(keepAlive) : 0 };
}

function bodyOf(status: number, length: string | undefined, coding: string | undefined): AnswerHead['body'] {
  if (status < 200 || status === 204 || status === 304) return 0;
  if (coding !== undefined) return 'in chunks';
  return length === undefined ? 'until the end' : Number(length);
}

function keptMs(keepAlive: string): number {
  if (keepAlive === '') return KEPT_UNLESS_SAID_MS;
  const seconds = /(?:^|[ ,])timeout=(\d{1,9})/i.exec(keepAlive)?.[1];
  if (seconds === undefined) return KEPT_UNLESS_SAID_MS;
  return Math.max(0, Math.min(Number(seconds) * 1_000, LONGEST_KEPT_MS) - MARGIN_MS);
}
