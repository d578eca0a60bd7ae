import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Budget, createBudget } from '../graphql/budget.ts';
import type { Connection } from './connection.ts';
import { Connections } from './connections.ts';
import { receive } from './receive.ts';

const request = 'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 2\r\n\r\nab';

describe('a request whose time is over, though no timer has said so yet', () => {
  let connections: Connections;
  let budget: Budget;
  let settled: number;
  beforeEach(() => {
    // Nobody listens at port 1: whatever is opened fails, and shows by being open meanwhile.
    connections = new Connections({
      origin: 'http://127.0.0.1:1',
      most: 1,
      connectMs: 1_000,
      answerBytes: 1_000,
    });
    settled = 0;
  });
  afterEach(() => {
    budget.close();
    connections.destroy();
  });

  function take(): Connection {
    let taken: Connection | undefined;
    connections.take((connection) => {
      taken = connection;
    });
    if (!taken) throw new Error('expected a connection that nobody has');
    return taken;
  }
  const onSettled = () => {
    settled += 1;
  };
  const ask = () => receive(connections, request, { budget, onSettled });
  const ofMilliseconds = (milliseconds: number) => createBudget({ nodes: 10, bytes: 1_000, milliseconds });

  it('opens no connection, and gives back the one that it was given', async () => {
    budget = ofMilliseconds(0);
    const received = ask();
    expect(settled).toBe(1);
    expect(take().isOpen).toBe(false);
    expect(await received).toEqual({ kind: 'ended', hadMs: 0 });
    expect(budget.fault?.extensions.code).toBe('DEADLINE_EXCEEDED');
  });

  it('does the same when it was its turn only then', async () => {
    const first = take();
    budget = ofMilliseconds(5);
    const received = ask();
    expect(settled).toBe(0);
    // Without a turn of the event loop, so that the timer cannot come first.
    while (budget.remainingMs() > 0);
    connections.giveBack(first);
    expect(settled).toBe(1);
    expect(take().isOpen).toBe(false);
    expect(await received).toEqual({ kind: 'ended', hadMs: 0 });
  });
});
