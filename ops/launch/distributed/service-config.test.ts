import { describe, expect, it } from '@jest/globals';
import { ConfigError, type Environment } from '@parterre/platform/config/read-config.ts';
import { readGatewayConfig } from './gateway-config.ts';
import { loadSubgraph } from './load-subgraph.ts';
import { startService } from './start-service.ts';
import { readSubgraphConfig } from './subgraph-config.ts';

const needed: Environment = {
  SERVICE_KEY: 'own',
  SERVICE_KEYS: 'all',
  KAFKA_BROKERS: 'kafka-1:9092, kafka-2:9092',
};
const events = await loadSubgraph('events');

function faultsOf(read: () => unknown): readonly string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}

describe('the settings of a service that runs alone', () => {
  it('say where it listens and how it reaches the others, as the supergraph has it unless said otherwise', () => {
    const config = readSubgraphConfig(events, {
      ...needed,
      EVENTS_DATABASE_URL: 'postgres://events:hush@db/events',
      TICKETS_URL: 'http://tickets-1:4103/graphql,http://tickets-2:4103/graphql',
    });
    expect(config).toMatchObject({
      port: 4102,
      host: '0.0.0.0',
      databaseUrl: 'postgres://events:hush@db/events',
      kafka: { brokers: ['kafka-1:9092', 'kafka-2:9092'], prefix: '' },
    });
    expect(config.subgraphUrls.users).toEqual(['http://localhost:4101/graphql']);
    expect(config.subgraphUrls.tickets).toEqual([
      'http://tickets-1:4103/graphql',
      'http://tickets-2:4103/graphql',
    ]);
  });

  it('name every faulty variable at once, and no secret', () => {
    const faults = faultsOf(() =>
      readSubgraphConfig(events, {
        KAFKA_BROKERS: 'kafka',
        EVENTS_DATABASE_URL: 'mysql://u:hush@db',
        PORT: '70000',
      }),
    );
    expect(faults.map((fault) => fault.split(':', 1)[0]).sort()).toEqual([
      'EVENTS_DATABASE_URL',
      'KAFKA_BROKERS',
      'PORT',
      'SERVICE_KEY',
      'SERVICE_KEYS',
    ]);
    expect(faults.join()).not.toContain('hush');
  });

  it.each([
    ['TICKETS_URL', 'tickets:4103', 'expected addresses such as'],
    ['KAFKA_SASL_MECHANISM', 'gssapi', 'expected one of plain'],
    ['KAFKA_PREFIX', 'a b', 'expected at most 100 letters'],
    ['GATEWAY_DATABASE_URL', 'mysql://u:hush@db', 'expected an address such as postgres://'],
    ['RATE_LIMITS', 'off', 'expected on where others reach the gateway'],
  ])('refuse %s=%s at a gateway', (variable, value, words) => {
    const [fault] = faultsOf(() => readGatewayConfig({ ...needed, [variable]: value }));
    expect(fault).toContain(`${variable}: ${words}`);
  });

  it('let a gateway sign in at a broker', () => {
    const { kafka } = readGatewayConfig({
      ...needed,
      KAFKA_SSL: '1',
      KAFKA_USERNAME: 'u',
      KAFKA_PASSWORD: 'hush',
    });
    expect(kafka).toEqual({
      brokers: ['kafka-1:9092', 'kafka-2:9092'],
      prefix: '',
      ssl: true,
      sasl: { mechanism: 'scram-sha-512', username: 'u', password: 'hush' },
    });
  });

  it('belong to a service that there is', async () => {
    await expect(startService('halls', needed, () => undefined)).rejects.toThrow(
      'expected the name of a service, one of gateway, users, events, tickets',
    );
  });
});
