import { readFileSync } from 'node:fs';

/** Memory of processes together, in bytes. Each page is counted once, however many of them map it. */
export interface MappedMemory {
  /** Heaps and stacks: nobody else has them. */
  readonly own: number;
  /** Shared on purpose, as PostgreSQL's buffers are. */
  readonly shared: number;
  /** Pages of programs and libraries, as if nobody else on the machine ran them; the kernel may drop these. */
  readonly files: number;
}

/** What these processes have in memory now (Linux: /proc/PID/smaps and smaps_rollup). Those that have ended count nothing. */
export function mappedMemory(pids: readonly number[]): MappedMemory {
  let own = 0;
  let shared = 0;
  const files = new Map<string, number>();
  for (const pid of pids) {
    const rollup = read(pid, 'smaps_rollup');
    own += kibibytes(rollup, 'Pss_Anon');
    shared += kibibytes(rollup, 'Pss_Shmem');
    for (const [file, resident] of filePages(read(pid, 'smaps'))) {
      files.set(file, Math.max(files.get(file) ?? 0, resident));
    }
  }
  const ofFiles = [...files.values()].reduce((sum, resident) => sum + resident, 0);
  return { own: own * KIB, shared: shared * KIB, files: ofFiles * KIB };
}

const KIB = 1024;

function read(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ESRCH') return '';
    throw error;
  }
}

function kibibytes(text: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(text)?.[1] ?? 0);
}

/** KiB by file; pages that a process has changed are its own. */
function filePages(smaps: string): ReadonlyMap<string, number> {
  const pages = new Map<string, number>();
  // A mapping begins with its addresses: "7f65d8000000-7f65da602000 r-xp 00000000 fe:00 1234  /usr/lib/libc.so.6".
  for (const mapping of smaps.split(/^(?=[0-9a-f]+-[0-9a-f]+ )/m)) {
    const file = /^\S+ \S+ \S+ \S+ \S+ +(\/.*)$/m.exec(mapping)?.[1];
    if (file === undefined || isSharedMemory(file)) continue;
    const resident = kibibytes(mapping, 'Rss') - kibibytes(mapping, 'Anonymous');
    pages.set(file, (pages.get(file) ?? 0) + resident);
  }
  return pages;
}

function isSharedMemory(file: string): boolean {
  return file.startsWith('/dev/') || file.startsWith('/SYSV');
}
