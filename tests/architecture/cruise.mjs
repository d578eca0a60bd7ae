import { existsSync } from 'node:fs';
import './use-typescript-5.mjs';

// `node tests/architecture/cruise.mjs [tree] [--json]` holds the imports under `tree` (the repository, unless
// given) to .dependency-cruiser.cjs, prints what breaks a rule, and exits 1 when something does.

const [tree = '.'] = process.argv.slice(2).filter((argument) => argument !== '--json');
const outputType = process.argv.includes('--json') ? 'json' : 'err';
const rules = new URL('../../.dependency-cruiser.cjs', import.meta.url).pathname;
process.chdir(tree);

const { cruise } = await import('dependency-cruiser');
const { default: extractConfig } = await import('dependency-cruiser/config-utl/extract-depcruise-config');
const { options, ...ruleSet } = await extractConfig(rules);
const folders = ['platform', 'contracts', 'subgraphs', 'gateway', 'web', 'ops', 'tests', 'bench', 'examples'];
const { output, exitCode } = await cruise(
  folders.filter((folder) => existsSync(folder)),
  { ...options, ruleSet, validate: true, outputType },
  options.enhancedResolveOptions,
);
console.log(output);
process.exitCode = outputType === 'err' && exitCode > 0 ? 1 : 0;
