import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

/** The body of every refusal: the shape of a GraphQL answer, short, and naming nothing of the inside. */
export function refusalBody(message: string, code: string) {
  return { errors: [{ message, extensions: { code } }] };
}

/** Thrown by whatever comes before a route's handler: answered as it says, and logged by nobody. */
export class RequestRefused extends Error {
  readonly statusCode: number;
  /** For programs, as `extensions.code`. */
  readonly refusalCode: string;

  /** @param message in words, for the client */
  constructor(statusCode: number, refusalCode: string, message: string) {
    super(message);
    this.name = 'RequestRefused';
    this.statusCode = statusCode;
    this.refusalCode = refusalCode;
  }
}

export function bodyTooLarge(bytes: number): RequestRefused {
  const message = `expected a body of at most ${bytes} bytes, got more; compressed ones are measured decompressed`;
  return new RequestRefused(413, 'PAYLOAD_TOO_LARGE', message);
}

/** What a refusal by status means, where nobody has said it more precisely. */
export function refusalOf(status: number): { readonly message: string; readonly code: string } {
  switch (status) {
    case 403:
      return { message: 'this origin may not use the API', code: 'FORBIDDEN' };
    case 404:
      return { message: 'there is nothing at this address', code: 'NOT_FOUND' };
    case 408:
      return { message: 'expected the whole request sooner', code: 'BAD_REQUEST' };
    case 413:
      return { message: 'expected a smaller body', code: 'PAYLOAD_TOO_LARGE' };
    case 414:
    case 431:
      return { message: 'expected a shorter address and fewer or shorter headers', code: 'BAD_REQUEST' };
    case 503:
      return { message: 'the server is stopping; try again in a moment', code: 'SERVICE_UNAVAILABLE' };
    default:
      return { message: 'expected a well-formed request', code: 'BAD_REQUEST' };
  }
}

/**
 * Answers on a connection that no HTTP response belongs to, and lets go of it. Whoever calls has to listen
 * for the connection's errors: it may have been reset long ago.
 */
export function refuseConnection(connection: Duplex, status: number): void {
  if (connection.destroyed || !connection.writable) {
    connection.destroy();
    return;
  }
  const { message, code } = refusalOf(status);
  const body = JSON.stringify(refusalBody(message, code));
  // A client that reads nothing would keep the connection half open for good.
  connection.once('finish', () => connection.destroy());
  connection.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n` +
      'Connection: close\r\n' +
      'Content-Type: application/json; charset=utf-8\r\n' +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
