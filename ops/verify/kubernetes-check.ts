import { pause } from '@parterre/platform/timing/pause.ts';
import { printSecrets } from '../cli/secrets.ts';
import { type ApiServer, startApiServer } from './api-server.ts';
import { type Check, chart, valueSets } from './checks.ts';

const LOOK_EVERY_MS = 300;

/** What a release consists of, as far as the API server shows it. */
interface Listed {
  readonly items: readonly Item[];
}
interface Item {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly data?: Readonly<Record<string, string>>;
  readonly status?: { readonly succeeded?: number };
  readonly spec?: { readonly template?: { readonly spec: { readonly containers: readonly Container[] } } };
}
interface Container {
  readonly env?: readonly { readonly valueFrom?: { readonly secretKeyRef?: KeyOfSecret } }[];
  readonly envFrom?: readonly { readonly secretRef?: { readonly name: string } }[];
}
interface KeyOfSecret {
  readonly name: string;
  readonly key: string;
}

export const kubernetesCheck: Check = {
  name: 'kubernetes',
  proves: 'a real API server takes the chart: installed, upgraded, rolled back, taken away',
  tools: ['helm', 'kubectl', 'kube-apiserver', 'etcd'],
  async run() {
    const api = await startApiServer();
    try {
      const seen: string[] = [];
      for (const [index, [name, values]] of Object.entries(valueSets).entries()) {
        seen.push(`${name} ${await liveThrough(api, `set-${index}`, values)}`);
      }
      return `installed, upgraded, rolled back and taken away by a real API server; objects by values: ${seen.join(', ')}`;
    } finally {
      await api.stop();
    }
  },
};

/** A release from its first day to its last, in a namespace of its own; answers how many objects it had. */
async function liveThrough(api: ApiServer, namespace: string, values: readonly string[]): Promise<number> {
  await api.kubectl(['create', 'namespace', namespace]);
  const inside = ['--namespace', namespace];
  // Of the Prometheus Operator, which brings it where it is installed.
  if (values.some((value) => value.startsWith('metrics.serviceMonitor')))
    await api.kubectl(['apply', '--filename', '-'], { input: JSON.stringify(serviceMonitors) });
  const { lines } = await printSecrets({ format: 'helm', adminEmail: undefined, postgres: undefined });
  await api.kubectl(['apply', ...inside, '--filename', '-'], { input: (lines ?? []).join('\n') });
  const sets = values.flatMap((value) => ['--set', value]);
  const revision = (args: readonly string[]) => withJobsDone(api, namespace, api.helm([...args, ...inside]));

  const hooks = await revision(['install', 'parterre', chart, ...sets]);
  const listed = await objects(api, namespace);
  await expectSecrets(api, namespace, [...hooks, ...listed]);
  await revision(['upgrade', 'parterre', chart, ...sets, '--set', 'logLevel=debug']);
  await revision(['rollback', 'parterre', '1']);
  await api.helm(['uninstall', 'parterre', ...inside]);
  const left = await objects(api, namespace);
  // Nobody here collects what belongs to a Job or a StatefulSet that is gone.
  const forgotten = left.filter(({ kind }) => kind !== 'PersistentVolumeClaim' && kind !== 'Job');
  if (forgotten.length > 0) {
    const names = forgotten.map(({ kind, metadata }) => `${kind}/${metadata.name}`).join(', ');
    throw new Error(`expected nothing of a release that was taken away, got ${names}`);
  }
  return listed.length;
}

const kinds =
  'deployment,statefulset,service,ingress,job,networkpolicy,horizontalpodautoscaler,poddisruptionbudget,configmap,serviceaccount,persistentvolumeclaim';

async function objects(api: ApiServer, namespace: string): Promise<readonly Item[]> {
  const text = await api.kubectl(['get', kinds, '--namespace', namespace, '--output', 'json']);
  const ofKubernetes = ['kube-root-ca.crt', 'default'];
  return (JSON.parse(text) as Listed).items.filter(({ metadata }) => !ofKubernetes.includes(metadata.name));
}

/** A pod does not start whose Secret, or a key in it, is not there. */
async function expectSecrets(api: ApiServer, namespace: string, items: readonly Item[]): Promise<void> {
  const text = await api.kubectl(['get', 'secrets', '--namespace', namespace, '--output', 'json']);
  const secrets = new Map(
    (JSON.parse(text) as Listed).items.map(({ metadata, data }) => [metadata.name, data]),
  );
  const containers = items.flatMap(({ spec }) => spec?.template?.spec.containers ?? []);
  const names = containers.flatMap(({ envFrom = [] }) =>
    envFrom.flatMap(({ secretRef }) => secretRef?.name ?? []),
  );
  const keys = containers.flatMap(({ env = [] }) =>
    env.flatMap(({ valueFrom }) => valueFrom?.secretKeyRef ?? []),
  );
  const missing = [
    ...names.filter((name) => !secrets.has(name) && name !== 'kafka-password'),
    ...keys
      .filter(({ name, key }) => secrets.get(name)?.[key] === undefined)
      .map(({ name, key }) => `${name}.${key}`),
  ];
  if (names.length + keys.length === 0) throw new Error('expected services that refer to Secrets, got none');
  if (missing.length > 0) {
    throw new Error(
      `expected \`ops secrets --format helm\` to print every Secret, got none for ${missing.join(', ')}`,
    );
  }
}

/** Says of each Job that comes up that it is done, as whoever runs pods would: helm waits for its hooks. Answers them. */
async function withJobsDone(
  api: ApiServer,
  namespace: string,
  work: Promise<string>,
): Promise<readonly Item[]> {
  const seen: Item[] = [];
  let isDone = false;
  const finished = work.finally(() => {
    isDone = true;
  });
  const finishing = (async () => {
    while (!isDone) {
      const text = await api.kubectl(['get', 'jobs', '--namespace', namespace, '--output', 'json']);
      const open = (JSON.parse(text) as Listed).items.filter(({ status }) => !status?.succeeded);
      for (const { metadata, ...job } of open) {
        seen.push({ metadata, ...job });
        const at = new Date().toISOString();
        const conditions = ['SuccessCriteriaMet', 'Complete'].map((type) => ({ type, status: 'True' }));
        const status = { startTime: at, completionTime: at, succeeded: 1, conditions };
        await api
          .kubectl([
            ...['patch', 'job', metadata.name, '--namespace', namespace, '--subresource=status'],
            ...['--type', 'merge', '--patch', JSON.stringify({ status })],
          ])
          // helm takes a hook away as soon as it is done.
          .catch(() => undefined);
      }
      await pause(LOOK_EVERY_MS);
    }
  })();
  await Promise.all([finished, finishing]);
  return seen;
}

const serviceMonitors = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'servicemonitors.monitoring.coreos.com' },
  spec: {
    group: 'monitoring.coreos.com',
    scope: 'Namespaced',
    names: { kind: 'ServiceMonitor', plural: 'servicemonitors', singular: 'servicemonitor' },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } },
      },
    ],
  },
};
