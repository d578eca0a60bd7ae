import { expect, it } from '@jest/globals';
import { CONNECTIONS_OF_THE_BUS } from '@parterre/platform/bus/embedded/embedded-bus.ts';
import { CONNECTIONS_OF_A_SUBGRAPH } from '@parterre/platform/postgres/pools.ts';
import { services } from '../services.ts';
import { durableSettings } from './settings.ts';

/** What PostgreSQL keeps back for a superuser, and a few for whoever looks with psql. */
const KEPT_BACK = 10;

it('lets two whole servers in at once, with every connection open that they may have', () => {
  const ofOne = services.length * CONNECTIONS_OF_A_SUBGRAPH + CONNECTIONS_OF_THE_BUS;
  expect(2 * ofOne + KEPT_BACK).toBeLessThanOrEqual(Number(durableSettings.max_connections));
});
