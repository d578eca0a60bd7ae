import type { GraphQLError } from 'graphql';
import type { Member } from './member.ts';
import type { Membership } from './membership.ts';
import type { SharedMessage } from './shared-message.ts';
import type { Socket } from './socket.ts';

/**
 * A subscription on a socket. To graphql-ws it is an iterator that never has a message and some time is over:
 * the messages are frames that the hub has made for all and that are written past it.
 */
export class SocketSubscription implements Member, AsyncIterableIterator<never, undefined> {
  readonly #socket: Socket;
  readonly #id: string;
  readonly #onEnd: () => void;
  readonly #over = Promise.withResolvers<IteratorReturnResult<undefined>>();
  #membership: Membership | undefined;

  /** @param onEnd called once, when nothing of it is left, upstream included */
  constructor(socket: Socket, id: string, onEnd: () => void) {
    this.#socket = socket;
    this.#id = id;
    this.#onEnd = onEnd;
    // It may end with an error before graphql-ws asks for the first message.
    this.#over.promise.catch(() => undefined);
  }

  begin(join: (member: Member) => Membership): this {
    this.#membership = join(this);
    return this;
  }

  get isBehind(): boolean {
    return this.#socket.writer.isBehind;
  }

  whenDrained(callback: () => void): void {
    this.#socket.writer.whenDrained(callback);
  }

  send(message: SharedMessage): void {
    this.#socket.writer.write(message.frameFor(this.#id));
  }

  end(errors: readonly GraphQLError[] | undefined): void {
    const [error] = errors ?? [];
    if (error) this.#over.reject(error);
    else this.#over.resolve(over);
    this.#onEnd();
  }

  next(): Promise<IteratorReturnResult<undefined>> {
    return this.#over.promise;
  }

  async return(): Promise<IteratorReturnResult<undefined>> {
    this.#over.resolve(over);
    this.#membership?.leave(this.#onEnd);
    return over;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}

const over: IteratorReturnResult<undefined> = { done: true, value: undefined };
