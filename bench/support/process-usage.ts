import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

/** Linux counts processor time of a process in hundredths of a second (USER_HZ). */
const TICK_MS = 10;

/** Processor time of a process so far, all threads, user and system, in milliseconds. */
export function cpuMs(pid: number): number {
  const [user, system] = timesOf(pid);
  return (user + system) * TICK_MS;
}

/** That of a process and its children, those that have ended included. */
export function cpuMsOfTree(root: number): number {
  const [, , endedUser, endedSystem] = timesOf(root);
  return treeOf(root).reduce((sum, pid) => sum + cpuMsWhileItLives(pid), (endedUser + endedSystem) * TICK_MS);
}

/** A child that has ended since it was listed is counted with those that have, the next time. */
function cpuMsWhileItLives(pid: number): number {
  try {
    return cpuMs(pid);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ESRCH') return 0;
    throw error;
  }
}

/** That of everybody on this machine so far. */
export function machineBusyMs(): number {
  const [line = ''] = readFileSync('/proc/stat', 'utf8').split('\n', 1);
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] = line
    .split(/\s+/)
    .slice(1)
    .map(Number);
  return (user + nice + system + irq + softirq + steal) * TICK_MS;
}

/** Ticks: of its own in user and in system mode, and of children that have ended. */
function timesOf(pid: number): readonly [number, number, number, number] {
  // "1234 (a name, with (brackets)) S …": the fields are counted from behind the name.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  const [user = Number.NaN, system = Number.NaN, endedUser = 0, endedSystem = 0] = fields
    .slice(11, 15)
    .map(Number);
  if (Number.isFinite(user + system)) return [user, system, endedUser, endedSystem];
  throw new Error(`expected utime and stime in /proc/${pid}/stat, got ${fields.join(' ')}`);
}

/** The process of the embedded PostgreSQL of a data folder that all its others are children of. */
export function postmasterOf(dataDir: string): number {
  return Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

/** A process and its children, as PostgreSQL has them. */
export function treeOf(root: number): number[] {
  const parents = readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const parent = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1];
      return [{ pid: Number(name), parent: Number(parent) }];
    } catch {
      return []; // It has ended meanwhile.
    }
  });
  return [root, ...parents.filter(({ parent }) => parent === root).map(({ pid }) => pid)];
}

/** Memory that a process holds now, in bytes. */
export function residentBytes(pid: number): number {
  return statusBytes(pid, 'VmRSS');
}

/** The most memory that a process ever held, in bytes. */
export function peakResidentBytes(pid: number): number {
  return statusBytes(pid, 'VmHWM');
}

function statusBytes(pid: number, name: string): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kibibytes = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1];
  if (kibibytes) return Number(kibibytes) * 1024;
  throw new Error(`expected ${name} in /proc/${pid}/status`);
}

/**
 * The process that listens on this TCP port. Whoever starts a server by a launcher does not know it otherwise.
 *
 * @throws Error when nobody does, or nobody whom this user may look at
 */
export function pidListeningOn(port: number): number {
  // The kernel may leave a line out of its list while many sockets come and go.
  for (let look = 0; look < LOOKS; look += 1) {
    const pid = lookForListener(port);
    if (pid !== null) return pid;
  }
  throw new Error(`expected a process that listens on port ${port}, found none`);
}

const LOOKS = 10;

function lookForListener(port: number): number | null {
  const inodes = new Set(['tcp', 'tcp6'].flatMap((family) => listeningInodes(family, port)));
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    if (openSockets(pid).some((inode) => inodes.has(inode))) return Number(pid);
  }
  return null;
}

function listeningInodes(family: string, port: number): string[] {
  const LISTEN = '0A';
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  return readFileSync(`/proc/net/${family}`, 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local, , state]) => local?.endsWith(suffix) && state === LISTEN)
    .flatMap((fields) => fields[9] ?? []);
}

function openSockets(pid: string): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      const target = readlinkSync(`/proc/${pid}/fd/${fd}`);
      return /^socket:\[(\d+)\]$/.exec(target)?.[1] ?? [];
    });
  } catch {
    // It has ended while it was looked at, or belongs to somebody else.
    return [];
  }
}
