import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { readTicketCode, type TicketKey } from './ticket-code.ts';

const ticketId = '0192f0c1-7a00-7000-8000-000000000001';
const eventId = '0192f0c1-7a00-7000-8000-000000000002';

/** A server with a key of its own: `Ticket.code` and `ticketKeys` as the schema describes them. */
function given(kid = 'key-1') {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  return {
    keys: [{ kid, x }] satisfies TicketKey[],
    code: codeOf(privateKey, { k: kid, t: ticketId, e: eventId }),
    early: codeOf(privateKey, { t: ticketId, e: eventId }),
  };
}

function codeOf(key: KeyObject, claim: object): string {
  const payload = Buffer.from(JSON.stringify(claim)).toString('base64url');
  return `${payload}.${sign(null, Buffer.from(payload), key).toString('base64url')}`;
}

describe('the code of a ticket, read in the browser', () => {
  it('is genuine when the server has signed it', async () => {
    const { code, keys } = given();
    expect(await readTicketCode(code, keys)).toEqual({ kind: 'genuine', ticketId, eventId });
    expect(await readTicketCode(` ${code}\n`, keys)).toMatchObject({ kind: 'genuine' });
  });

  it('is tried with every key where it names none', async () => {
    const { early, keys } = given();
    const known = [...given('key-2').keys, ...keys];
    expect(await readTicketCode(early, known)).toMatchObject({ kind: 'genuine' });
    expect(await readTicketCode(early, given().keys)).toEqual({ kind: 'forged' });
  });

  it('is forged when one character of ticket or signature is another', async () => {
    const { code, keys } = given();
    const [payload = '', signature = ''] = code.split('.');
    const other = Buffer.from(
      Buffer.from(payload, 'base64url').toString().replace('000000000001', '000000000003'),
    ).toString('base64url');
    expect(await readTicketCode(`${other}.${signature}`, keys)).toEqual({ kind: 'forged' });
    const changed = `${signature[0] === 'A' ? 'B' : 'A'}${signature.slice(1)}`;
    expect(await readTicketCode(`${payload}.${changed}`, keys)).toEqual({ kind: 'forged' });
  });

  it('is forged when somebody else has signed it in the name of a known key', async () => {
    expect(await readTicketCode(given().code, given().keys)).toEqual({ kind: 'forged' });
  });

  it('waits for the server when it names a key that is not known here', async () => {
    const { code } = given('key-2');
    expect(await readTicketCode(code, given('key-1').keys)).toEqual({ kind: 'unknown-key' });
  });

  it.each(['', 'WIFI:S:hall;;', 'https://example.org/a.b', `e30.${'A'.repeat(86)}`, `%%%.${'A'.repeat(86)}`])(
    'is no code: %p',
    async (text) => {
      expect(await readTicketCode(text, given().keys)).toEqual({ kind: 'forged' });
    },
  );
});
