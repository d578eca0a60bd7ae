import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { createTicketCodes } from '@parterre/tickets/domain/ticket-code.ts';
import { readTicketCode } from './ticket-code.ts';

const ticketId = '0192f0c1-7a00-7000-8000-000000000001' as never;
const eventId = '0192f0c1-7a00-7000-8000-000000000002' as never;
const given = () => createTicketCodes(generateKeyPairSync('ed25519').privateKey);

describe('the code of a ticket, read in the browser', () => {
  it('is genuine when the server has signed it', async () => {
    const codes = given();
    const code = codes.sign({ ticketId, eventId });
    expect(await readTicketCode(code, codes.keys)).toEqual({ kind: 'genuine', ticketId, eventId });
    expect(await readTicketCode(` ${code}\n`, codes.keys)).toMatchObject({ kind: 'genuine' });
  });

  it('is forged when one character of ticket or signature is another', async () => {
    const codes = given();
    const [payload = '', signature = ''] = codes.sign({ ticketId, eventId }).split('.');
    const other = Buffer.from(
      Buffer.from(payload, 'base64url').toString().replace('000000000001', '000000000003'),
    ).toString('base64url');
    expect(await readTicketCode(`${other}.${signature}`, codes.keys)).toEqual({ kind: 'forged' });
    const changed = `${signature[0] === 'A' ? 'B' : 'A'}${signature.slice(1)}`;
    expect(await readTicketCode(`${payload}.${changed}`, codes.keys)).toEqual({ kind: 'forged' });
  });

  it('is forged when somebody else has signed it in the name of a known key', async () => {
    const [ours, theirs] = [given(), given()];
    const kid = theirs.keys[0]?.kid ?? '';
    const keys = ours.keys.map(({ x }) => ({ kid, x }));
    expect(await readTicketCode(theirs.sign({ ticketId, eventId }), keys)).toEqual({ kind: 'forged' });
  });

  it('waits for the server when it names a key that is not known here', async () => {
    expect(await readTicketCode(given().sign({ ticketId, eventId }), given().keys)).toEqual({
      kind: 'unknown-key',
    });
  });

  it.each(['', 'WIFI:S:hall;;', 'https://example.org/a.b', `e30.${'A'.repeat(86)}`, `%%%.${'A'.repeat(86)}`])(
    'is no code: %p',
    async (text) => {
      expect(await readTicketCode(text, given().keys)).toEqual({ kind: 'forged' });
    },
  );
});
