import { ApolloGateway } from '@apollo/gateway';
import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import { textLogger } from '../text-logger.ts';
import { readSupergraph, type Supergraph } from './supergraph.ts';

/** A supergraph as text, or one that is replaced while the gateway runs. */
export type SupergraphSource = string | ChangingSupergraph;

export interface ChangingSupergraph {
  /** The one to begin with. */
  readonly sdl: string;
  /** Calls `update` with every new text; the function that it returns ends that. */
  onUpdate(update: (sdl: string) => void): () => void;
}

/** The supergraph that new operations are to use. */
export interface LiveSupergraph {
  current(): Supergraph;
  /**
   * Something that belongs to one supergraph: made anew for each, so that no plan, price or document outlives
   * what it was made for. What was made for an old one is used to the end by whoever has it.
   *
   * @param make when it throws for a new supergraph, that one is not used at all
   * @returns the one that new operations are to use
   */
  derive<Made>(make: (supergraph: Supergraph) => Made): () => Made;
  /** Calls `listener` when another supergraph, with all that is derived, is in use; the result ends that. */
  onChange(listener: (supergraph: Supergraph) => void): () => void;
  stop(): Promise<void>;
}

/**
 * Loads a supergraph, and loads it again whenever a new text comes. One that cannot be loaded, or that
 * something cannot be derived of, is logged as an error and leaves the old one in place.
 *
 * @throws Error when the first text is no supergraph
 */
export async function openSupergraph(source: SupergraphSource, logger: Logger): Promise<LiveSupergraph> {
  if (typeof source === 'string') {
    return { ...liveFrom(readSupergraph(source), logger).live, stop: async () => {} };
  }
  // Read by the constructor of ApolloGateway; without it the process reports to Apollo.
  process.env.APOLLO_TELEMETRY_DISABLED = '1';
  let opened: ReturnType<typeof liveFrom> | undefined;
  const gateway = new ApolloGateway({
    supergraphSdl: async ({ update }) => {
      const end = source.onUpdate((sdl) => {
        // Apollo throws when the text is no supergraph.
        loudly(logger, () => update(sdl));
      });
      return { supergraphSdl: source.sdl, cleanup: async () => end() };
    },
    logger: textLogger(logger),
  });
  let fault: unknown;
  gateway.onSchemaLoadOrUpdate(({ coreSupergraphSdl }) => {
    // Apollo logs what a listener throws and goes on, so that it is kept here.
    try {
      if (opened) loudly(logger, () => opened?.replace(readSupergraph(coreSupergraphSdl)));
      else opened = liveFrom(readSupergraph(coreSupergraphSdl), logger);
    } catch (error) {
      fault = error;
    }
  });
  await gateway.load();
  if (!opened) {
    await gateway.stop();
    throw (
      fault ?? new Error('expected @apollo/gateway to hand out the supergraph that it has loaded, got none')
    );
  }
  return { ...opened.live, stop: () => gateway.stop() };
}

function loudly(logger: Logger, work: () => void): void {
  try {
    work();
  } catch (error) {
    logger.error({ error }, 'a new supergraph could not be loaded; the old one stays in use');
  }
}

function liveFrom(first: Supergraph, logger: Logger) {
  let current = first;
  const derived = new Set<(supergraph: Supergraph) => () => void>();
  const listeners = new Set<(supergraph: Supergraph) => void>();

  const live: Omit<LiveSupergraph, 'stop'> = {
    current: () => current,
    derive(make) {
      let made = make(current);
      derived.add((supergraph) => {
        const next = make(supergraph);
        return () => {
          made = next;
        };
      });
      return () => made;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };

  const replace = (supergraph: Supergraph): void => {
    // All or nothing: no operation may be admitted by one supergraph and planned by another.
    const takeOver = [...derived].map((make) => make(supergraph));
    for (const each of takeOver) each();
    current = supergraph;
    logger.info({ subgraphs: supergraph.subgraphs }, 'another supergraph is in use');
    for (const listener of listeners) listener(supergraph);
  };
  return { live, replace };
}
