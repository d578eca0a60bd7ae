import { subgraphNames } from '@parterre/contracts/kernel/caller.ts';
import { currencyCodes } from '@parterre/contracts/kernel/money.ts';
import { ConfigError, type Environment, readConfig } from '@parterre/platform/config/read-config.ts';
import { z } from 'zod';
import { demoAdministrator, demoBuyers, demoOrganizer } from './demo/accounts.ts';
import type { Secrets } from './secrets.ts';
import { services } from './services.ts';
import {
  databaseUrl,
  isLoopback,
  logLevel,
  origins,
  port,
  proxies,
  rateLimitsSwitch,
  safelistSwitch,
  seconds,
  tracesEndpoint,
} from './variables.ts';

/** Whatever keeps a database of its own: each subgraph, and the bus. */
export const databaseOwners = [...subgraphNames, 'bus'] as const;
export type DatabaseOwner = (typeof databaseOwners)[number];

/** The variable that points a subgraph's database elsewhere: EVENTS_DATABASE_URL. */
export function databaseVariable(owner: DatabaseOwner): `${Uppercase<DatabaseOwner>}_DATABASE_URL` {
  return `${owner.toUpperCase() as Uppercase<DatabaseOwner>}_DATABASE_URL`;
}

const schema = z.object({
  PORT: port.default(4000),
  HOST: z.string().max(255).default('127.0.0.1'),
  ALLOWED_ORIGINS: origins,
  TRUSTED_PROXIES: proxies,
  METRICS_PORT: port.optional(),
  PARTERRE_DATA_DIR: z.string().default('.data'),
  RATE_LIMITS: rateLimitsSwitch,
  SAFELIST: safelistSwitch,
  /** Unless given: a demo where nobody else reaches the server, and none elsewhere. */
  PARTERRE_DEMO: z.enum(['0', '1'], { error: 'expected 0 or 1' }).optional(),
  CURRENCY: z.enum(currencyCodes, { error: 'expected an ISO 4217 code such as EUR' }).default('EUR'),
  LOG_LEVEL: logLevel,
  NODE_ENV: z.string().optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: tracesEndpoint,
  AUDIT_SECONDS: seconds.default(300),
  /** Unless given: the demo's, whose money is free, where nobody else reaches the server or a demo is asked for. */
  PAYMENT_PROVIDER: z.string().optional(),
  ADMIN_EMAIL: z.string().optional(),
  ADMIN_PASSWORD: z.string().optional(),
  ...Object.fromEntries(databaseOwners.map((owner) => [databaseVariable(owner), databaseUrl.optional()])),
});

/** What the server reads besides what its subgraphs read. */
export const serverVariables: Readonly<Record<string, z.ZodType>> = schema.shape;

export type ServerConfig = Omit<z.output<typeof schema>, 'PARTERRE_DEMO'> & {
  readonly PARTERRE_DEMO: '0' | '1';
  /** Whether the server is reached from this machine alone. */
  readonly isLocal: boolean;
} & Readonly<Partial<Record<ReturnType<typeof databaseVariable>, string>>>;

/**
 * Reads every variable of the server and of all subgraphs before anything starts.
 *
 * @throws ConfigError that names every faulty variable at once
 */
export function readServerConfig(env: Environment, secrets: Secrets): ServerConfig {
  // Some variables are read by the server and by a subgraph as well: one line for each is enough.
  const faults = new Map<string, string>();
  const attempt = <Result>(read: () => Result): Result | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      for (const fault of error.faults) {
        const variable = fault.split(':', 1).join();
        if (!faults.has(variable)) faults.set(variable, fault);
      }
      return undefined;
    }
  };
  const server = attempt(() => readConfig(schema, env));
  for (const service of services)
    attempt(() => readConfig(service.config, subgraphEnvironment(env, secrets)));
  if (server?.RATE_LIMITS === 'off' && !isLoopback(server.HOST)) {
    faults.set(
      'RATE_LIMITS',
      `RATE_LIMITS: expected on where others reach the server (HOST=${server.HOST}), got "off"`,
    );
  }
  const isLocal = server !== undefined && isLoopback(server.HOST);
  if (server && !isLocal && !server.ADMIN_PASSWORD) {
    faults.set(
      'ADMIN_PASSWORD',
      `ADMIN_PASSWORD: expected a password of its own, and ADMIN_EMAIL, where others reach the server (HOST=${server.HOST}), got none`,
    );
  }
  if (server && !isLocal && !server.PAYMENT_PROVIDER && server.PARTERRE_DEMO !== '1') {
    faults.set(
      'PAYMENT_PROVIDER',
      `PAYMENT_PROVIDER: expected stripe, or demo, where money is free, because others reach the server (HOST=${server.HOST}), got nothing`,
    );
  }
  if (!server || faults.size > 0) throw new ConfigError([...faults.values()]);
  return { ...server, PARTERRE_DEMO: server.PARTERRE_DEMO ?? (isLocal ? '1' : '0'), isLocal };
}

/** What the subgraphs get to see: the environment, the secrets of this server, an administrator, whose mails need no link, and free money. */
export function subgraphEnvironment(env: Environment, secrets: Secrets): Environment {
  const names = env.ADMIN_EMAIL || env.ADMIN_PASSWORD;
  const administrator = names
    ? {}
    : { ADMIN_EMAIL: demoAdministrator.email, ADMIN_PASSWORD: demoAdministrator.password };
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value));
  // The demo's accounts are nobody's: there is no mail to confirm.
  const demo = { CONFIRMED_ADDRESSES: [demoOrganizer, ...demoBuyers].map(({ email }) => email).join(',') };
  // readServerConfig has seen to it that this is asked for wherever others reach the server.
  const provider = { PAYMENT_PROVIDER: 'demo' };
  return {
    ...secrets.subgraphs,
    ...administrator,
    ...provider,
    ...(env.PARTERRE_DEMO === '0' ? {} : demo),
    ...given,
  };
}

/** The administrator of the first start; null when its password is not known to this start. */
export function credentialsOf(
  administrator: 'demo' | 'named',
  env: Environment,
): { readonly email: string; readonly password: string } | null {
  if (administrator === 'demo') return demoAdministrator;
  const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password } = env;
  return email && password ? { email, password } : null;
}
