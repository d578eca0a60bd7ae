import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { planCluster, readReplicas, readSilenceMs } from './plan.ts';

describe('the plan of a cluster', () => {
  const usual = planCluster({ port: 4000, brokers: 1, replicas: new Map() });

  it('has two gateways, one process of each subgraph, and no port twice', () => {
    expect(usual.services.map(({ name, port }) => `${name} ${port}`)).toEqual([
      'gateway-1 4000',
      'gateway-2 4001',
      'users-1 4101',
      'events-1 4102',
      'tickets-1 4103',
      'payments-1 4104',
      'loyalty-1 4105',
      'analytics-1 4106',
      'notifications-1 4107',
    ]);
    const ports = usual.services.flatMap(({ port, metricsPort }) => [port, metricsPort]);
    expect(new Set(ports).size).toBe(ports.length);
  });

  it('puts the first replicas where the routing URLs of supergraph.yaml say', () => {
    const supergraph = readFileSync(new URL('../../supergraph.yaml', import.meta.url), 'utf8');
    const routed = [...supergraph.matchAll(/routing_url: http:\/\/localhost:(\d+)/g)].map(([, port]) =>
      Number(port),
    );
    expect(usual.services.filter(({ service }) => service !== 'gateway').map(({ port }) => port)).toEqual(
      routed,
    );
  });

  it('has as many replicas as are wished for, nine of everything at most, without a port twice', () => {
    const replicas = readReplicas(
      ['gateway', ...usual.services.slice(2).map(({ service }) => service)].map((name) => `${name}=9`),
    );
    const { services } = planCluster({ port: 5000, brokers: 3, replicas });
    expect(services).toHaveLength(8 * 9);
    const ports = services.flatMap(({ port, metricsPort }) => [port, metricsPort]);
    expect(new Set(ports).size).toBe(ports.length);
  });

  it('refuses ports that there are not', () => {
    expect(() => planCluster({ port: 65_300, brokers: 1, replicas: new Map() })).toThrow('PORT: expected');
  });

  it.each(['tickets', 'tickets=0', 'tickets=10', 'tickets=2.5', 'halls=2', '=2'])('refuses %s', (text) => {
    expect(() => readReplicas([text])).toThrow(`--replicas: expected a service and a number from 1 to 9`);
  });
});

describe('the silence after which a service is killed', () => {
  it('is 20 seconds unless said otherwise, also where the variable is empty', () => {
    const said = ['', '7'].map((seconds) => readSilenceMs({ CLUSTER_SILENCE_SECONDS: seconds }));
    expect([readSilenceMs({}), ...said]).toEqual([20_000, 20_000, 7_000]);
  });

  it.each(['0', '-1', '2.5', 'long', '3601'])('is not "%s"', (seconds) => {
    expect(() => readSilenceMs({ CLUSTER_SILENCE_SECONDS: seconds })).toThrow(
      `CLUSTER_SILENCE_SECONDS: expected seconds from 1 to 3600, got "${seconds}"`,
    );
  });
});
