import { createPrivateKey, randomBytes } from 'node:crypto';
import { subgraphNames } from '@parterre/contracts/kernel/caller.ts';
import { writeKnownServices, writeServiceKey } from '@parterre/platform/auth/service-keys.ts';
import { newSecrets } from '../launch/secrets.ts';
import { serviceKeysOf } from '../launch/service-keys.ts';
import { type Answer, UsageError } from './output.ts';

/** Secrets by the name of the variable that docker-compose.yml reads them from. */
export type InstallationSecrets = Readonly<Record<string, string>>;

export interface SecretsWishes {
  /** For `.env` beside docker-compose.yml, or as Secrets of Kubernetes. */
  readonly format: string | undefined;
  readonly adminEmail: string | undefined;
  /** host:port of PostgreSQL, where the format has whole addresses. */
  readonly postgres: string | undefined;
}

/** Each has a database of its own. */
const serviceNames = ['gateway', ...subgraphNames] as const;

const DEFAULT_ADMIN = 'admin@parterre.example';
const DEFAULT_POSTGRES = 'postgres:5432';

/**
 * New secrets for an installation whose services run alone. Nothing is kept: who prints them again has others, which a
 * running installation does not know.
 *
 * @throws UsageError for a format that is none
 */
export async function printSecrets(wishes: SecretsWishes): Promise<Answer> {
  const { format = 'env', adminEmail = DEFAULT_ADMIN, postgres = DEFAULT_POSTGRES } = wishes;
  if (format !== 'env' && format !== 'helm') {
    throw new UsageError(`--format: expected env or helm, got "${format}"`);
  }
  if (!/^[^\s'"\\$@]+@[^\s'"\\$@]+$/.test(adminEmail)) {
    throw new UsageError(`--admin-email: expected a mail address, got "${adminEmail}"`);
  }
  const secrets = await newInstallationSecrets(adminEmail);
  return {
    json: secrets,
    lines: format === 'env' ? envLines(secrets) : helmLines(secrets, postgres),
  };
}

/** New ones every time. */
export async function newInstallationSecrets(adminEmail: string): Promise<InstallationSecrets> {
  const { postgresPassword, serviceSecret, subgraphs } = await newSecrets();
  const keys = [...serviceKeysOf(serviceSecret).values()];
  return {
    POSTGRES_PASSWORD: postgresPassword,
    ...Object.fromEntries(
      serviceNames.map((name) => [passwordVariable(name), randomBytes(24).toString('hex')]),
    ),
    SERVICE_KEYS: writeKnownServices(keys),
    ...Object.fromEntries(keys.map((key) => [keyVariable(key.name), writeServiceKey(key)])),
    ACCESS_TOKEN_KEYS: subgraphs.ACCESS_TOKEN_KEYS,
    TICKET_SIGNING_KEY: onOneLine(subgraphs.TICKET_SIGNING_KEY),
    ADMIN_EMAIL: adminEmail,
    ADMIN_PASSWORD: randomBytes(18).toString('base64url'),
  };
}

/** Single quotes keep JSON as it is in Compose's env files, in those of Node, and in a shell that sources them. */
function envLines(secrets: InstallationSecrets): readonly string[] {
  return [
    '# Secrets of this installation: they cannot be made again. Keep a copy, and keep it to yourself.',
    ...Object.entries(secrets).map(([name, value]) => {
      if (/['\n]/.test(value)) throw new Error(`expected ${name} to fit between single quotes`);
      return `${name}='${value}'`;
    }),
  ];
}

/**
 * Secrets of Kubernetes as the chart refers to them: one a service, so that none can be read by another, and one for
 * PostgreSQL with the statements that make roles and databases.
 */
function helmLines(secrets: InstallationSecrets, postgres: string): readonly string[] {
  const of = (name: string) => secrets[name] ?? '';
  const pick = (...names: string[]) => Object.fromEntries(names.map((name) => [name, of(name)]));
  const ofService = (name: (typeof serviceNames)[number]) => ({
    ...pick('SERVICE_KEYS'),
    SERVICE_KEY: of(keyVariable(name)),
    [`${name.toUpperCase()}_DATABASE_URL`]: `postgres://parterre_${name}:${of(passwordVariable(name))}@${postgres}/${name}`,
    ...(name === 'users' ? pick('ACCESS_TOKEN_KEYS', 'ADMIN_EMAIL', 'ADMIN_PASSWORD') : {}),
    ...(name === 'tickets' ? pick('TICKET_SIGNING_KEY') : {}),
  });
  return [
    ...serviceNames.flatMap((name) => secretLines(name, ofService(name))),
    ...secretLines('postgres', {
      'postgres-password': of('POSTGRES_PASSWORD'),
      'create-databases.sql': serviceNames
        .flatMap((name) => databaseStatements(name, of(passwordVariable(name))))
        .join('\n'),
    }),
  ];
}

/** The same as ops/docker/create-databases.sql. */
function databaseStatements(name: string, password: string): readonly string[] {
  return [
    `CREATE ROLE parterre_${name} LOGIN PASSWORD '${password}';`,
    `CREATE DATABASE ${name} OWNER parterre_${name};`,
    `REVOKE CONNECT ON DATABASE ${name} FROM PUBLIC;`,
  ];
}

/** A text between double quotes of JSON is one of YAML as well. */
function secretLines(name: string, data: Readonly<Record<string, string>>): readonly string[] {
  return [
    '---',
    'apiVersion: v1',
    'kind: Secret',
    `metadata: { name: parterre-${name}, labels: { app.kubernetes.io/part-of: parterre } }`,
    'type: Opaque',
    'stringData:',
    ...Object.entries(data).map(([key, value]) => `  ${key}: ${JSON.stringify(value)}`),
  ];
}

function passwordVariable(name: string): string {
  return `${name.toUpperCase()}_DATABASE_PASSWORD`;
}

function keyVariable(service: string): string {
  return `SERVICE_KEY_${service.toUpperCase()}`;
}

/** A PEM without its head, foot and line breaks is the same key as base64 of DER. */
function onOneLine(pem: string): string {
  return createPrivateKey(pem).export({ format: 'der', type: 'pkcs8' }).toString('base64');
}
