import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { config } from './config.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const der = privateKey.export({ type: 'pkcs8', format: 'der' });

describe('TICKET_SIGNING_KEY', () => {
  it.each([
    ['PEM', pem],
    ['PEM in one line, as .env files have it', pem.replaceAll('\n', '\\n')],
    ['base64 of PEM', Buffer.from(pem).toString('base64')],
    ['base64 of DER', der.toString('base64')],
  ])('may be %s', (_form, text) => {
    const { TICKET_SIGNING_KEY } = config.parse({ TICKET_SIGNING_KEY: text });
    expect(TICKET_SIGNING_KEY.equals(privateKey)).toBe(true);
  });

  it.each([
    ['nothing', undefined],
    ['an empty text', ''],
    ['some other text', 'secret'],
    [
      'a key of another kind',
      generateKeyPairSync('ec', { namedCurve: 'P-256' })
        .privateKey.export({ type: 'pkcs8', format: 'pem' })
        .toString(),
    ],
  ])('may not be %s: the message says what is expected and how to make one', (_what, text) => {
    const parsed = config.safeParse({ TICKET_SIGNING_KEY: text });
    expect(parsed.error?.issues).toEqual([
      expect.objectContaining({
        path: ['TICKET_SIGNING_KEY'],
        message: expect.stringContaining('openssl genpkey'),
      }),
    ]);
  });
});

describe('TICKET_OTHER_SIGNERS', () => {
  const publicDer = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  const read = (text: string) => config.safeParse({ TICKET_SIGNING_KEY: pem, TICKET_OTHER_SIGNERS: text });

  it.each([
    ['none', '', 0],
    ['a public key', publicDer, 1],
    [
      'a public key as base64 of PEM',
      Buffer.from(publicKey.export({ type: 'spki', format: 'pem' })).toString('base64'),
      1,
    ],
    ['a private key, of which it takes the public half', der.toString('base64'), 1],
    ['several', `${publicDer}, ${publicDer}`, 2],
  ])('may be %s', (_what, text, count) => {
    const keys = read(text).data?.TICKET_OTHER_SIGNERS ?? [];
    expect(keys).toHaveLength(count);
    for (const key of keys) expect(key.equals(publicKey)).toBe(true);
  });

  it.each([
    ['some other text', 'secret'],
    ['more than eight', Array(9).fill(publicDer).join(',')],
  ])('may not be %s', (_what, text) => {
    expect(read(text).error?.issues[0]?.path).toEqual(['TICKET_OTHER_SIGNERS']);
  });
});

it('a booking may be paid in three attempts unless the server says otherwise', () => {
  expect(config.parse({ TICKET_SIGNING_KEY: pem }).PAYMENT_ATTEMPTS_MAX).toBe(3);
  expect(config.safeParse({ TICKET_SIGNING_KEY: pem, PAYMENT_ATTEMPTS_MAX: '0' }).success).toBe(false);
});
