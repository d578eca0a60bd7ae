import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { createTicketCodes } from './ticket-code.ts';

const [old, current] = [generateKeyPairSync('ed25519'), generateKeyPairSync('ed25519')];
const codes = createTicketCodes(current.privateKey);
const claim = { ticketId: newId<'Ticket'>(), eventId: newId<'Event'>() };
const refused = { code: 'NOT_A_TICKET_CODE' };

describe('a ticket code', () => {
  it('names the ticket and the event', () => {
    expect(codes.read(codes.sign(claim))).toEqual(claim);
  });

  it('is the same every time', () => {
    expect(codes.sign(claim)).toBe(codes.sign(claim));
  });

  it('is verified with the published key that it names, by whoever has that', () => {
    const [payload = '', signature = ''] = codes.sign(claim).split('.');
    const said = JSON.parse(Buffer.from(payload, 'base64url').toString());
    expect(said).toEqual({ k: expect.any(String), t: claim.ticketId, e: claim.eventId });
    const jwk = codes.keys.find(({ kid }) => kid === said.k);
    const key = createPublicKey({ key: { ...jwk }, format: 'jwk' });
    expect(verify(null, Buffer.from(payload), key, Buffer.from(signature, 'base64url'))).toBe(true);
  });

  it('outlives the change of the key that signed it, as long as that is named', () => {
    const code = createTicketCodes(old.privateKey).sign(claim);
    expect(codes.read(code)).toMatchObject(refused);
    const both = createTicketCodes(current.privateKey, [old.publicKey, current.publicKey]);
    expect(both.read(code)).toEqual(claim);
    expect(both.keys.map(({ kid }) => kid)).toEqual([
      codes.keys[0]?.kid,
      createTicketCodes(old.privateKey).keys[0]?.kid,
    ]);
  });

  it('from before keys had names is still read', () => {
    const payload = Buffer.from(JSON.stringify({ t: claim.ticketId, e: claim.eventId })).toString(
      'base64url',
    );
    const signature = sign(null, Buffer.from(payload), old.privateKey).toString('base64url');
    const both = createTicketCodes(current.privateKey, [old.publicKey]);
    expect(both.read(`${payload}.${signature}`)).toEqual(claim);
    expect(codes.read(`${payload}.${signature}`)).toMatchObject(refused);
  });

  it('is refused when it names a key that did not sign it', () => {
    const [kid] = createTicketCodes(old.privateKey).keys.map((key) => key.kid);
    const payload = Buffer.from(JSON.stringify({ k: kid, t: claim.ticketId, e: claim.eventId })).toString(
      'base64url',
    );
    const signature = sign(null, Buffer.from(payload), current.privateKey).toString('base64url');
    const both = createTicketCodes(current.privateKey, [old.publicKey]);
    expect(both.read(`${payload}.${signature}`)).toMatchObject(refused);
  });

  it('is refused when one of its letters is changed', () => {
    const code = codes.sign(claim);
    for (const index of [0, 10, code.indexOf('.') + 5]) {
      const other = code[index] === 'A' ? 'B' : 'A';
      const forged = code.slice(0, index) + other + code.slice(index + 1);
      expect(codes.read(forged)).toMatchObject(refused);
    }
  });

  it.each(['', '.', 'a.b', 'no code at all', `${'x'.repeat(500)}.${'y'.repeat(86)}`])(
    'is refused when it is no code: "%.20s"',
    (text) => {
      expect(codes.read(text)).toMatchObject(refused);
    },
  );
});
