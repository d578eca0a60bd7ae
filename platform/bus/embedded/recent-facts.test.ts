import { beforeEach, describe, expect, it } from '@jest/globals';
import { noteFact } from '../../testing/note-service.ts';
import type { FactEnvelope } from '../bus.ts';
import { showPosition } from '../position.ts';
import type { LogStore } from './log-store.ts';
import { rememberingLog } from './recent-facts.ts';

/** What the database has, and how often it was read. */
let stored: FactEnvelope[];
let reads: number;
let log: LogStore;
beforeEach(() => {
  stored = [];
  reads = 0;
  log = rememberingLog({
    async append(facts: readonly FactEnvelope[]) {
      stored.push(...facts);
      return new Map([['notifications', stored.length]]);
    },
    async read(topic: string, after: number, limit: number) {
      reads += 1;
      return stored.slice(after, after + limit).map((fact, place) => ({
        part: topic,
        position: after + place + 1,
        delivered: { fact, position: showPosition(after + place + 1) },
      }));
    },
  } as Partial<LogStore> as LogStore);
});

const note = (text: string) => noteFact('NoteWritten', 'k', { text });
const textsAfter = async (after: number, limit = 10) =>
  (await log.read('notifications', after, limit)).map(
    ({ position, delivered }) => `${position} ${(delivered.fact.data as { text: string }).text}`,
  );

describe('what this process appended', () => {
  it('is read without asking the database', async () => {
    await log.append([note('a'), note('b')]);
    await log.append([note('c')]);
    expect(await textsAfter(0)).toEqual(['1 a', '2 b', '3 c']);
    expect(await textsAfter(1, 1)).toEqual(['2 b']);
    expect(reads).toBe(0);
  });

  it('is read from the database from where another process appended', async () => {
    await log.append([note('a')]);
    stored.push(note('of another process'));
    await log.append([note('c')]);
    expect(await textsAfter(0)).toEqual(['1 a', '2 of another process', '3 c']);
    expect(await textsAfter(2)).toEqual(['3 c']);
    expect(reads).toBe(1);
  });

  it('is read from the database where more was appended than is remembered', async () => {
    for (let batch = 0; batch < 2; batch += 1) {
      await log.append(Array.from({ length: 500 }, (_, place) => note(String(batch * 500 + place + 1))));
    }
    expect(await textsAfter(499, 2)).toEqual(['500 500', '501 501']);
    expect(reads).toBe(1);
    expect(await textsAfter(500, 2)).toEqual(['501 501', '502 502']);
    expect(reads).toBe(1);
  });

  it('is read from the database where the newest facts are large', async () => {
    const large = (text: string) => ({
      ...note(text),
      data: { text, seats: Array.from({ length: 2_000 }, () => text) },
    });
    await log.append([note('1'), large('2'), large('3')]);
    await log.append([large('4')]);
    expect(await textsAfter(1, 3)).toEqual(['2 2', '3 3', '4 4']);
    expect(reads).toBe(1);
    expect(await textsAfter(2, 2)).toEqual(['3 3', '4 4']);
    expect(reads).toBe(1);
    const huge = { ...note('5'), data: { text: '5', seats: Array.from({ length: 9_000 }, () => '5') } };
    await log.append([huge]);
    expect(await textsAfter(4)).toEqual(['5 5']);
    expect(reads).toBe(1);
  });

  it('is asked for at the end, and beyond', async () => {
    await log.append([note('a')]);
    stored.push(note('of another process'));
    expect(await textsAfter(1)).toEqual(['2 of another process']);
    expect(reads).toBe(1);
  });
});
