import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import kafkajs, { type Consumer } from 'kafkajs';
import { watchMembership } from './membership.ts';

const { events } = new kafkajs.Kafka({ brokers: ['127.0.0.1:1'] }).consumer({ groupId: 'g' });

describe('the watch over a membership', () => {
  const told = new EventEmitter();
  const consumer = {
    events,
    on(event: string, listener: (...args: unknown[]) => void) {
      told.on(event, listener);
      return () => void told.off(event, listener);
    },
  } as unknown as Consumer;
  let lost: number;
  let silences: number[];
  let end: () => void;
  beforeEach(() => {
    jest.useFakeTimers();
    lost = 0;
    silences = [];
    end = watchMembership(consumer, {
      heartbeatEveryMs: 1_000,
      onLost: () => {
        lost += 1;
      },
      onSilent: (ms) => void silences.push(ms),
    });
  });
  afterEach(() => {
    end();
    jest.useRealTimers();
  });

  const fetched = (nodeId = 1) => void told.emit(events.FETCH, { payload: { nodeId } });
  const heartbeat = () => void told.emit(events.HEARTBEAT, { payload: {} });

  it('tells of a consumer that fetches on and sends no heartbeat', () => {
    jest.advanceTimersByTime(3_000);
    for (let fetches = 0; fetches < 3; fetches += 1) fetched();
    expect(lost).toBe(0);
    fetched();
    expect(lost).toBe(1);
  });

  it('says nothing of fetches between which no heartbeat is due, or one is sent', () => {
    for (let fetches = 0; fetches < 1_000; fetches += 1) fetched();
    for (let fetches = 0; fetches < 10; fetches += 1) {
      jest.advanceTimersByTime(3_000);
      fetched();
      heartbeat();
    }
    expect(lost).toBe(0);
  });

  it('counts the fetches of each broker by themselves: a heartbeat may be on its way for another', () => {
    jest.advanceTimersByTime(3_000);
    for (let broker = 1; broker <= 3; broker += 1) {
      fetched(broker);
      fetched(broker);
    }
    expect(lost).toBe(0);
  });

  it('tells of a consumer that says nothing at all for two minutes, not of one that joins or fails', () => {
    for (const sign of [events.GROUP_JOIN, events.CRASH, events.HEARTBEAT]) {
      jest.advanceTimersByTime(119_000);
      told.emit(sign, { payload: {} });
    }
    expect(silences).toEqual([]);
    jest.advanceTimersByTime(120_000);
    expect(silences).toEqual([120_000]);
  });

  it('takes a process that was stopped for one that has heard nothing meanwhile', () => {
    jest.setSystemTime(Date.now() + 600_000);
    jest.advanceTimersByTime(1_000);
    expect(silences).toEqual([]);
  });

  it('ends', () => {
    end();
    jest.advanceTimersByTime(600_000);
    for (let fetches = 0; fetches < 10; fetches += 1) fetched();
    expect({ lost, silences }).toEqual({ lost: 0, silences: [] });
  });
});
