import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Client } from 'undici';
import { Connections } from './connections.ts';

describe('connections that are kept', () => {
  let connections: Connections;
  beforeEach(() => {
    connections = new Connections({ origin: 'http://127.0.0.1:1', most: 2, connectMs: 1_000 });
  });
  afterEach(() => connections.destroy());

  /** Who was given what, in order. */
  const given: [string, Client][] = [];
  beforeEach(() => void given.splice(0));
  const take = (who: string) => connections.take((client) => given.push([who, client]));
  const clientOf = (who: string) => given.find(([name]) => name === who)?.[1] as Client;

  it('are no more than are needed at one time', () => {
    take('a');
    connections.giveBack(clientOf('a'));
    take('b');
    expect(clientOf('b')).toBe(clientOf('a'));
  });

  it('take the one first that was given back last', () => {
    take('a');
    take('b');
    connections.giveBack(clientOf('a'));
    connections.giveBack(clientOf('b'));
    take('c');
    expect(clientOf('c')).toBe(clientOf('b'));
  });

  it('are waited for where all are taken, and the longest wait ends first', () => {
    for (const who of ['a', 'b', 'c', 'd']) take(who);
    expect(given.map(([who]) => who)).toEqual(['a', 'b']);
    connections.giveBack(clientOf('b'));
    connections.giveBack(clientOf('a'));
    expect(given.map(([who]) => who)).toEqual(['a', 'b', 'c', 'd']);
    expect([clientOf('c'), clientOf('d')]).toEqual([clientOf('b'), clientOf('a')]);
  });
});
