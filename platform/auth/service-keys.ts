import { createHash, createPrivateKey, createPublicKey, hkdfSync, type KeyObject } from 'node:crypto';
import { z } from 'zod';

/**
 * For whom a part of the server may speak: a gateway for its clients, signed in or not, and never as a subgraph;
 * a subgraph for itself, and for nobody else.
 */
export type SpeaksFor = 'clients' | 'itself';

/** A part of the server as all others know it: nothing here is secret. */
export interface KnownService {
  readonly name: string;
  readonly speaksFor: SpeaksFor;
  /** Follows from the key (RFC 7638), so that several keys of one part may be known while they are exchanged. */
  readonly kid: string;
  readonly publicKey: KeyObject;
}

/** A part of the server with the key that it alone has. */
export interface ServiceKey extends KnownService {
  readonly privateKey: KeyObject;
}

/** What stands before the 32 bytes of an Ed25519 private key in PKCS #8 (RFC 8410). */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');
const SEED_BYTES = 32;
const MIN_SECRET_BYTES = 32;

/**
 * The keys of all parts, from one secret: for whoever starts them all, in one process or in many. Whoever has the
 * secret has every key, so that a part that runs alone is given its own key as text and not the secret.
 *
 * @param parts by name
 * @throws Error when the secret is shorter than 32 bytes
 */
export function deriveServiceKeys<Name extends string>(
  secret: string,
  parts: Readonly<Record<Name, SpeaksFor>>,
): ReadonlyMap<Name, ServiceKey> {
  const length = Buffer.byteLength(secret);
  if (length < MIN_SECRET_BYTES) {
    throw new Error(`expected a service secret of at least ${MIN_SECRET_BYTES} bytes, got ${length}`);
  }
  const keys = (Object.entries(parts) as [Name, SpeaksFor][]).map(([name, speaksFor]) => {
    const seed = hkdfSync('sha256', secret, '', `service token ${name}`, SEED_BYTES);
    const der = Buffer.concat([PKCS8_HEAD, Buffer.from(seed)]);
    const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    return [name, serviceKey(name, speaksFor, privateKey)] as const;
  });
  return new Map(keys);
}

const base64url = z.base64url().length(43);
const publicShape = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: base64url,
  name: z.string().min(1),
  speaksFor: z.enum(['clients', 'itself']),
});
const privateShape = publicShape.extend({ d: base64url });
const ringShape = z.object({ keys: z.array(publicShape).min(1) });

/** A key as text for the one process that it belongs to: a JSON Web Key with name and role. */
export function writeServiceKey({ name, speaksFor, privateKey }: ServiceKey): string {
  const { kty, crv, x, d } = privateKey.export({ format: 'jwk' });
  return JSON.stringify({ kty, crv, x, d, name, speaksFor });
}

/** The public halves as text, for every process: a JSON Web Key Set. */
export function writeKnownServices(services: Iterable<KnownService>): string {
  const keys = [...services].map(({ name, speaksFor, publicKey }) => {
    const { kty, crv, x } = publicKey.export({ format: 'jwk' });
    return { kty, crv, x, name, speaksFor };
  });
  return JSON.stringify({ keys });
}

/** @throws Error when the text is nothing that `writeServiceKey` has written; it says nothing of the text */
export function readServiceKey(text: string): ServiceKey {
  const { name, speaksFor, ...jwk } = read(
    privateShape,
    text,
    'a private Ed25519 key with name and speaksFor',
  );
  return serviceKey(name, speaksFor, createPrivateKey({ key: jwk, format: 'jwk' }));
}

/** @throws Error when the text is nothing that `writeKnownServices` has written */
export function readKnownServices(text: string): readonly KnownService[] {
  const { keys } = read(ringShape, text, 'a set of public Ed25519 keys with name and speaksFor');
  return keys.map(({ name, speaksFor, ...jwk }) =>
    knownService(name, speaksFor, createPublicKey({ key: jwk, format: 'jwk' })),
  );
}

function read<Shape extends z.ZodType>(shape: Shape, text: string, what: string): z.output<Shape> {
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    // The cause would carry the text, which may be a private key.
    throw new Error(`expected ${what}, as it was written when the keys were made`);
  }
}

function serviceKey(name: string, speaksFor: SpeaksFor, privateKey: KeyObject): ServiceKey {
  return { ...knownService(name, speaksFor, createPublicKey(privateKey)), privateKey };
}

function knownService(name: string, speaksFor: SpeaksFor, publicKey: KeyObject): KnownService {
  const { crv, kty, x } = publicKey.export({ format: 'jwk' });
  const kid = createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url');
  return { name, speaksFor, kid, publicKey };
}
