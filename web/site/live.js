import { operation } from './operations.js';

/**
 * A subscription over graphql-transport-ws, spoken by hand: connection_init, subscribe, next, and ping.
 * Comes back by itself after a lost connection, with fresh variables, so that the server can send what was
 * missed. `stop` ends it.
 */
export function subscribe(name, { variables, onData, onState = () => {} }) {
  let socket = null;
  let isStopped = false;
  let pauseMs = 500;

  const connect = async () => {
    const query = await operation(name);
    if (isStopped) return;
    socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws');
    const send = (message) => socket.send(JSON.stringify(message));
    const answers = {
      connection_ack: () => {
        send({ id: '1', type: 'subscribe', payload: { operationName: name, query, variables: variables() } });
        onState(true);
      },
      next: ({ payload }) => {
        pauseMs = 500;
        if (payload.data) onData(payload.data);
      },
      ping: () => send({ type: 'pong' }),
      error: () => socket.close(1000),
      complete: () => socket.close(1000),
    };
    socket.onopen = () => send({ type: 'connection_init' });
    socket.onmessage = ({ data }) => {
      const message = JSON.parse(data);
      answers[message.type]?.(message);
    };
    socket.onclose = () => {
      onState(false);
      if (isStopped) return;
      // Doubled up to ten seconds, with some chance, so that a thousand browsers do not come back at once.
      setTimeout(connect, pauseMs * (0.5 + Math.random()));
      pauseMs = Math.min(pauseMs * 2, 10_000);
    };
  };

  connect();
  return {
    /** Lets go of the present connection and subscribes again with fresh variables. */
    again: () => socket?.close(1000),
    stop() {
      isStopped = true;
      socket?.close(1000);
    },
  };
}
