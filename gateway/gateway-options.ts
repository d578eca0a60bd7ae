import type { BudgetLimits } from '@parterre/platform/graphql/budget.ts';
import type { Clock } from '@parterre/platform/kernel/clock.ts';
import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import type { Scalars } from './admission/api-scalars.ts';
import type { AuthenticationOptions } from './authentication/authentication.ts';
import type { DataSource } from './data-source.ts';
import type { RoutedOptions } from './data-sources/routed.ts';
import type { DocumentRoute } from './http/documents.ts';
import type { HttpLimits } from './http/http-limits.ts';
import type { LargeBodies } from './http/large-bodies.ts';
import type { SessionCookie } from './http/session-exchange.ts';
import type { WebhookRoute } from './http/webhooks.ts';
import type { GatewayLimits } from './limits.ts';
import type { Rates } from './rates/rates.ts';
import type { SubscriptionLimits } from './subscriptions/limits.ts';
import type { SupergraphSource } from './supergraph/live-supergraph.ts';

/** Whether the server can do its work, and if not, why, in words. */
export interface Readiness {
  readonly ready: boolean;
  readonly reasons: readonly string[];
}

export interface GatewayOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** The address to listen at; by default all IPv4 addresses of the machine. */
  readonly host?: string;
  /** As text, or with what replaces it while the gateway runs; see supergraph/live-supergraph.ts. */
  readonly supergraphSdl: SupergraphSource;
  /**
   * One for every subgraph that the supergraph names. Absent: each is asked over HTTP where the supergraph says that
   * it is.
   */
  readonly dataSources?: readonly DataSource[];
  /** How subgraphs are asked for which no data sources are given. */
  readonly routed?: RoutedOptions;
  /** Who callers are, and when they cease to be it. Absent: everybody is anonymous. */
  readonly authentication?: AuthenticationOptions;
  readonly clock?: Clock;
  readonly logger: Logger;
  /** In development the public gets Sandbox, introspection and suggestions; never more of an error. */
  readonly environment: 'development' | 'production';
  /** Operations of the installation's own clients, at most 500: those that metrics and traces tell by name. */
  readonly operationNames?: Iterable<string>;
  /** Texts of the only documents that clients may send, however they lay them out; any unless given. */
  readonly savedDocuments?: Iterable<string>;
  /** Asked by /health/ready; ready unless given. */
  readonly readiness?: () => Promise<Readiness>;
  /** What one operation may use while it runs, subgraphs included; defaults where absent. */
  readonly budget?: Partial<BudgetLimits>;
  /** How long an operation may take that asks one of these mutations, in ms by name: other than `budget.milliseconds`. */
  readonly mutationDeadlinesMs?: Readonly<Record<string, number>>;
  /** What custom scalars of the supergraph mean; bad values are refused before anything runs. */
  readonly scalars?: Scalars;
  /** What differs from the default limits. */
  readonly limits?: Partial<GatewayLimits>;
  /**
   * For supergraphs of others, in which the size of a list need not be said: how long such a list is taken to
   * be. Without it such a supergraph is refused.
   */
  readonly sizeOfUnsizedLists?: number;
  /** The folder of the built web app; it need not exist. Absent: none is served. */
  readonly webRoot?: string;
  /** Documents that never change and are served by GET, beside the API. */
  readonly documents?: readonly DocumentRoute[];
  /** Where browsers open, renew and end sessions, and the cookie that keeps what renews them; unless given, nowhere. */
  readonly session?: SessionCookie;
  /** Where other servers send signed messages, beside the API. */
  readonly webhooks?: readonly WebhookRoute[];
  /** Origins, such as "https://tickets.example", whose pages may use the API besides our own. */
  readonly allowedOrigins?: readonly string[];
  /** Addresses and ranges of proxies whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed. */
  readonly trustedProxies?: readonly string[];
  /** Where /metrics is served, to everybody; unless given, on `port`, to programs on this machine. 0 takes any. */
  readonly metricsPort?: number;
  /** What clients may ask of the HTTP server; see http/http-limits.ts. */
  readonly http?: Partial<HttpLimits>;
  /** Who may send bodies beyond `http.bodyBytes`, and how large; nobody unless given. */
  readonly largeBodies?: LargeBodies;
  /** What clients of subscriptions may use; defaults where absent. */
  readonly subscriptionLimits?: Partial<SubscriptionLimits>;
  /** How much one address and one caller may ask for; unless given, as much as they like. */
  readonly rates?: Rates;
}

export interface RunningGateway {
  readonly url: string;
  readonly port: number;
  readonly metricsUrl: string;
  /** Not ready from now on; finishes what is in flight, within 10 s; then nothing listens any more. */
  stop(): Promise<void>;
}
