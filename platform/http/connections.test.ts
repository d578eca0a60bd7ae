import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Connection } from './connection.ts';
import { Connections } from './connections.ts';

describe('connections that are kept', () => {
  let connections: Connections;
  beforeEach(() => {
    connections = new Connections({
      origin: 'http://127.0.0.1:1',
      most: 2,
      connectMs: 1_000,
      answerBytes: 1_000,
    });
  });
  afterEach(() => connections.destroy());

  /** Who was given what, in order. */
  const given: [string, Connection][] = [];
  beforeEach(() => void given.splice(0));
  const take = (who: string) => connections.take((connection) => given.push([who, connection]));
  const connectionOf = (who: string) => given.find(([name]) => name === who)?.[1] as Connection;

  it('are no more than are needed at one time', () => {
    take('a');
    connections.giveBack(connectionOf('a'));
    take('b');
    expect(connectionOf('b')).toBe(connectionOf('a'));
  });

  it('take the one first that was given back last', () => {
    take('a');
    take('b');
    connections.giveBack(connectionOf('a'));
    connections.giveBack(connectionOf('b'));
    take('c');
    expect(connectionOf('c')).toBe(connectionOf('b'));
  });

  it('are waited for where all are taken, and the longest wait ends first', () => {
    for (const who of ['a', 'b', 'c', 'd']) take(who);
    expect(given.map(([who]) => who)).toEqual(['a', 'b']);
    connections.giveBack(connectionOf('b'));
    connections.giveBack(connectionOf('a'));
    expect(given.map(([who]) => who)).toEqual(['a', 'b', 'c', 'd']);
    expect([connectionOf('c'), connectionOf('d')]).toEqual([connectionOf('b'), connectionOf('a')]);
  });
});
