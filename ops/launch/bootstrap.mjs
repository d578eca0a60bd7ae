// The one file that runs before anything is installed: plain JavaScript, no dependency, any Node from 20 on.
// `npm start`, `npm run gateway`, `npm run service`, `npm run cluster`, `npm test` and `npm run ops` come in here. It installs
// what is missing, builds the web app when its sources have changed, then hands over to Node 24; `install` stops
// after the first part.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled, runtimeOf } from './install.mjs';
import { PROGRAM_FLAGS, SERVER_ENVIRONMENT, SERVER_FLAGS, supervise } from './supervise.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const entries = {
  install: null,
  start: 'ops/launch/start.ts',
  gateway: 'gateway/main.ts',
  service: 'ops/launch/service.ts',
  cluster: 'ops/cluster/main.ts',
  test: 'ops/jest/run-tests.mjs',
  ops: 'ops/cli/ops.ts',
};
/** A server that died is started again; tests that died have failed. */
const comesBack = { start: true, gateway: true, service: true, cluster: false, test: false, ops: false };

/** Who serves the web app, or asks a server for it. */
const servesWebApp = ['start', 'cluster', 'test'];

const [command, ...rest] = process.argv.slice(2);
if (!Object.hasOwn(entries, command ?? '')) {
  console.error(
    `expected one of ${Object.keys(entries).join(', ')}, got "${command ?? ''}": run npm start or npm test`,
  );
  process.exit(1);
}

try {
  await ensureInstalled(root);
  const entry = entries[command];
  const flags = comesBack[command] ? SERVER_FLAGS : PROGRAM_FLAGS;
  const node = await runtimeOf(root);
  if (servesWebApp.includes(command)) buildWebApp(node);
  if (entry) handOver(node, [...flags, join(root, entry), ...rest]);
} catch (error) {
  console.error(`parterre: ${error.message}`);
  process.exit(1);
}

/** The API works without the web app, so a build that fails is said and stops nothing. */
function buildWebApp(node) {
  const { status } = spawnSync(node, [join(root, 'web/build.ts')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) console.error('parterre: the web app could not be built; the API goes without it');
}

/** Runs the real program and ends as it ends. */
function handOver(node, args) {
  const options = {
    cwd: root,
    env: {
      ...(comesBack[command] ? SERVER_ENVIRONMENT : {}),
      ...process.env,
      APOLLO_TELEMETRY_DISABLED: '1',
      KAFKAJS_NO_PARTITIONER_WARNING: '1',
      NODE_ENV: process.env.NODE_ENV ?? (command === 'test' ? 'test' : 'development'),
      PATH: `${dirname(node)}:${process.env.PATH ?? ''}`,
    },
  };
  const program = supervise({ command: node, args, options, comesBack: comesBack[command] });
  // The program takes the same signal twice within a second for one: Ctrl-C reaches it from the terminal,
  // from npm by way of this process, or from both.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => program.stop(signal));
  stopWithNpm(program);
  program.ended.then((code) => process.exit(code));
}

/** npm killed with -9 passes nothing on; noticed by the parent that changes, looked at twice a second. */
function stopWithNpm(program) {
  if (!process.env.npm_lifecycle_event) return;
  const npm = process.ppid;
  setInterval(() => {
    if (process.ppid !== npm) program.stop('SIGTERM');
  }, 500).unref();
}
