import { describe, expect, it } from '@jest/globals';
import { type Delivery, ScanQueue, type WaitingScan } from './scan-queue.ts';

function memory(kept = new Map<string, string>()) {
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

const scan = (ticketId: string, idempotencyKey = `key of ${ticketId}`): WaitingScan => ({
  code: `code of ${ticketId}`,
  ticketId,
  idempotencyKey,
  scannedAt: '2026-11-27T18:00:00.000Z',
});

const ticketsOf = (queue: ScanQueue) => queue.scans().waiting.map(({ ticketId }) => ticketId);

describe('scans without a network', () => {
  it('outlive a reload with their keys, apart for each event', () => {
    const storage = memory();
    new ScanQueue(storage, 'e').add(scan('a'));
    expect(new ScanQueue(storage, 'e').scans().waiting).toEqual([scan('a')]);
    expect(ticketsOf(new ScanQueue(storage, 'other'))).toEqual([]);
  });

  it('let nobody in twice with one ticket', () => {
    const queue = new ScanQueue(memory(), 'e');
    expect(queue.add(scan('a', 'first'))).toBeNull();
    expect(queue.add(scan('a', 'second'))).toEqual(scan('a', 'first'));
    expect(queue.scans().waiting).toEqual([scan('a', 'first')]);
  });

  it('of two tabs at one door are kept, and let nobody in twice', () => {
    const storage = memory();
    const [first, second] = [new ScanQueue(storage, 'e'), new ScanQueue(storage, 'e')];
    first.add(scan('a'));
    second.add(scan('b'));
    expect(second.add(scan('a', 'another'))).toEqual(scan('a'));
    expect(ticketsOf(new ScanQueue(storage, 'e'))).toEqual(['a', 'b']);
    first.look();
    expect(ticketsOf(first)).toEqual(['a', 'b']);
  });

  it('that two tabs hand over are refused once', async () => {
    const storage = memory();
    const first = new ScanQueue(storage, 'e');
    first.add(scan('a'));
    const second = new ScanQueue(storage, 'e');
    const refuse = async (): Promise<Delivery> => ({
      kind: 'refused',
      reason: 'ALREADY_CHECKED_IN',
      checkedInAt: null,
    });
    await Promise.all([first.send(refuse), second.send(refuse)]);
    expect(new ScanQueue(storage, 'e').scans()).toMatchObject({ waiting: [], refused: [{ ticketId: 'a' }] });
    expect(new ScanQueue(storage, 'e').scans().refused).toHaveLength(1);
  });

  it('are sent in their order, and wait again from the first that gets no answer', async () => {
    const queue = new ScanQueue(memory(), 'e');
    for (const ticketId of ['a', 'b', 'c']) queue.add(scan(ticketId));
    const sent: string[] = [];
    await queue.send(async ({ idempotencyKey }): Promise<Delivery> => {
      sent.push(idempotencyKey);
      return sent.length === 2 ? { kind: 'no-answer' } : { kind: 'in' };
    });
    expect(sent).toEqual(['key of a', 'key of b']);
    expect(ticketsOf(queue)).toEqual(['b', 'c']);
  });

  it('are sent once where two ask for it at a time, those that come meanwhile too', async () => {
    const queue = new ScanQueue(memory(), 'e');
    queue.add(scan('a'));
    const sent: string[] = [];
    const deliver = async ({ ticketId }: WaitingScan): Promise<Delivery> => {
      sent.push(ticketId);
      if (ticketId === 'a') queue.add(scan('b'));
      return { kind: 'in' };
    };
    await Promise.all([queue.send(deliver), queue.send(deliver)]);
    expect(sent).toEqual(['a', 'b']);
    expect(ticketsOf(queue)).toEqual([]);
  });

  it('are shown when they turn out double, until somebody has seen to it', async () => {
    const storage = memory();
    const queue = new ScanQueue(storage, 'e');
    queue.add(scan('a'));
    const checkedInAt = '2026-11-27T17:58:00.000Z';
    await queue.send(async () => ({ kind: 'refused', reason: 'ALREADY_CHECKED_IN', checkedInAt }));
    const refusal = {
      ticketId: 'a',
      scannedAt: scan('a').scannedAt,
      reason: 'ALREADY_CHECKED_IN',
      checkedInAt,
    };
    expect(new ScanQueue(storage, 'e').scans()).toEqual({ waiting: [], refused: [refusal] });
    queue.dismiss('a');
    expect(queue.scans().refused).toEqual([]);
  });

  it.each(['{', '[]', '{"waiting":[{}],"refused":[]}', '{"waiting":1,"refused":[]}'])(
    'begin anew where storage holds what nobody here wrote: %s',
    (text) => {
      const storage = memory(new Map([['parterre:scans:e', text]]));
      expect(new ScanQueue(storage, 'e').scans()).toEqual({ waiting: [], refused: [] });
    },
  );

  it('live as long as the page where storage is refused', () => {
    const refuse = () => {
      throw new Error('refused');
    };
    const queue = new ScanQueue({ getItem: refuse, setItem: refuse }, 'e');
    let changes = 0;
    queue.onChange(() => {
      changes += 1;
    });
    queue.add(scan('a'));
    expect([ticketsOf(queue), changes]).toEqual([['a'], 1]);
  });
});
