import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

interface Report {
  readonly totalCruised: number;
  readonly violations: readonly {
    readonly from: string;
    readonly to: string;
    readonly rule: { readonly name: string };
  }[];
}

const root = fileURLToPath(new URL('../.././', import.meta.url));
const config: { forbidden: { name: string }[] } = createRequire(import.meta.url)(
  '../../.dependency-cruiser.cjs',
);
const ruleNames = config.forbidden.map(({ name }) => name).sort();

describe('the layer rules', () => {
  it('catch each its own planted violation, and nothing lawful', () => {
    const caught = cruise('tests/architecture/planted').violations.map(({ rule, from }) => ({
      rule: rule.name,
      file: basename(from, '.ts').replace('-other-half', ''),
    }));
    expect(caught.toSorted((a, b) => a.rule.localeCompare(b.rule))).toEqual(
      ruleNames.map((name) => ({ rule: name, file: name })),
    );
  });

  it('hold for every import of the server', () => {
    const { violations, totalCruised } = cruise('.');
    expect(violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
    expect(totalCruised).toBeGreaterThan(300);
  });
});

/** What stands under `tree`, and what breaks a rule there. In a process of its own, because it preloads a compiler for itself. */
function cruise(tree: string): Report {
  const { stdout, stderr } = spawnSync(process.execPath, ['tests/architecture/cruise.mjs', tree, '--json'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (stdout === '') throw new Error(`expected dependency-cruiser to report, got: ${stderr}`);
  return JSON.parse(stdout).summary;
}
