import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { subgraphNames } from '@parterre/contracts/kernel/caller.ts';
import { parse } from 'yaml';
import { z } from 'zod';
import { printSecrets } from '../../ops/cli/secrets.ts';
import { kafkaVariables } from '../../ops/launch/distributed/kafka-config.ts';
import { services } from '../../ops/launch/services.ts';
import { SERVER_ENVIRONMENT, SERVER_FLAGS } from '../../ops/launch/supervise.mjs';
import {
  type ComposeService,
  composeAsWritten,
  endsByItself,
  interpolate,
  isOurs,
  readCompose,
  readImage,
} from './compose-file.ts';

const root = new URL('../../', import.meta.url);
const compose = composeAsWritten();
const ours = Object.entries(compose.services).filter(([, service]) => isOurs(service));
const served = ours.filter(([, service]) => !endsByItself(service));

async function newEnvironment(): Promise<Record<string, string>> {
  const wishes = { format: undefined, adminEmail: undefined, postgres: undefined };
  return (await printSecrets(wishes)).json as Record<string, string>;
}

describe('docker-compose.yml', () => {
  it('has every service of ours, and one-shots that make what they need', () => {
    expect(served.map(([name]) => name).sort()).toEqual(['gateway', ...subgraphNames].sort());
    const once = ours.filter(([, service]) => endsByItself(service)).map(([name]) => name);
    expect(once.sort()).toEqual(['demo', 'migrate', 'ops', 'topics']);
  });

  it.each(Object.entries(compose.services))(
    'bounds %s, and takes from it what it does not need',
    (_, service) => {
      const { mem_limit, cap_drop, restart, image } = service as ComposeService;
      expect(mem_limit).toMatch(/^\d+[mg]$/);
      expect(cap_drop).toEqual(['ALL']);
      expect(restart).toMatch(/^(unless-stopped|on-failure:\d+)$/);
      expect(image).toMatch(/:v?\d+\.\d+[^:]*$/);
    },
  );

  it.each(ours)('gives %s no root, no place to write and no default secret', (_, service) => {
    expect(service).toMatchObject({ user: '1000:1000', read_only: true, pids_limit: expect.any(Number) });
    for (const [name, value] of Object.entries(service.environment ?? {})) {
      if (!/KEY|PASSWORD|DATABASE_URL|ADMIN_EMAIL/.test(name)) continue;
      // Nothing unless it is given, which is no default.
      if (value === `\${${name}:-}`) continue;
      const required = [
        ...String(value).matchAll(/\$\{\w+(:\?run npm run --silent ops -- secrets > \.env)?\}/g),
      ];
      expect([name, required.map(([, complaint]) => complaint !== undefined)]).toEqual([name, [true]]);
    }
  });

  it.each(served)('asks %s whether it is well, and lets it finish what it does', (_, service) => {
    expect(service.healthcheck?.test).toEqual(['CMD', 'node', 'ops/docker/health.mjs']);
    expect(Number.parseInt(service.stop_grace_period ?? '', 10)).toBeGreaterThan(10);
  });

  it('starts with what `secrets` prints and nothing else, and without it says what to do', async () => {
    const env = await newEnvironment();
    expect(() => readCompose(env)).not.toThrow();
    for (const name of Object.keys(env)) {
      const { [name]: _, ...others } = env;
      expect(() => readCompose(others)).toThrow(`${name}: run npm run --silent ops -- secrets > .env`);
    }
  });

  it('has subgraphs listen where the supergraph and all others look for them', () => {
    const supergraph = parse(readFileSync(new URL('supergraph.yaml', root), 'utf8'));
    for (const name of subgraphNames) {
      const { port, pathname } = new URL(supergraph.subgraphs[name].routing_url);
      expect([name, compose.services[name]?.environment?.PORT]).toEqual([name, port]);
      for (const [, { environment }] of served) {
        const url = environment?.[`${name.toUpperCase()}_URL`];
        expect(url).toBe(`http://${name}:${port}${pathname}`);
      }
    }
  });

  it('waits for services that are there, and mounts what is there', () => {
    for (const [name, { depends_on = {}, volumes = [] }] of Object.entries(compose.services)) {
      for (const [other, { condition }] of Object.entries(depends_on)) {
        const target = compose.services[other];
        const isOnce = target !== undefined && endsByItself(target);
        expect([name, other, condition]).toEqual([
          name,
          other,
          isOnce ? 'service_completed_successfully' : 'service_healthy',
        ]);
        if (!isOnce) expect(target?.healthcheck ?? null).not.toBeNull();
      }
      const files = volumes.filter((volume) => volume.startsWith('./'));
      for (const file of files) expect(existsSync(new URL(file.split(':')[0] ?? '', root))).toBe(true);
    }
  });

  it('has Grafana find its dashboards and data sources where they are mounted', () => {
    const mounted = new Map(
      (compose.services.grafana?.volumes ?? []).map(
        (volume) => volume.split(':', 2).toReversed() as [string, string],
      ),
    );
    const provisioning = (kind: string, file: string) =>
      parse(
        readFileSync(new URL(`${mounted.get('/etc/grafana/provisioning')}/${kind}/${file}`, root), 'utf8'),
      );
    const { providers } = provisioning('dashboards', 'parterre.yml');
    for (const { options } of providers) expect(mounted.get(options.path)).toBe('./ops/grafana/dashboards');
    const { datasources } = provisioning('datasources', 'prometheus.yml');
    const known = (datasources as { uid: string; url: string }[]).map(({ uid }) => uid);
    for (const { url } of datasources) expect(Object.keys(compose.services)).toContain(new URL(url).hostname);
    for (const file of readdirSync(new URL('ops/grafana/dashboards/', root))) {
      const text = readFileSync(new URL(`ops/grafana/dashboards/${file}`, root), 'utf8');
      const asked = [...text.matchAll(/"datasource":\s*\{[^}]*"uid":\s*"([^"]+)"/g)].map(([, uid]) => uid);
      expect(asked.length).toBeGreaterThan(0);
      expect(asked.filter((uid) => !known.includes(String(uid)))).toEqual([]);
    }
  });

  it('opens to others the entry alone', () => {
    const open = Object.entries(compose.services).filter(([, { ports = [] }]) =>
      ports.some((port) => !port.startsWith('127.0.0.1:')),
    );
    expect(open.map(([name]) => name)).toEqual(['nginx']);
  });
});

describe('what is set in .env', () => {
  /** Where something stands in for Stripe or a mail server: in no container. */
  const ofOtherInstallations = ['MAIL_DIR', 'STRIPE_API_URL'];

  it('reaches the service that reads it', () => {
    const unheard = services.flatMap(({ name, config }) => {
      const told = Object.keys(compose.services[name]?.environment ?? {});
      const read = config instanceof z.ZodObject ? Object.keys(config.shape) : [];
      return read.filter((variable) => !told.includes(variable)).map((variable) => `${name}: ${variable}`);
    });
    expect(unheard.filter((each) => !ofOtherInstallations.some((name) => each.endsWith(name)))).toEqual([]);
  });
});

describe('the image', () => {
  it('starts a service as the launcher does', () => {
    const { entrypoint, env } = readImage();
    expect(entrypoint).toEqual(['node', ...SERVER_FLAGS, 'ops/launch/service.ts']);
    expect(env).toMatchObject({
      NODE_ENV: 'production',
      HOST: '0.0.0.0',
      PORT: '4000',
      ...SERVER_ENVIRONMENT,
    });
  });

  it('has the Node that the package names, and every workspace', () => {
    const dockerfile = readFileSync(new URL('ops/docker/Dockerfile', root), 'utf8');
    const { dependencies, workspaces } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
    expect(dockerfile).toContain(`ARG NODE_IMAGE=node:${dependencies.node}-`);
    const folders = (workspaces as string[]).flatMap((folder) =>
      folder === 'subgraphs/*' ? subgraphNames.map((name) => `subgraphs/${name}`) : [folder],
    );
    for (const folder of folders) expect(dockerfile).toContain(`COPY ${folder}/package.json ${folder}/`);
  });
});

describe('docs/running-distributed.md', () => {
  it('names every variable that a service reads', () => {
    const docs = readFileSync(new URL('docs/running-distributed.md', root), 'utf8');
    const own = services.flatMap(({ config }) =>
      config instanceof z.ZodObject ? Object.keys(config.shape) : [],
    );
    const others = Object.values(compose.services).flatMap(({ environment = {}, build }) =>
      build ? Object.keys(environment) : [],
    );
    const names = new Set([...own, ...others, ...Object.keys(kafkaVariables)]);
    names.delete('GRAPHQL_URL');
    expect(names.size).toBeGreaterThan(40);
    expect([...names].filter((name) => !docs.includes(`\`${name}\``))).toEqual([]);
  });
});

describe('a variable in the file', () => {
  const braced = (text: string) => `$\{${text}}`;

  it.each([
    ['X', { X: '1' }, '1'],
    ['X', {}, ''],
    ['X:-2', { X: '' }, '2'],
    ['X-2', { X: '' }, ''],
    ['X:?say', { X: '3' }, '3'],
  ])('as %s with %j is "%s"', (text, env, expected) =>
    expect(interpolate(`a ${braced(text)} b`, env as Record<string, string>)).toBe(`a ${expected} b`),
  );

  it('that is required and missing says so', () => {
    expect(() => interpolate(braced('X:?say'), { X: '' })).toThrow('X: say');
  });
});
