import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { createConcurrencyLimiter } from '@parterre/platform/concurrency/limiter.ts';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Passwords } from '../../application/ports.ts';

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane; 25 to 60 ms on a small machine. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;

/**
 * Two at once: each takes a core and 19 MiB, and libuv's four threads are also needed for files and names.
 */
const ABREAST = 2;

/** How an argon2id hash was made, and its outcome. Memory in KiB. */
export interface Argon2Hash {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
  readonly salt: Buffer;
  readonly hash: Buffer;
}

/** The slow function itself, so that a test can count how often it ran. */
export type Argon2id = (password: string, how: Omit<Argon2Hash, 'hash'>, length: number) => Promise<Buffer>;

export interface PasswordOptions {
  /** How many may wait for a hash; 256 wait about five seconds at most on two cores. */
  readonly queue: number;
  readonly argon2id?: Argon2id;
}

/** Passwords hashed with argon2id of node's own crypto. */
export function createPasswords({ queue, argon2id = nodeArgon2id }: PasswordOptions): Passwords {
  const limiter = createConcurrencyLimiter({ places: ABREAST, queue });
  // Nobody's password: what a password is compared with when there is no account. Same cost, same work.
  const nobodys: Argon2Hash = { ...cost, salt: randomBytes(SALT_BYTES), hash: randomBytes(HASH_BYTES) };

  return {
    async hash(password) {
      const how = { ...cost, salt: randomBytes(SALT_BYTES) };
      const hash = await limiter.run(() => argon2id(password, how, HASH_BYTES));
      return hash === 'turned-away' ? tryAgain() : writePhc({ ...how, hash });
    },

    async verify(password, text) {
      const stored = text === null ? nobodys : readPhc(text);
      const hash = await limiter.run(() => argon2id(password, stored, stored.hash.length));
      if (hash === 'turned-away') return tryAgain();
      return timingSafeEqual(hash, stored.hash) && stored !== nobodys;
    },
  };
}

const inThreadPool = promisify(argon2);

const nodeArgon2id: Argon2id = (password, { memory, passes, parallelism, salt }, length) =>
  inThreadPool('argon2id', {
    message: password,
    nonce: salt,
    memory,
    passes,
    parallelism,
    tagLength: length,
  });

function tryAgain(): Rejection<'TRY_AGAIN'> {
  return reject('TRY_AGAIN', 'too many logins at this moment; try again in some seconds');
}

const pattern =
  /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/;

/** Writes a hash in the form that argon2 libraries share: a later change of cost leaves old hashes readable. */
export function writePhc({ memory, passes, parallelism, salt, hash }: Argon2Hash): string {
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(hash)}`;
}

/** Reads what `writePhc` wrote. @throws Error on anything else: the database holds no such thing. */
export function readPhc(text: string): Argon2Hash {
  const match = pattern.exec(text);
  if (!match) throw new Error('expected a PHC string of argon2id, version 19');
  const [, memory, passes, parallelism, salt = '', hash = ''] = match;
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  };
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
