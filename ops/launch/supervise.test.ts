import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { NEEDS_A_PERSON, type SupervisedProgram, type Supervisor, supervise } from './supervise.mjs';

/** How a program of a test ends: with a code, by a signal, or once it is told to: well, or by a signal. */
type Ending = number | NodeJS.Signals | 'when told' | 'killed when told';

/** Ends the first time by the first of the endings, the second time by the second… */
const program = `
  const { appendFileSync, readFileSync } = await import('node:fs');
  const [file, list] = process.argv.slice(1);
  appendFileSync(file, 'x');
  const ending = JSON.parse(list)[readFileSync(file, 'utf8').length - 1];
  if (typeof ending === 'number') process.exit(ending);
  if (ending.startsWith('SIG')) process.kill(process.pid, ending);
  process.on('SIGTERM', () => ending === 'when told' ? process.exit(0) : process.kill(process.pid, 'SIGKILL'));
  process.send('listening');
  setInterval(() => {}, 1000);
  process.on('disconnect', () => process.exit(0));
`;

describe('a supervised program', () => {
  let folder: string;
  let said: string[];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parterre-supervise-'));
    said = [];
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const runs = () => readFileSync(join(folder, 'runs'), 'utf8').length;

  function run(endings: Ending[], options: Partial<SupervisedProgram> = {}): Supervisor {
    return supervise({
      command: process.execPath,
      args: ['--input-type=module', '--eval', program, join(folder, 'runs'), JSON.stringify(endings)],
      options: { env: { ...process.env, NODE_OPTIONS: '' } },
      pausesMs: [0, 10, 20],
      say: (line) => said.push(line),
      ...options,
    });
  }

  it('is started again at once, then after growing pauses, the last of them for good, and says so', async () => {
    expect(await run([70, 'SIGKILL', 'SIGABRT', 9, 0]).ended).toBe(0);
    expect(said).toEqual([
      expect.stringMatching(/exit code 70; death 1\).* at once/),
      expect.stringMatching(/killed by SIGKILL; death 2\).* in 0.01 s/),
      expect.stringMatching(/killed by SIGABRT; death 3\).* in 0.02 s/),
      expect.stringMatching(/exit code 9; death 4\).* in 0.02 s/),
    ]);
  });

  it('is not started again when a person has to mend something', async () => {
    expect(await run([NEEDS_A_PERSON, 0]).ended).toBe(NEEDS_A_PERSON);
    expect(runs()).toBe(1);
  });

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'is not started again when it was told to stop itself, by %s',
    async (signal) => {
      await run([signal, 0]).ended;
      expect(runs()).toBe(1);
    },
  );

  it.each(['when told', 'killed when told'] as const)(
    'is not started again when it ends after it was told to stop: %s',
    async (ending) => {
      const { promise: listening, resolve } = Promise.withResolvers<void>();
      const supervisor = run([ending, 0], { onMessage: () => resolve() });
      await listening;
      supervisor.stop('SIGTERM');
      expect(await supervisor.ended).toBe(ending === 'when told' ? 0 : 1);
      expect(runs()).toBe(1);
    },
  );

  it('is not started again when it is told to stop during a pause, and ends at once', async () => {
    const { promise: paused, resolve } = Promise.withResolvers<void>();
    const supervisor = run([70, 70, 0], {
      pausesMs: [0, 3_600_000],
      say: (line) => line.includes('3600 s') && resolve(),
    });
    await paused;
    supervisor.stop('SIGTERM');
    expect(await supervisor.ended).toBe(0);
    expect(runs()).toBe(2);
  });

  it('dies for the first time again after a good life', async () => {
    await run([70, 70, 0], { goodLifeMs: 0 }).ended;
    expect(said).toEqual([expect.stringContaining('death 1'), expect.stringContaining('death 1')]);
  });

  it('is left dead where it should not come back', async () => {
    expect(await run([70, 0], { comesBack: false }).ended).toBe(70);
    expect(runs()).toBe(1);
  });

  it('that cannot be run at all is for a person to mend', async () => {
    expect(await run([], { command: join(folder, 'nothing') }).ended).toBe(NEEDS_A_PERSON);
    expect(said).toEqual([expect.stringContaining('expected to run')]);
  });
});
