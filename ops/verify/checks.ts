import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { newInstallationSecrets } from '../cli/secrets.ts';
import { root, runTool, ToolFailed, toolsFolder } from './tools.ts';

/** Something that is proved of what is in this folder. */
export interface Check {
  readonly name: string;
  /** In a few words, for the line that says that it is done. */
  readonly proves: string;
  /** Programs that it needs. */
  readonly tools: readonly string[];
  /**
   * Answers what it has seen, where that is more than `proves`.
   * @throws LeftOut when this machine cannot do it, any other error when what it looks at is wrong
   */
  run(): Promise<string | undefined>;
}

/** Why a check cannot be made here, in one line. */
export class LeftOut extends Error {}

export const chart = join(root, 'ops', 'helm', 'parterre');
/** Of the API server that the chart is rendered for; helm built by `go install` knows none. */
const kubernetes = ['--kube-version', '1.37.0'];

/** Installations that differ in what they switch on and off. */
export const valueSets: Readonly<Record<string, readonly string[]>> = {
  'as it comes': [],
  'with everything elsewhere': [
    'kafka.enabled=false',
    'kafka.brokers=k1:9092\\,k2:9092',
    'kafka.existingSecret=kafka-password',
    'tracing.endpoint=http://collector:4318',
    'ingress.tlsSecret=tickets-tls',
  ],
  'with everything on': [
    'jaeger.enabled=true',
    'metrics.serviceMonitor.enabled=true',
    'ingress.tlsSecret=tls',
  ],
  'as small as can be': [
    'ingress.enabled=false',
    'networkPolicy.enabled=false',
    'migrations.enabled=false',
    'services.gateway.autoscaling.enabled=false',
    'services.gateway.replicas=1',
  ],
};

const refused: readonly string[] = [
  'services.users.replica=2',
  'currency=DM',
  'publicUrl=tickets.example',
  'kafka.enabled=false',
];

export const checks: readonly Check[] = [
  {
    name: 'compose-config',
    proves: 'Compose takes docker-compose.yml, alone and with TLS, and nothing without secrets',
    tools: ['docker-compose'],
    async run() {
      const secrets = await newInstallationSecrets('admin@parterre.example');
      const tls = { TLS_CERTIFICATE: './certificate.pem', TLS_KEY: './key.pem' };
      const config = (files: readonly string[], env: NodeJS.ProcessEnv) =>
        runTool('docker-compose', [...files, '--profile', 'demo', 'config', '-q'], { env });
      await config([], secrets);
      await config(['-f', 'docker-compose.yml', '-f', 'ops/docker/tls.yml'], { ...secrets, ...tls });
      await expectFailure(config([], {}), 'run npm run --silent ops -- secrets');
      return undefined;
    },
  },
  {
    name: 'hadolint',
    proves: 'no fault in the Dockerfile',
    tools: ['hadolint'],
    async run() {
      await runTool('hadolint', ['ops/docker/Dockerfile']);
      return undefined;
    },
  },
  {
    name: 'helm',
    proves: `the chart is well-formed, renders with ${Object.keys(valueSets).length} sets of values, and refuses wrong ones`,
    tools: ['helm'],
    async run() {
      await runTool('helm', ['lint', '--strict', chart]);
      for (const values of Object.values(valueSets)) await render(values);
      for (const value of refused) await expectFailure(render([value]), '');
      return undefined;
    },
  },
  {
    name: 'kubeconform',
    proves: 'every manifest is one of Kubernetes 1.37, strictly',
    tools: ['helm', 'kubeconform'],
    async run() {
      const schemas = join(kubernetesSchemas(), '{{.ResourceKind}}{{.KindSuffix}}.json');
      const seen: string[] = [];
      for (const [name, values] of Object.entries(valueSets)) {
        const args = ['-strict', '-summary', '-schema-location', schemas, '-skip', 'ServiceMonitor', '-'];
        const summary = await runTool('kubeconform', args, { input: await render(values) });
        seen.push(`${name} ${/Valid: (\d+)/.exec(summary)?.[1] ?? '?'}`);
      }
      return `valid manifests by values: ${seen.join(', ')}`;
    },
  },
  {
    name: 'nginx',
    proves: 'nginx takes its configuration, with TLS and without',
    tools: ['nginx', 'openssl'],
    async run() {
      const folder = mkdtempSync(join(tmpdir(), 'parterre-nginx-'));
      try {
        await testNginx(folder);
        const key = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=localhost'];
        const files = [
          '-keyout',
          join(folder, 'tls', 'key.pem'),
          '-out',
          join(folder, 'tls', 'certificate.pem'),
        ];
        mkdirSync(join(folder, 'tls'));
        await runTool('openssl', [...key, ...files]);
        await testNginx(folder, 'tls.conf');
      } finally {
        rmSync(folder, { recursive: true });
      }
      return undefined;
    },
  },
  {
    name: 'promtool',
    proves: 'Prometheus takes its configuration and rules',
    tools: ['promtool'],
    async run() {
      const config = join(root, 'ops', 'prometheus', 'prometheus.yml');
      if (!existsSync(config)) throw new LeftOut('ops/prometheus/prometheus.yml is not there');
      await runTool('promtool', ['check', 'config', config]);
      const tests = globSync(join(root, 'ops', 'prometheus', 'tests', '*.yml'));
      for (const file of tests) await runTool('promtool', ['test', 'rules', file]);
      return `Prometheus takes its configuration and rules; ${tests.length} files of rule tests passed`;
    },
  },
];

const rendered = new Map<string, Promise<string>>();

/** Each set of values once: it takes some seconds. */
function render(values: readonly string[]): Promise<string> {
  const sets = values.flatMap((value) => ['--set', value]);
  const known = rendered.get(sets.join());
  if (known) return known;
  const monitor = ['--api-versions', 'monitoring.coreos.com/v1'];
  const made = runTool('helm', ['template', 'parterre', chart, ...kubernetes, ...monitor, ...sets]);
  rendered.set(sets.join(), made);
  return made;
}

/** @throws Error when it does not fail, or without these words */
async function expectFailure(work: Promise<unknown>, words: string): Promise<void> {
  const error = await work.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  if (error instanceof ToolFailed && error.message.includes(words)) return;
  throw new Error(`expected a refusal${words ? ` that says "${words}"` : ''}, got ${error ?? 'none'}`);
}

/** Kubernetes' schemas come with a package of PyPI, whose references lead to a folder that only it knows. */
function kubernetesSchemas(): string {
  const schemas = join(toolsFolder, 'schemas');
  if (existsSync(schemas)) return schemas;
  const [packaged] = globSync(
    join(toolsFolder, 'python', 'kubernetes_validate', 'kubernetes-json-schema', 'v1.37.0-local-strict'),
  );
  if (!packaged) throw new LeftOut('no schemas of Kubernetes; --fetch brings them');
  const unfinished = `${schemas}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(packaged, unfinished, { recursive: true });
  const definitions = pathToFileURL(join(schemas, '_definitions.json')).href;
  for (const file of globSync(join(unfinished, '*.json'))) {
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('/api/_definitions.json', definitions));
  }
  cpSync(unfinished, schemas, { recursive: true });
  rmSync(unfinished, { recursive: true });
  return schemas;
}

/** `nginx -t` on the configuration as the container has it, its folder moved. */
async function testNginx(folder: string, tls?: string): Promise<void> {
  const files = ['nginx.conf', 'parterre.conf', ...(tls ? [tls] : [])];
  for (const file of files) {
    const text = readFileSync(join(root, 'ops', 'nginx', file), 'utf8');
    const target = file === tls ? join(folder, 'tls', file) : join(folder, file);
    writeFileSync(target, text.replaceAll(/\/etc\/nginx\/|\/tmp\//g, `${folder}/`));
  }
  await runTool('nginx', ['-t', '-c', join(folder, 'nginx.conf'), '-p', folder]);
}
