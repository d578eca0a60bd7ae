/**
 * What a broadcast costs without anything around it: `ws` as it comes. It knows as much of the protocol as the
 * watchers need, and sends every frame that it is told over IPC to all who watch that event, as one buffer that
 * is made once.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

/** A frame as it stands on the wire. */
export interface BareFrame {
  readonly kind: 'snapshot' | 'delta';
  readonly eventId: string;
  readonly text: string;
}

const server = createServer();
const sockets = new WebSocketServer({ server, perMessageDeflate: false });
const watchers = new Map<string, WebSocket[]>();
/** What newcomers get. */
const snapshots = new Map<string, Buffer>();

sockets.on('connection', (socket) => {
  socket.on('error', () => socket.terminate());
  socket.on('message', (data) => {
    const message = JSON.parse(data.toString()) as Message;
    if (message.type === 'connection_init') socket.send('{"type":"connection_ack"}');
    if (message.type !== 'subscribe') return;
    const { eventId } = message.payload.variables;
    socket.send(snapshots.get(eventId) ?? '', { binary: false });
    watchers.get(eventId)?.push(socket);
  });
});

type Message =
  | { readonly type: 'connection_init' }
  | {
      readonly type: 'subscribe';
      readonly payload: { readonly variables: { readonly eventId: string } };
    };

process.on('message', ({ kind, eventId, text }: BareFrame) => {
  const frame = Buffer.from(text);
  if (kind === 'delta') {
    for (const socket of watchers.get(eventId) ?? []) socket.send(frame, { binary: false });
    return;
  }
  snapshots.set(eventId, frame);
  watchers.set(eventId, []);
});
process.on('disconnect', () => process.exit());
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
