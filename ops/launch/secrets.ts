import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateSigningKey } from '@parterre/platform/auth/access-tokens.ts';
import { z } from 'zod';
import { StartError } from './start-error.ts';

const shape = z.object({
  /** Of the embedded PostgreSQL's superuser. */
  postgresPassword: z.string().min(32),
  /** Signs the service tokens by which subgraphs and gateway know one another. */
  serviceSecret: z.string().min(32),
  /** What subgraphs read from their environment; a variable that is set there comes before it. */
  subgraphs: z.object({
    /** Private JSON Web Key Set of the users subgraph, which signs access tokens. */
    ACCESS_TOKEN_KEYS: z.string().min(1),
    /** Ed25519 private key of the tickets subgraph, which signs the codes on tickets. */
    TICKET_SIGNING_KEY: z.string().min(1),
  }),
});

/** The first data folders call the subgraphs rooms. */
const secretsShape = z.preprocess((file) => {
  if (typeof file !== 'object' || file === null || !('rooms' in file)) return file;
  const { rooms, ...others } = file;
  return { ...others, subgraphs: rooms };
}, shape);

/** What nobody may know and everything hangs on: made on the first start, kept in the data folder. */
export type Secrets = z.output<typeof shape>;

export async function newSecrets(): Promise<Secrets> {
  const { privateJwk } = await generateSigningKey();
  return {
    postgresPassword: randomBytes(24).toString('hex'),
    serviceSecret: randomBytes(32).toString('hex'),
    subgraphs: {
      ACCESS_TOKEN_KEYS: JSON.stringify({ keys: [privateJwk] }),
      TICKET_SIGNING_KEY: newTicketKey(),
    },
  };
}

function newTicketKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
}

/**
 * The secrets of this data folder, readable by their owner alone. Written whole before anything uses them:
 * a crash leaves either none or all of them.
 *
 * @throws StartError when the file is there and cannot be read as what it was
 */
export function keepSecrets(dataDir: string, fresh: Secrets): Secrets {
  const file = join(dataDir, 'secrets.json');
  if (existsSync(file)) return readSecrets(file);
  const unfinished = `${file}.new`;
  writeFileSync(unfinished, `${JSON.stringify(fresh, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(unfinished, file);
  return fresh;
}

function readSecrets(file: string): Secrets {
  try {
    return secretsShape.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new StartError(
      `expected ${file} to hold the secrets that the first start wrote, and it does not; restore it from a copy`,
      { cause },
    );
  }
}
