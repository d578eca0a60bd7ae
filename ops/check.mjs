import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './launch/install.mjs';

// `npm run check`: the whole gate before a commit. Every part runs, whatever the others say; one line each
// with its time, then the output of those that failed. Exits 1 when any did. `--untested` leaves the unit tests out, for
// who runs every test afterwards.

const root = fileURLToPath(new URL('..', import.meta.url));

const ofTheWebApp = ['--config', 'web/lingui.config.ts'];

/** @type {{ name: string, command: string, args: string[], env?: Record<string, string> }[]} */
const all = [
  { name: 'types', command: 'tsc', args: ['-p', '.'] },
  { name: 'types of the web app', command: 'tsc', args: ['-p', 'web'] },
  { name: 'lint and format', command: 'biome', args: ['check', '.'] },
  { name: 'dependency rules', command: 'node', args: ['tests/architecture/cruise.mjs'] },
  { name: 'messages taken', command: 'lingui', args: ['check', 'sync', ...ofTheWebApp] },
  { name: 'messages translated', command: 'lingui', args: ['check', 'missing', ...ofTheWebApp] },
  { name: 'generated code', command: 'node', args: ['contracts/codegen/main.ts', '--check'] },
  { name: 'contracts', command: 'node', args: ['contracts/check/main.ts'] },
  {
    name: 'unit tests',
    command: 'node',
    args: ['node_modules/jest/bin/jest.js', '--selectProjects', 'unit', '--maxWorkers=2'],
  },
];
const gates = process.argv.includes('--untested') ? all.filter(({ name }) => name !== 'unit tests') : all;

await ensureInstalled(root);

// One after the other: each of them keeps the cores busy by itself.
const failures = [];
for (const gate of gates) {
  const startedAt = performance.now();
  const { ok, output } = await run(gate);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${ok ? 'ok    ' : 'FAILED'}  ${gate.name.padEnd(22)}${seconds.padStart(6)} s`);
  if (!ok) failures.push({ gate, output });
}
for (const { gate, output } of failures) console.error(`\n── ${gate.name} ──\n${output.trim()}`);
process.exitCode = failures.length > 0 ? 1 : 0;

/** Runs a tool of this repository, never one that happens to be on the machine. */
function run({ command, args, env }) {
  return new Promise((resolve) => {
    const child = spawn(`${root}node_modules/.bin/${command}`, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', (error) => resolve({ ok: false, output: error.message }));
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });
}
