import { execFileSync } from 'node:child_process';

/** The operating system's user and group that PostgreSQL runs as. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const NAME = 'postgres';

/**
 * Whom PostgreSQL runs as. It refuses to run as root, so for root this is the user `postgres`, made when
 * there is none; for everybody else it is the user who asks, which is said by `undefined`.
 *
 * @throws Error in one line when root has no such user and cannot make one
 */
export function postgresAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const known = find();
  if (known) return known;
  for (const [command, args] of waysToMakeOne) {
    try {
      execFileSync(command, args, { stdio: 'ignore' });
    } catch {
      continue; // This system has another tool for it.
    }
    const made = find();
    if (made) return made;
  }
  throw new Error(
    `PostgreSQL does not run as root: expected to find or make a system user named "${NAME}", and neither worked. ` +
      'Make one, start as an ordinary user, or set the *_DATABASE_URL variables',
  );
}

const waysToMakeOne: readonly (readonly [string, readonly string[]])[] = [
  ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', NAME]],
  ['adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', NAME]],
];

function find(): Account | undefined {
  try {
    const ask = (flag: string) =>
      Number(execFileSync('id', [flag, NAME], { stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: ask('-u'), gid: ask('-g') };
  } catch {
    return undefined;
  }
}
