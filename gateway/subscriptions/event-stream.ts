import type { ServerResponse } from 'node:http';
import { unauthenticated } from '@parterre/platform/graphql/errors.ts';
import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import type { GraphQLError } from 'graphql';
import type { AuthenticatedCaller, Caller } from '../caller.ts';
import type { Connection, Connections } from './connections.ts';
import type { SubscriptionLimits } from './limits.ts';
import type { Member } from './member.ts';
import type { Membership } from './membership.ts';
import { SharedMessage } from './shared-message.ts';
import { type SlowReaders, Writer } from './writer.ts';

export interface EventStreamOptions {
  readonly connections: Connections;
  readonly slowReaders: SlowReaders;
  readonly limits: SubscriptionLimits;
  readonly logger: Logger;
}

/** How long a browser waits before it connects again. Spread, because after a restart everybody does. */
const RETRY_MS = 1_000;
const RETRY_SPREAD_MS = 4_000;

/** One response that events are written to. */
export class EventStream implements Connection, Member {
  readonly address: string;
  readonly caller: Caller;
  readonly #response: ServerResponse;
  readonly #writer: Writer;
  readonly #keepAlive: NodeJS.Timeout;
  readonly #expiry: NodeJS.Timeout | undefined;
  #membership: Membership | undefined;

  constructor(
    response: ServerResponse,
    address: string,
    caller: Caller | AuthenticatedCaller,
    { connections, slowReaders, limits, logger }: EventStreamOptions,
  ) {
    this.#response = response;
    this.address = address;
    this.caller = caller;
    const pipe = {
      unread: () => response.writableLength,
      write: (data: Buffer | string) => {
        if (!response.writableEnded && !response.destroyed) response.write(data);
      },
      // Nothing is read of it anyway.
      pause() {},
      resume() {},
      giveUp: () => response.destroy(),
    };
    // What it leaves unread is told by the HTTP server, whose answer it is.
    this.#writer = new Writer(pipe, limits, (writer) => slowReaders.watch(writer));
    // Tells proxies and both ends that the connection is alive; a lost client fails the write.
    this.#keepAlive = setInterval(() => this.#writer.write(':\n\n'), limits.keepAliveMs);
    if ('expiresAt' in caller) {
      const leftMs = Math.min(caller.expiresAt.getTime() - Date.now(), 2 ** 31 - 1);
      this.#expiry = setTimeout(() => this.#endSession('the access token has expired'), leftMs);
    }
    response.on('error', (error) => logger.debug({ error }, 'an event stream failed'));
    response.once('close', () => {
      clearInterval(this.#keepAlive);
      clearTimeout(this.#expiry);
      this.#writer.close();
      connections.remove(this);
      this.#membership?.leave();
    });
    connections.add(this);
    this.#writer.write(`retry: ${RETRY_MS + Math.floor(Math.random() * RETRY_SPREAD_MS)}\n:\n\n`);
  }

  begin(join: (member: Member) => Membership): void {
    // The client may have left while its operation was looked at.
    if (!this.#response.destroyed) this.#membership = join(this);
  }

  /** The one answer that there is, and the end. */
  finishWith(result: object): void {
    this.send(new SharedMessage(JSON.stringify(result)));
    this.end(undefined);
  }

  get isBehind(): boolean {
    return this.#writer.isBehind;
  }

  whenDrained(callback: () => void): void {
    this.#writer.whenDrained(callback);
  }

  send(message: SharedMessage): void {
    this.#writer.write(message.event);
  }

  end(errors: readonly GraphQLError[] | undefined): void {
    if (errors) this.send(new SharedMessage(JSON.stringify({ errors })));
    this.#writer.write('event: complete\ndata:\n\n');
    this.#response.end();
  }

  close(reason: 'session ended' | 'service restart'): void {
    if (reason === 'session ended') this.#endSession('the session has been ended');
    // No `complete`: the client is to come back, with the last id that it has seen.
    else this.#response.end();
  }

  cut(): void {
    this.#response.destroy();
  }

  #endSession(why: string): void {
    this.#membership?.leave();
    this.end([unauthenticated(why)]);
  }
}
