import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { type Answer, CheckIn } from './check-in.ts';
import { ScanQueue } from './scan-queue.ts';
import type { TicketSeen } from './ticket-seen.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const keys = [{ kid: 'k', x: publicKey.export({ format: 'jwk' }).x ?? '' }];

function codeOf(ticketId: string, eventId = 'e', kid = 'k'): string {
  const payload = Buffer.from(JSON.stringify({ k: kid, t: ticketId, e: eventId })).toString('base64url');
  return `${payload}.${sign(null, Buffer.from(payload), privateKey).toString('base64url')}`;
}

const ticket: TicketSeen = {
  section: { label: 'Parterre' },
  seat: { label: '16', row: { label: 'C' } },
  typeLabel: 'Student',
  proof: 'student card',
  status: 'VALID',
  checkedInAt: null,
};
const letIn: Answer = { kind: 'answered', refusal: null, ticket, by: null };
const silence: Answer = { kind: 'no-answer' };

function given({
  roster = new Map<string, TicketSeen>(),
  answer = letIn as Answer,
  givenBack = [] as readonly string[],
} = {}) {
  const kept = new Map<string, string>();
  const stock = {
    keys,
    ticket: (id: string) => roster.get(id) ?? null,
    isGivenBack: (id: string) => givenBack.includes(id),
    note: (id: string, noted: TicketSeen) => void roster.set(id, noted),
  };
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  const queue = new ScanQueue(storage, 'e');
  const asked: { code: string; idempotencyKey: string }[] = [];
  const network = { answer, isOffline: false };
  let key = 0;
  const checkIn = new CheckIn({
    eventId: 'e',
    queue,
    stock,
    ask: async (scan) => {
      asked.push(scan);
      return network.answer;
    },
    isOffline: () => network.isOffline,
    newKey: () => {
      key += 1;
      return `key ${key}`;
    },
    now: () => new Date('2026-11-27T18:00:00Z'),
  });
  return { checkIn, queue, asked, network };
}

describe('a scan at the door', () => {
  it('is what the server says of it', async () => {
    const { checkIn, asked, network } = given();
    expect(await checkIn.scan(codeOf('a'))).toEqual({ kind: 'in', ticket, isCertain: true });
    const used = { ...ticket, checkedInAt: '2026-11-27T17:00:00Z' };
    network.answer = { kind: 'answered', refusal: 'ALREADY_CHECKED_IN', ticket: used, by: 'olga' };
    expect(await checkIn.scan(codeOf('b'))).toEqual({
      kind: 'out',
      reason: 'ALREADY_CHECKED_IN',
      ticket: used,
      at: '2026-11-27T17:00:00Z',
      by: 'olga',
    });
    expect(asked.map(({ idempotencyKey }) => idempotencyKey)).toEqual(['key 1', 'key 2']);
  });

  it('is refused without asking when it is forged or for another event', async () => {
    const { checkIn, asked } = given();
    expect(await checkIn.scan('https://example.org')).toMatchObject({ reason: 'NOT_A_TICKET_CODE' });
    expect(await checkIn.scan(codeOf('a', 'other'))).toMatchObject({ reason: 'WRONG_EVENT' });
    expect(asked).toEqual([]);
  });

  it('is left to the server when its key is not known here', async () => {
    const { checkIn, network } = given();
    expect(await checkIn.scan(codeOf('a', 'e', 'newer'))).toMatchObject({ kind: 'in' });
    network.answer = silence;
    expect(await checkIn.scan(codeOf('a', 'e', 'newer'))).toMatchObject({ reason: 'NOT_VERIFIED' });
  });
});

describe('a scan without a network', () => {
  it('lets in by the signature, with the name of the place, and is sent later with its key', async () => {
    const { checkIn, queue, asked, network } = given({ roster: new Map([['a', ticket]]) });
    network.answer = silence;
    expect(await checkIn.scan(codeOf('a'))).toEqual({ kind: 'in', ticket, isCertain: false });
    expect(await checkIn.scan(codeOf('unknown'))).toEqual({ kind: 'in', ticket: null, isCertain: false });
    // The second one did not wait for the server again.
    expect(asked).toHaveLength(1);
    network.answer = letIn;
    await checkIn.sendWaiting();
    expect(asked.map(({ idempotencyKey }) => idempotencyKey)).toEqual(['key 1', 'key 1', 'key 2']);
    expect(queue.scans()).toEqual({ waiting: [], refused: [] });
    await checkIn.scan(codeOf('b'));
    expect(asked).toHaveLength(4);
  });

  it('asks nobody where the browser knows that it is offline', async () => {
    const { checkIn, asked, network } = given();
    network.isOffline = true;
    expect(await checkIn.scan(codeOf('a'))).toMatchObject({ kind: 'in', isCertain: false });
    expect(asked).toEqual([]);
  });

  it('refuses what came before, here or as the list of tickets knows it, and what was given back', async () => {
    const at = '2026-11-27T17:00:00Z';
    const roster = new Map<string, TicketSeen>([
      ['used', { ...ticket, checkedInAt: at }],
      ['refunded', { ...ticket, status: 'REFUNDED' }],
    ]);
    const { checkIn, network } = given({ roster });
    await checkIn.scan(codeOf('a'));
    network.isOffline = true;
    await checkIn.scan(codeOf('b'));
    for (const ticketId of ['a', 'b', 'used']) {
      expect(await checkIn.scan(codeOf(ticketId))).toMatchObject({ reason: 'ALREADY_CHECKED_IN' });
    }
    expect(await checkIn.scan(codeOf('used'))).toMatchObject({ at });
    expect(await checkIn.scan(codeOf('refunded'))).toMatchObject({ reason: 'TICKET_ALREADY_REFUNDED' });
  });

  it('remembers what the server said before', async () => {
    const { checkIn, network } = given();
    const used = { ...ticket, checkedInAt: '2026-11-27T17:00:00Z' };
    network.answer = { kind: 'answered', refusal: 'ALREADY_CHECKED_IN', ticket: used, by: 'olga' };
    await checkIn.scan(codeOf('used'));
    const refunded = { ...ticket, status: 'REFUNDED' } as const;
    network.answer = { kind: 'answered', refusal: 'TICKET_ALREADY_REFUNDED', ticket: refunded, by: null };
    await checkIn.scan(codeOf('refunded'));
    network.isOffline = true;
    expect(await checkIn.scan(codeOf('used'))).toMatchObject({
      reason: 'ALREADY_CHECKED_IN',
      at: used.checkedInAt,
    });
    expect(await checkIn.scan(codeOf('refunded'))).toMatchObject({ reason: 'TICKET_ALREADY_REFUNDED' });
  });

  it('refuses what is on the list no more', async () => {
    const { checkIn, queue, network } = given({ givenBack: ['a'] });
    network.isOffline = true;
    expect(await checkIn.scan(codeOf('a'))).toMatchObject({ reason: 'TICKET_ALREADY_REFUNDED' });
    expect(queue.scans().waiting).toEqual([]);
  });

  it('asks again after a silence as long as nothing waits that would find out', async () => {
    const { checkIn, asked, network } = given({ answer: silence });
    const newer = codeOf('a', 'e', 'newer');
    expect(await checkIn.scan(newer)).toMatchObject({ reason: 'NOT_VERIFIED' });
    network.answer = letIn;
    expect(await checkIn.scan(newer)).toMatchObject({ kind: 'in', isCertain: true });
    expect(asked).toHaveLength(2);
  });

  it('asks what only the server can judge, though others wait', async () => {
    const { checkIn, network } = given({ answer: silence });
    await checkIn.scan(codeOf('a'));
    network.answer = letIn;
    expect(await checkIn.scan(codeOf('b', 'e', 'newer'))).toMatchObject({ kind: 'in', isCertain: true });
  });

  it('is shown when it turns out double', async () => {
    const { checkIn, queue, network } = given({ answer: silence });
    await checkIn.scan(codeOf('a'));
    const used = { ...ticket, checkedInAt: '2026-11-27T17:59:00Z' };
    network.answer = { kind: 'answered', refusal: 'ALREADY_CHECKED_IN', ticket: used, by: null };
    await checkIn.sendWaiting();
    expect(queue.scans().refused).toMatchObject([{ ticketId: 'a', checkedInAt: used.checkedInAt }]);
  });

  it.each(['UNAUTHENTICATED', 'FORBIDDEN'])(
    'waits on when the session has ended, or is of somebody else: %s',
    async (refusal) => {
      const { checkIn, queue, network } = given({ answer: silence });
      await checkIn.scan(codeOf('a'));
      network.answer = { kind: 'answered', refusal, ticket: null, by: null };
      await checkIn.sendWaiting();
      expect(queue.scans()).toMatchObject({ waiting: [{ ticketId: 'a' }], refused: [] });
    },
  );
});
