import { hkdfSync } from 'node:crypto';
import { subgraphNames } from '@parterre/contracts/kernel/caller.ts';
import pg from 'pg';
import type { ServiceName } from './plan.ts';

/** The address of a service's database for the role that owns it. */
export type DatabaseUrlOf = (service: ServiceName) => string;

/**
 * Gives every service a database and a role of its own, which may log in to that database alone. Safe to call again.
 * The passwords follow from the superuser's.
 *
 * @throws Error with PostgreSQL's words
 */
export async function ensureOwnDatabases(
  superuserUrl: (database: string) => string,
  superuserPassword: string,
): Promise<DatabaseUrlOf> {
  const client = new pg.Client({ connectionString: superuserUrl('postgres') });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      'select datname as name from pg_database union all select rolname from pg_roles',
    );
    const existing = new Set(rows.map(({ name }) => name));
    for (const service of ['gateway', ...subgraphNames] as const) {
      const role = roleOf(service);
      const password = client.escapeLiteral(passwordOf(role, superuserPassword));
      const verb = existing.has(role) ? 'alter' : 'create';
      await client.query(`${verb} role ${role} with login password ${password}`);
      if (!existing.has(service)) await client.query(`create database ${service} owner ${role}`);
      await client.query(`revoke connect on database ${service} from public`);
    }
  } finally {
    await client.end();
  }
  return (service) => {
    const url = new URL(superuserUrl(service));
    url.username = roleOf(service);
    url.password = passwordOf(roleOf(service), superuserPassword);
    return url.href;
  };
}

function roleOf(service: ServiceName): string {
  return `parterre_${service}`;
}

function passwordOf(role: string, secret: string): string {
  return Buffer.from(hkdfSync('sha256', secret, '', `password of ${role}`, 24)).toString('hex');
}
