import { hkdfSync } from 'node:crypto';
import { type SubgraphName, subgraphNames } from '@parterre/contracts/kernel/caller.ts';
import pg from 'pg';

/** The address of a subgraph's database for the role that owns it. */
export type DatabaseUrlOf = (subgraph: SubgraphName) => string;

/**
 * Gives every subgraph a database and a role of its own, which may log in to that database alone. Safe to call again.
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
    for (const subgraph of subgraphNames) {
      const role = roleOf(subgraph);
      const password = client.escapeLiteral(passwordOf(role, superuserPassword));
      const verb = existing.has(role) ? 'alter' : 'create';
      await client.query(`${verb} role ${role} with login password ${password}`);
      if (!existing.has(subgraph)) await client.query(`create database ${subgraph} owner ${role}`);
      await client.query(`revoke connect on database ${subgraph} from public`);
    }
  } finally {
    await client.end();
  }
  return (subgraph) => {
    const url = new URL(superuserUrl(subgraph));
    url.username = roleOf(subgraph);
    url.password = passwordOf(roleOf(subgraph), superuserPassword);
    return url.href;
  };
}

function roleOf(subgraph: SubgraphName): string {
  return `parterre_${subgraph}`;
}

function passwordOf(role: string, secret: string): string {
  return Buffer.from(hkdfSync('sha256', secret, '', `password of ${role}`, 24)).toString('hex');
}
