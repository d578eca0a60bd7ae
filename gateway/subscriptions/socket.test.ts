import { EventEmitter } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { silentLogger } from '@parterre/platform/telemetry/logger.ts';
import type { WebSocket } from 'ws';
import { defaultSubscriptionLimits } from './limits.ts';
import { Socket } from './socket.ts';
import { anonymous } from './testing/live-server.ts';

/** What graphql-ws is handed of a message. */
function handedOn(message: object): unknown {
  const socket = Object.assign(new EventEmitter(), {
    OPEN: 1,
    readyState: 1,
    protocol: 'graphql-transport-ws',
  });
  const limits = defaultSubscriptionLimits;
  const client = new Socket(socket as unknown as WebSocket, '127.0.0.1', anonymous, limits, () => {});
  let handed: string | undefined;
  client.transport({ limits, logger: silentLogger }).onMessage(async (text) => {
    handed = text;
  });
  socket.emit('message', Buffer.from(JSON.stringify(message)), false);
  return handed === undefined ? undefined : JSON.parse(handed);
}

describe('what graphql-ws keeps as long as a socket is open', () => {
  const init = (payload?: unknown) => ({
    type: 'connection_init',
    ...(payload === undefined ? {} : { payload }),
  });

  it('is who the client is, and nothing else that it has sent', () => {
    const many = Array.from({ length: 1_000 }, () => []);
    expect(handedOn({ ...init({ many, Authorization: 'Bearer x', more: many }), many })).toEqual(
      init({ authorization: 'Bearer x' }),
    );
    expect(handedOn(init({ many }))).toEqual(init({}));
    expect(handedOn(init({ authorization: many }))).toEqual(init({ authorization: false }));
  });

  it('is no more than a token may have', () => {
    const { payload } = handedOn(init({ authorization: `Bearer ${'x'.repeat(100_000)}` })) as {
      readonly payload: { readonly authorization: string };
    };
    expect(payload.authorization.length).toBeLessThan(10_000);
  });

  it.each([[undefined], [null], ['text'], [[]]])('is as it came when it is no object: %j', (payload) => {
    expect(handedOn(init(payload))).toEqual(init(payload));
  });
});
