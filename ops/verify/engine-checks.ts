import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { newInstallationSecrets } from '../cli/secrets.ts';
import type { Check } from './checks.ts';
import { type Engine, startEngine } from './engine.ts';
import { makeStandIns } from './stand-ins.ts';
import { root } from './tools.ts';

const UP_PATIENCE_MS = 20 * 60_000;
const BUILD_PATIENCE_MS = 30 * 60_000;
const readRoot = (file: string) => readFileSync(join(root, file), 'utf8');
/** Images of these cannot be made here: they are built with tools of their own. */
const notMade = ['grafana', 'jaeger', 'mailpit', 'prometheus'];

export const engineChecks: readonly Check[] = [
  {
    name: 'compose-up',
    proves: 'the image is built, all services get healthy, and a ticket is sold through nginx',
    tools: ['dockerd', 'docker', 'docker-compose', 'mmdebstrap', 'unshare', 'nsenter'],
    async run() {
      const engine = await startEngine();
      try {
        await makeStandIns(engine, imagesNamed());
        await engine.docker(['build', '--file', 'ops/docker/Dockerfile', '--tag', 'parterre:0.1.0', '.'], {
          withinMs: BUILD_PATIENCE_MS,
        });
        return await sellATicket(engine);
      } finally {
        await engine.stop();
      }
    },
  },
];

/** By the service that has it, and the one that the Dockerfile builds on. */
function imagesNamed(): Readonly<Record<string, string>> {
  const { services } = parse(readRoot('docker-compose.yml'), { merge: true, maxAliasCount: -1 }) as {
    services: Record<string, { image: string }>;
  };
  const node = /^ARG NODE_IMAGE=(\S+)$/m.exec(readRoot('ops/docker/Dockerfile'))?.[1];
  if (!node) throw new Error('expected the Dockerfile to name the image of Node');
  return { ...Object.fromEntries(Object.entries(services).map(([name, { image }]) => [name, image])), node };
}

async function sellATicket(engine: Engine): Promise<string> {
  const secrets = await newInstallationSecrets('admin@parterre.example');
  const env = { ...secrets, PAYMENT_PROVIDER: 'demo' };
  const compose = (...args: string[]) => engine.compose(args, { env, withinMs: UP_PATIENCE_MS });
  const { services } = parse(readRoot('docker-compose.yml'), { merge: true, maxAliasCount: -1 }) as {
    services: Record<string, unknown>;
  };
  const wanted = Object.keys(services).filter(
    (name) => ![...notMade, 'demo', 'ops', 'migrate', 'topics'].includes(name),
  );
  try {
    const startedAt = Date.now();
    await compose('up', '--detach', '--no-build', '--wait', ...wanted);
    const seconds = Math.round((Date.now() - startedAt) / 1_000);
    await compose('--profile', 'demo', 'run', '--rm', '--no-deps', 'demo');
    const buy = [process.execPath, join('ops', 'verify', 'buy-a-ticket.ts'), 'http://127.0.0.1:8080'];
    const words = (await engine.beside(buy)).trim().replaceAll('\n', '; ');
    return `up and healthy after ${seconds} s; ${words}; without ${notMade.join(', ')}, whose images cannot be made here`;
  } finally {
    await compose('--profile', 'demo', 'down', '--volumes', '--timeout', '20');
  }
}
