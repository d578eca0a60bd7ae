import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { readTicketCode, signTicketCode } from './ticket-code.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const claim = { ticketId: newId<'Ticket'>(), eventId: newId<'Event'>() };
const refused = { code: 'NOT_A_TICKET_CODE' };

describe('a ticket code', () => {
  it('names the ticket and the event', () => {
    expect(readTicketCode(signTicketCode(claim, privateKey), publicKey)).toEqual(claim);
  });

  it('is the same every time', () => {
    expect(signTicketCode(claim, privateKey)).toBe(signTicketCode(claim, privateKey));
  });

  it('is refused when another server signed it', () => {
    const foreign = signTicketCode(claim, generateKeyPairSync('ed25519').privateKey);
    expect(readTicketCode(foreign, publicKey)).toMatchObject(refused);
  });

  it('is refused when one of its letters is changed', () => {
    const code = signTicketCode(claim, privateKey);
    for (const index of [0, 10, code.indexOf('.') + 5]) {
      const other = code[index] === 'A' ? 'B' : 'A';
      const forged = code.slice(0, index) + other + code.slice(index + 1);
      expect(readTicketCode(forged, publicKey)).toMatchObject(refused);
    }
  });

  it.each(['', '.', 'a.b', 'no code at all', `${'x'.repeat(500)}.${'y'.repeat(86)}`])(
    'is refused when it is no code: "%.20s"',
    (text) => {
      expect(readTicketCode(text, publicKey)).toMatchObject(refused);
    },
  );
});
