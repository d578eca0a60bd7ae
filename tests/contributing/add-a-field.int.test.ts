import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

const root = fileURLToPath(new URL('../../', import.meta.url));
const steps = readSteps(readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8'));

// Compilers and checks of the whole repository, on a machine that may have much else to do.
jest.setTimeout(600_000);

let copy: string;
beforeAll(async () => {
  copy = mkdtempSync(join(tmpdir(), 'parterre-contributing-'));
  const { output } = await run('git', ['ls-files', '--cached', '--others', '--exclude-standard'], root);
  for (const file of output
    .split('\n')
    .filter((path) => /^(contracts|platform|subgraphs|ops|gateway|web)\/|^[^/]+$/.test(path))) {
    cpSync(join(root, file), join(copy, file));
  }
  linkModules(join(root, 'node_modules'), join(copy, 'node_modules'));
  writeFileSync(
    join(copy, 'tsconfig.loyalty.json'),
    JSON.stringify({ extends: './tsconfig.json', include: ['subgraphs/loyalty'] }),
  );
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('a field that is added as CONTRIBUTING says', () => {
  it('is refused unpublished, and accepted by every gate as soon as it is published', async () => {
    await withSteps(steps, async () => {
      expect(await contracts()).toEqual({ failed: true, output: expect.stringContaining('--publish') });
      expect(await publish()).toEqual({ failed: false, output: expect.stringContaining('Published') });
      expect(await types()).toEqual({ failed: false, output: '' });
      expect(await comparison()).toEqual({ failed: false, output: '' });
    });
  });

  // Omissions stand together where other checks refuse them: what follows from the steps is generated once for all.
  it('is refused without a description, without a mapper, and without a column in the entity', async () => {
    const undescribed = without('entities.ts', 'accounts.ts').map((step) => ({
      ...step,
      after: step.after.replace(/^ *"What the seller.*\n/m, ''),
    }));
    await withSteps(undescribed, async () => {
      expect(await contracts()).toEqual({
        failed: true,
        output: expect.stringContaining('LoyaltyAccount.remark has no description'),
      });
      expect(await types()).toEqual({
        failed: true,
        output: expect.stringContaining("Property 'note' is missing"),
      });
      expect(await comparison()).toEqual({
        failed: true,
        output: expect.stringContaining('alter table "accounts" drop column "note"'),
      });
    });
  });

  it('is refused without a resolver, and without a migration', async () => {
    await withSteps(without('types.ts', '.sql'), async () => {
      expect(await contracts()).toEqual({
        failed: true,
        output: expect.stringContaining('LoyaltyAccount.remark has neither data nor a resolver'),
      });
      expect((await types()).failed).toBe(true);
      expect(await comparison()).toEqual({
        failed: true,
        output: expect.stringContaining('alter table "accounts" add "note" text'),
      });
    });
  });
});

/** One diff of CONTRIBUTING: in `file` the text `before` becomes `after`; without a text before, the file is new. */
interface Step {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

function readSteps(markdown: string): Step[] {
  return [...markdown.matchAll(/```diff\n--- (\S+)\n([\s\S]*?)```/g)].map(([, file = '', diff = '']) => {
    const lines = diff.split('\n').slice(0, -1);
    const side = (sign: string) =>
      lines
        .filter((line) => line.startsWith(' ') || line.startsWith(sign))
        .map((line) => `${line.slice(1)}\n`)
        .join('');
    return { file, before: side('-'), after: side('+') };
  });
}

const without = (...endings: string[]) =>
  steps.filter(({ file }) => !endings.some((ending) => file.endsWith(ending)));

/** Does the steps in the copy, generates what follows from them, and takes all of it back afterwards. */
async function withSteps(applied: readonly Step[], look: () => Promise<void>): Promise<void> {
  expect(applied.length).toBeGreaterThanOrEqual(5);
  const changed = new Set(applied.map(({ file }) => file));
  const known = [...changed, 'contracts/api.graphql', 'contracts/supergraph.graphql'].filter(
    (file) => !applied.some((step) => step.file === file && step.before === ''),
  );
  const originals = new Map(known.map((file) => [file, readFileSync(join(copy, file), 'utf8')]));
  try {
    for (const { file, before, after } of applied) {
      const text = originals.has(file) ? readFileSync(join(copy, file), 'utf8') : '';
      if (text.split(before).length !== 2 && before !== '') {
        throw new Error(`expected ${file} to hold once what CONTRIBUTING changes:\n${before}`);
      }
      writeFileSync(join(copy, file), before === '' ? after : text.replace(before, () => after));
    }
    const { failed, output } = await run('node', ['contracts/codegen/main.ts']);
    if (failed) throw new Error(output);
    await look();
  } finally {
    for (const file of changed) rmSync(join(copy, file), { force: true });
    for (const [file, text] of originals) writeFileSync(join(copy, file), text);
  }
}

const contracts = () => run('node', ['contracts/check/main.ts']);
const publish = () => run('node', ['contracts/check/main.ts', '--publish']);
/** Of the subgraph and of all that it uses: a field of its own reaches no further, and the whole takes four times as long. */
const types = () => run('node_modules/.bin/tsc', ['-p', 'tsconfig.loyalty.json', '--pretty', 'false']);
const comparison = () =>
  run('node', [
    '--input-type=module',
    '--eval',
    `import { schemaDifferences } from './platform/testing/compare-schema.ts';
     import { createTestDatabase } from './platform/testing/test-database.ts';
     import { loyaltyService } from './subgraphs/loyalty/service.ts';
     const test = await createTestDatabase(loyaltyService);
     const differences = await schemaDifferences(test.url, loyaltyService.entities);
     await test.drop();
     if (differences !== '') { console.log(differences); process.exitCode = 1; }`,
  ]);

function run(command: string, args: string[], cwd = copy): Promise<{ failed: boolean; output: string }> {
  const program = command === 'node' ? process.execPath : command;
  return new Promise((resolve) => {
    execFile(program, args, { cwd, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      resolve({ failed: error !== null, output: `${stdout}${stderr}` });
    });
  });
}

/** The packages of the repository, but its own workspaces, which are those of the copy. */
function linkModules(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    if (name !== '@parterre') symlinkSync(join(from, name), join(to, name));
  }
  mkdirSync(join(to, '@parterre'));
  for (const name of ['platform', 'contracts', 'gateway', 'ops', 'web'])
    symlinkSync(join(copy, name), join(to, '@parterre', name));
  for (const name of readdirSync(join(copy, 'subgraphs'))) {
    symlinkSync(join(copy, 'subgraphs', name), join(to, '@parterre', name));
  }
}
