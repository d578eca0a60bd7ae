import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

/** The body of every refusal: the shape of a GraphQL answer, short, and naming nothing of the inside. */
export function refusalBody(message: string, code: string) {
  return { errors: [{ message, extensions: { code } }] };
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
      return { message: 'expected a smaller body', code: 'BAD_REQUEST' };
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
