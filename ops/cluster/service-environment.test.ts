import { describe, expect, it } from '@jest/globals';
import { subgraphNames } from '@parterre/contracts/kernel/caller.ts';
import { readGatewayConfig } from '../launch/distributed/gateway-config.ts';
import { loadSubgraph } from '../launch/distributed/load-subgraph.ts';
import { readSubgraphConfig } from '../launch/distributed/subgraph-config.ts';
import { newSecrets } from '../launch/secrets.ts';
import { planCluster } from './plan.ts';
import { serviceEnvironment } from './service-environment.ts';

const plan = planCluster({ port: 4000, brokers: 1, replicas: new Map([['tickets', 2]]) });
const secrets = await newSecrets();
const environments = new Map(
  plan.services.map((service) => [
    service.name,
    serviceEnvironment(service, {
      plan,
      env: { PATH: '/bin', HOLD_SECONDS: '30', SMTP_URL: 'smtp://u:p@mail', SECRET_OF_THE_SHELL: 'hush' },
      secrets,
      kafkaBrokers: ['127.0.0.1:9092'],
      databaseUrl: (service) => `postgres://${service}:hush@127.0.0.1:5432/${service}`,
      mailDir: '/var/mail',
      publicUrl: 'http://localhost:4000',
    }),
  ]),
);
const of = (name: string) => environments.get(name) ?? {};

describe('what a service of a cluster gets to see', () => {
  it('is all that it needs', async () => {
    for (const name of subgraphNames) {
      const config = readSubgraphConfig(await loadSubgraph(name), of(`${name}-1`));
      expect(config.databaseUrl).toContain(`/${name}`);
      expect(config.subgraphUrls.tickets).toEqual([
        'http://127.0.0.1:4103/graphql',
        'http://127.0.0.1:4113/graphql',
      ]);
    }
    expect(readGatewayConfig(of('gateway-2'))).toMatchObject({
      port: 4001,
      databaseUrl: 'postgres://gateway:hush@127.0.0.1:5432/gateway',
      kafka: { brokers: ['127.0.0.1:9092'] },
    });
  });

  it('is no key, password or address of another', () => {
    for (const [name, env] of environments) {
      const text = JSON.stringify(env);
      const [service = ''] = name.split('-');
      expect(Object.keys(env).filter((variable) => variable.endsWith('_DATABASE_URL'))).toEqual([
        `${service.toUpperCase()}_DATABASE_URL`,
      ]);
      expect(text.includes(secrets.serviceSecret)).toBe(false);
      expect('ACCESS_TOKEN_KEYS' in env).toBe(name === 'users-1');
      expect('TICKET_SIGNING_KEY' in env).toBe(name.startsWith('tickets'));
      expect('SMTP_URL' in env).toBe(name === 'notifications-1');
      expect('SECRET_OF_THE_SHELL' in env).toBe(false);
      // The one private half ("d") is its own.
      expect(text.match(/\\"d\\":/g)).toHaveLength(1 + (name === 'users-1' ? 1 : 0));
    }
    expect(new Set([...environments].map(([, { SERVICE_KEY }]) => SERVICE_KEY)).size).toBe(
      1 + subgraphNames.length,
    );
  });
});
