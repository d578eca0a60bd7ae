import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pause } from '@parterre/platform/timing/pause.ts';
import { freePort } from '../launch/free-port.ts';
import { findTool, type RunOptions, runTool } from './tools.ts';

/** A Kubernetes API server with its etcd: it keeps and judges manifests, and nobody runs their pods. */
export interface ApiServer {
  kubectl(args: readonly string[], options?: RunOptions): Promise<string>;
  helm(args: readonly string[], options?: RunOptions): Promise<string>;
  stop(): Promise<void>;
}

const START_PATIENCE_MS = 60_000;
const LOOK_EVERY_MS = 200;

/** @throws Error in the server's own last words where it does not start */
export async function startApiServer(): Promise<ApiServer> {
  const folder = mkdtempSync(join(tmpdir(), 'parterre-kubernetes-'));
  const [clients, peers, secure] = [await freePort(), await freePort(), await freePort()];
  const at = (port: number) => `http://127.0.0.1:${port}`;
  const token = randomBytes(16).toString('hex');
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = join(folder, 'accounts.key');
  writeFileSync(key, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const tokens = join(folder, 'tokens.csv');
  writeFileSync(tokens, `${token},admin,admin,"system:masters"\n`);
  const kubeconfig = join(folder, 'kubeconfig');
  writeFileSync(kubeconfig, kubeconfigOf(`https://127.0.0.1:${secure}`, token));

  const etcd = startProgram('etcd', [
    ...['--data-dir', join(folder, 'etcd'), '--unsafe-no-fsync'],
    ...['--listen-client-urls', at(clients), '--advertise-client-urls', at(clients)],
    ...['--listen-peer-urls', at(peers)],
  ]);
  const server = startProgram('kube-apiserver', [
    ...[`--etcd-servers=${at(clients)}`, `--secure-port=${secure}`, '--bind-address=127.0.0.1'],
    ...[`--cert-dir=${join(folder, 'certificates')}`, `--token-auth-file=${tokens}`],
    ...['--service-account-issuer=https://parterre.example', `--service-account-key-file=${key}`],
    ...[`--service-account-signing-key-file=${key}`, '--service-cluster-ip-range=10.99.0.0/16'],
    ...['--endpoint-reconciler-type=none', '--authorization-mode=AlwaysAllow'],
  ]);
  const run =
    (name: string) =>
    (args: readonly string[], options: RunOptions = {}) =>
      runTool(name, args, { ...options, env: { ...options.env, KUBECONFIG: kubeconfig } });
  const api: ApiServer = {
    kubectl: run('kubectl'),
    helm: run('helm'),
    async stop() {
      await server.stop();
      await etcd.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  const deadline = Date.now() + START_PATIENCE_MS;
  for (;;) {
    try {
      await api.kubectl(['get', '--raw', '/readyz']);
      return api;
    } catch (error) {
      if (Date.now() < deadline && !server.hasEnded()) {
        await pause(LOOK_EVERY_MS);
        continue;
      }
      const words = server.lastWords();
      await api.stop();
      throw new Error(`expected kube-apiserver to start: ${words}`, { cause: error });
    }
  }
}

function startProgram(name: string, args: readonly string[]) {
  const child: ChildProcess = spawn(findTool(name) ?? name, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = once(child, 'exit');
  let words = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-1_500);
  });
  return {
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    lastWords: () => words,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** JSON is YAML. Whoever is at the other end is known by its port on this machine. */
function kubeconfigOf(server: string, token: string): string {
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'here', cluster: { server, 'insecure-skip-tls-verify': true } }],
    users: [{ name: 'admin', user: { token } }],
    contexts: [{ name: 'here', context: { cluster: 'here', user: 'admin' } }],
    'current-context': 'here',
  });
}
