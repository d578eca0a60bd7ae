import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importSigningKey, signAccessToken } from '@parterre/platform/auth/access-tokens.ts';
import { type JWTHeaderParameters, type JWTPayload, SignJWT } from 'jose';
import { type Attack, refused } from './attack.ts';
import type { Target } from './target.ts';
import { type Answered, codesOf, post } from './wire.ts';

const foreign: Readonly<Record<string, (target: Target) => string>> = {
  'reading a booking, a ticket and a payment': ({ alices }) =>
    `{ booking(id: "${alices.booking}") { id } ticket(id: "${alices.ticket}") { id } payment(id: "${alices.payment}") { id } }`,
  'reading a user with wallet and mails': ({ alice }) =>
    `{ user(id: "${alice.id}") { id email wallet { available { amount } } notifications { nodes { id } } } }`,
  'cancelling a booking': ({ alices }) =>
    `mutation { cancelBooking(input: { bookingId: "${alices.booking}", idempotencyKey: "m" }) { booking { id } userErrors { code } } }`,
  'refunding a ticket': ({ alices }) =>
    `mutation { refundTickets(input: { bookingId: "${alices.booking}", ticketIds: ["${alices.ticket}"], idempotencyKey: "r" }) { booking { id } userErrors { code } } }`,
};

const privileged: Readonly<Record<string, (target: Target) => string>> = {
  assignRole: ({ mallory }) =>
    `mutation { assignRole(input: { userId: "${mallory.id}", role: ADMIN }) { user { id } } }`,
  blockUser: ({ alice }) =>
    `mutation { blockUser(input: { userId: "${alice.id}", reason: "because" }) { user { id } } }`,
  createVenue: () =>
    'mutation { createVenue(input: { name: "V", address: "A", city: "C", timeZone: "Europe/Vienna" }) { venue { id } } }',
  users: () => '{ users { nodes { id email } } }',
};

const forgeries = [
  'none',
  'HS256 with the public key',
  'another key',
  'expired',
  'changed',
  'of another issuer',
  'for another audience',
  'of another kind',
] as const;

/** What somebody may try who wants what belongs to others, or what only others may do. */
export const rights: readonly Attack[] = [
  ...forgeries.map((kind) =>
    refused(
      { threat: 'good before', name: `a forged access token: ${kind}`, expected: '401 UNAUTHENTICATED' },
      async (target) => post(target.port, { query: '{ me { id } }', token: await forged(kind, target) }),
      (answered) => answered.status === 401 && codesOf(answered).includes('UNAUTHENTICATED'),
    ),
  ),
  ...Object.entries(foreign).map(([name, query]) =>
    refused(
      {
        threat: 'good before',
        name: `BOLA: ${name}`,
        expected: 'null or a refusal, as for what is not there',
      },
      async (target) => post(target.port, { query: query(target), token: await target.mallory.token() }),
      isNothing,
    ),
  ),
  ...Object.entries(privileged).map(([name, query]) =>
    refused(
      { threat: 'good before', name: `BFLA: a buyer calls ${name}`, expected: 'FORBIDDEN, nothing done' },
      async (target) => post(target.port, { query: query(target), token: await target.mallory.token() }),
      (answered) => codesOf(answered).includes('FORBIDDEN') && isNothing(answered),
    ),
  ),
];

/** Whether an answer gives nothing away and says why: every root field is null, or its object is. */
function isNothing(answered: Answered): boolean {
  if (answered.status !== 200) return answered.status === 403;
  const { data } = JSON.parse(answered.text) as { data: Record<string, unknown> | null };
  return Object.values(data ?? {}).every(
    (root) =>
      root === null ||
      Object.entries(root as object).every(([name, value]) => value === null || name === 'userErrors'),
  );
}

async function forged(kind: (typeof forgeries)[number], target: Target): Promise<string> {
  const good = await target.mallory.token();
  const [head, body, signature] = good.split('.') as [string, string, string];
  const claims = { ...JSON.parse(Buffer.from(body, 'base64url').toString()), role: 'ADMIN' };
  const { kid } = JSON.parse(Buffer.from(head, 'base64url').toString());
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const header = (alg: string) => part({ alg, kid, typ: 'at+jwt' });
  switch (kind) {
    case 'none':
      return `${header('none')}.${part(claims)}.`;
    case 'HS256 with the public key': {
      const signed = `${header('HS256')}.${part(claims)}`;
      const { x } = JSON.parse(signingKeyOf(target));
      return `${signed}.${createHmac('sha256', Buffer.from(x, 'base64url')).update(signed).digest('base64url')}`;
    }
    case 'another key': {
      const signed = `${header('EdDSA')}.${part(claims)}`;
      const { privateKey } = generateKeyPairSync('ed25519');
      return `${signed}.${sign(null, Buffer.from(signed), privateKey).toString('base64url')}`;
    }
    case 'of another issuer':
      return signedAnew({ alg: 'EdDSA', kid, typ: 'at+jwt' }, { ...claims, iss: 'elsewhere' }, target);
    case 'for another audience':
      return signedAnew({ alg: 'EdDSA', kid, typ: 'at+jwt' }, { ...claims, aud: 'elsewhere' }, target);
    case 'of another kind':
      return signedAnew({ alg: 'EdDSA', kid, typ: 'service+jwt' }, claims, target);
    case 'expired': {
      const key = await importSigningKey(JSON.parse(signingKeyOf(target)));
      const person = { userId: claims.sub, role: claims.role, sessionId: claims.sid };
      return (await signAccessToken(key, person, new Date(Date.now() - 3_600_000))).token;
    }
    case 'changed':
      return `${head}.${part(claims)}.${signature}`;
  }
}

/** With the key of the server: another product of the same issuer may well have tokens that are signed so. */
async function signedAnew(header: JWTHeaderParameters, claims: JWTPayload, target: Target): Promise<string> {
  const { privateKey } = await importSigningKey(JSON.parse(signingKeyOf(target)));
  return new SignJWT(claims).setProtectedHeader(header).sign(privateKey);
}

/** The very key that the server signs with: a token that it signed itself an hour ago is no better. */
function signingKeyOf({ server }: Target): string {
  const { subgraphs } = JSON.parse(readFileSync(join(server.dataDir, 'secrets.json'), 'utf8'));
  return JSON.stringify(JSON.parse(subgraphs.ACCESS_TOKEN_KEYS).keys[0]);
}
