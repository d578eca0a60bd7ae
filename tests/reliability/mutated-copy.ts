import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cp,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Mutant } from './mutants.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Whatever is not read by tests of single files, and is large. */
const leftOut = /^(node_modules|\.git|\.cache|\.data|docs|web\/dist)$/;

export interface TestsRun {
  readonly passed: number;
  readonly failed: number;
  /** Files of tests that could not even be loaded. */
  readonly broken: number;
  /** What jest wrote last, for the message of a failing test. */
  readonly output: string;
}

/** A copy of this repository's files, with its packages by links, in which rules are broken. */
export class MutatedCopy {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async make(): Promise<MutatedCopy> {
    const folder = await mkdtemp(join(tmpdir(), 'parterre-mutants-'));
    await cp(root, folder, {
      recursive: true,
      filter: (source) => !leftOut.test(relative(root, source)),
    });
    await linkPackages(join(root, 'node_modules'), join(folder, 'node_modules'));
    return new MutatedCopy(folder);
  }

  /** Breaks the rule, does something with the copy, and mends it. */
  async with<Result>({ edits }: Mutant, work: () => Promise<Result>): Promise<Result> {
    const files = new Set(edits.map(({ file }) => file));
    try {
      for (const { file, from, to } of edits) {
        const text = await readFile(join(this.#folder, file), 'utf8');
        // A function: what is put in may have a "$1".
        await writeFile(
          join(this.#folder, file),
          text.replace(from, () => to),
        );
      }
      return await work();
    } finally {
      for (const file of files) await cp(join(root, file), join(this.#folder, file));
    }
  }

  /** Runs files of tests, in their short form. */
  async run(project: Mutant['project'], tests: readonly string[]): Promise<TestsRun> {
    const results = join(this.#folder, 'results.json');
    await rm(results, { force: true });
    const { TEST_RELIABILITY: _, ...env } = process.env;
    const jest = spawn(
      process.execPath,
      [
        'node_modules/jest/bin/jest.js',
        ...['--selectProjects', project, '--runTestsByPath', ...tests],
        ...['--ci', '--maxWorkers=2', '--json', `--outputFile=${results}`],
      ],
      { cwd: this.#folder, env, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    let output = '';
    jest.stderr.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-5_000);
    });
    await once(jest, 'close');
    const told = JSON.parse(await readFile(results, 'utf8').catch(() => '{}'));
    return {
      passed: told.numPassedTests ?? 0,
      failed: told.numFailedTests ?? 0,
      broken: told.numRuntimeErrorTestSuites ?? tests.length,
      output,
    };
  }

  async remove(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** Packages of others by links to where they are; our own, which are links to folders beside, lead into the copy. */
async function linkPackages(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const name of await readdir(from)) {
    const source = join(from, name);
    const isLink = (await lstat(source)).isSymbolicLink();
    if (name === '@parterre') await linkPackages(source, join(to, name));
    else await symlink(isLink ? await readlink(source) : source, join(to, name));
  }
}
