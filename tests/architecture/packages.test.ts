import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

interface LockFile {
  readonly packages: Readonly<Record<string, { readonly version?: string }>>;
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Where npm puts copies of a package, by the lock file. */
function copiesOf(name: string): string[] {
  const { packages }: LockFile = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8'));
  return Object.keys(packages).filter((path) => path.endsWith(`node_modules/${name}`));
}

describe('the packages', () => {
  // MikroORM names one version of it exactly, so ours has to be that one. With two, a pool of the one opens connections
  // whose class is the other's (platform/postgres/pools.ts), and code and memory of both are loaded.
  it.each(['pg', 'pg-pool', 'pg-protocol', 'kysely'])('hold one copy of %s', (name) => {
    expect(copiesOf(name)).toEqual([`node_modules/${name}`]);
  });
});
