import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const root = fileURLToPath(new URL('../../', import.meta.url));
/** What `--fetch` brings, and what is made of it. It can be thrown away at any time. */
export const toolsFolder = join(root, '.cache', 'ops-tools');

/** Programs of Debian's packages, unpacked and not installed: nothing of the machine changes, and no server starts. */
export const debianFolder = join(toolsFolder, 'debian');
const libraries = join(debianFolder, 'usr', 'lib', 'x86_64-linux-gnu');

const folders = [
  join(toolsFolder, 'bin'),
  join(toolsFolder, 'python', 'bin'),
  join(debianFolder, 'usr', 'bin'),
  join(debianFolder, 'usr', 'sbin'),
];

/** The file of a program: one that was fetched before one of the machine; undefined where there is none. */
export function findTool(name: string): string | undefined {
  return [...folders, ...(process.env.PATH ?? '').split(delimiter)]
    .map((folder) => join(folder, name))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/** With it fetched programs find one another and the libraries that came with them. */
export const toolEnvironment: NodeJS.ProcessEnv = {
  ...process.env,
  PATH: [...folders, process.env.PATH].join(delimiter),
  LD_LIBRARY_PATH: libraries,
  XTABLES_LIBDIR: join(libraries, 'xtables'),
  PYTHONPATH: join(toolsFolder, 'python'),
};

/** A program has ended with another code than 0; the message is what it has written last. */
export class ToolFailed extends Error {}

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** After so long it is ended, and has failed; five minutes unless given. */
  readonly withinMs?: number;
}

const USUAL_PATIENCE_MS = 5 * 60_000;
const LARGEST_OUTPUT = 64 * 1024 * 1024;
const LAST_WORDS = 1_500;

/** Runs a program to its end; answers what it wrote to its standard output. @throws ToolFailed */
export function runTool(name: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const file = findTool(name) ?? name;
  return new Promise((resolve, reject) => {
    const child = execFile(
      file,
      args,
      {
        cwd: options.cwd ?? root,
        env: { ...toolEnvironment, ...options.env },
        timeout: options.withinMs ?? USUAL_PATIENCE_MS,
        maxBuffer: LARGEST_OUTPUT,
      },
      (error, stdout, stderr) => {
        if (!error) return resolve(stdout);
        const words = `${stdout}${stderr}`.trim() || error.message;
        reject(new ToolFailed(`${name} ${args.slice(0, 2).join(' ')}: ${words.slice(-LAST_WORDS)}`));
      },
    );
    // A program that ends without having read it breaks the pipe; its exit code says how it went.
    child.stdin?.on('error', () => undefined).end(options.input ?? '');
  });
}
