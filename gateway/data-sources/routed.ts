import type { StreamLimits } from '@parterre/platform/http/remote-streams.ts';
import type { RemoteLimits } from '@parterre/platform/http/remote-subgraph.ts';
import type { WireHeaders } from '@parterre/platform/http/wire.ts';
import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import type { Caller } from '../caller.ts';
import type { DataSource } from '../data-source.ts';
import type { Supergraph } from '../supergraph/supergraph.ts';
import { type RemoteDataSource, remoteDataSource } from './remote.ts';

/** How subgraphs are asked at their routing URLs; see remote.ts. */
export interface RoutedOptions {
  /** Where subgraphs are, replica by replica; comes before the routing URLs of the supergraph. */
  readonly urls?: Readonly<Record<string, readonly string[]>>;
  /** How this subgraph is told who asks. Unless given, nothing is said of callers. */
  readonly headersOf?: (caller: Caller | undefined, subgraph: string) => WireHeaders | Promise<WireHeaders>;
  readonly limits?: Partial<RemoteLimits>;
  readonly streamLimits?: Partial<StreamLimits>;
}

/** Data sources for whatever a supergraph names, at the routing URLs that it says. */
export interface RoutedDataSources {
  /**
   * The same for the same name and URLs, so that connections outlive a supergraph.
   *
   * @throws Error naming the subgraph whose routing URL is none of HTTP
   */
  of(supergraph: Pick<Supergraph, 'routingUrls'>): readonly DataSource[];
  /** Cuts what still runs. */
  close(): Promise<void>;
}

export function createRoutedDataSources(
  { urls = {}, headersOf, limits, streamLimits }: RoutedOptions,
  logger: Logger,
): RoutedDataSources {
  // Those of old supergraphs stay: operations that these have planned may still ask them.
  const known = new Map<string, RemoteDataSource>();
  const sourceAt = (name: string, urls: readonly string[]): DataSource => {
    const key = JSON.stringify([name, urls]);
    const found = known.get(key);
    if (found) return found;
    const wrong = urls.find((url) => !isHttp(url));
    if (wrong !== undefined) {
      throw new Error(
        `expected a data source for the subgraph ${name}, or a routing URL such as http://${name}:4001/graphql, got ${JSON.stringify(wrong)}`,
      );
    }
    const made = remoteDataSource({
      name,
      urls,
      headersOf: headersOf && ((caller) => headersOf(caller, name)),
      limits,
      streamLimits,
      logger,
    });
    known.set(key, made);
    return made;
  };
  const replicasOf = (name: string) => (urls[name]?.length ? urls[name] : undefined);
  return {
    of: ({ routingUrls }) => [...routingUrls].map(([name, url]) => sourceAt(name, replicasOf(name) ?? [url])),
    async close() {
      await Promise.all([...known.values()].map((source) => source.close()));
    },
  };
}

function isHttp(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}
