import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { amountOf } from '@parterre/platform/testing/reliability-scale.ts';
import { mutants } from './mutants.ts';
import { MutatedCopy } from './mutated-copy.ts';

const read = (file: string) => readFileSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)), 'utf8');
const tried = mutants.slice(0, amountOf('mutants'));
/** For what hangs: each is one run of a file or two. */
const TIMEOUT_MS = 600_000;

describe('mutants', () => {
  it.each(mutants)('$name: its rule stands where the table says', ({ edits, test }) => {
    for (const { file, from, to } of edits) {
      expect([file, read(file).split(from).length - 1]).toEqual([file, 1]);
      expect(to).not.toBe(from);
    }
    expect(read(test)).toContain("from '@jest/globals'");
  });
});

(tried.length > 0 ? describe : describe.skip)('a broken rule', () => {
  let copy: MutatedCopy;
  beforeAll(async () => {
    copy = await MutatedCopy.make();
  }, TIMEOUT_MS);
  afterAll(() => copy?.remove());

  it.each(['unit', 'integration'] as const)(
    'is not seen where none is broken (%s)',
    async (project) => {
      const tests = [...new Set(tried.filter((each) => each.project === project).map(({ test }) => test))];
      if (tests.length === 0) return;
      expect(await copy.run(project, tests)).toMatchObject({ failed: 0, broken: 0 });
    },
    TIMEOUT_MS,
  );

  it.each(tried.length > 0 ? tried : mutants.slice(0, 1))(
    '$name: a test goes red',
    async (mutant) => {
      const { failed, broken, output } = await copy.with(mutant, () =>
        copy.run(mutant.project, [mutant.test]),
      );
      if (failed === 0 || broken > 0)
        throw new Error(`expected tests to fail, and to run; jest said\n${output}`);
    },
    TIMEOUT_MS,
  );
});
