import type { ServiceTokens } from '@parterre/platform/auth/service-tokens.ts';
import type { Bus } from '@parterre/platform/bus/bus.ts';
import type { SubgraphServer } from '@parterre/platform/graphql/subgraph-server.ts';
import type { Clock } from '@parterre/platform/kernel/clock.ts';
import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import type { Rates } from './rates/rates.ts';

/** Whether the house can do its work, and if not, why, in words. */
export interface Readiness {
  readonly ready: boolean;
  readonly reasons: readonly string[];
}

export interface GatewayOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** The address to listen at; by default all IPv4 addresses of the machine. */
  readonly host?: string;
  readonly supergraphSdl: string;
  /** Every subgraph that the supergraph names. */
  readonly subgraphs: ReadonlyMap<string, SubgraphServer>;
  readonly serviceTokens: ServiceTokens;
  readonly bus: Pick<Bus, 'tail'>;
  readonly clock?: Clock;
  readonly logger: Logger;
  /** In development the public gets Sandbox, introspection and suggestions; never more of an error. */
  readonly environment: 'development' | 'production';
  /** Asked by /health/ready. */
  readiness(): Promise<Readiness>;
  /** The folder of the built web app; it need not exist. */
  readonly webRoot: string;
  /** Origins, such as "https://tickets.example", whose pages may open a WebSocket besides our own. */
  readonly allowedOrigins?: readonly string[];
  /** How much one address and one caller may ask for; unless given, as much as they like. */
  readonly rates?: Rates;
}

export interface RunningGateway {
  readonly url: string;
  readonly port: number;
  /** Not ready from now on; finishes what is in flight, within 10 s; then nothing listens any more. */
  stop(): Promise<void>;
}
