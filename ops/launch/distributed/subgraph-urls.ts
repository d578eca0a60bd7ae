import { readFileSync } from 'node:fs';
import { type SubgraphName, subgraphNames } from '@parterre/contracts/kernel/caller.ts';

/** Where each subgraph answers, its replicas one by one. */
export type SubgraphUrls = Readonly<Record<SubgraphName, readonly string[]>>;

export const supergraphFile = new URL('../../../contracts/supergraph.graphql', import.meta.url);
const routingUrl = /@join__graph\(name: "([^"]+)", url: "([^"]+)"\)/g;

/** The variable that says where a subgraph is: EVENTS_URL. */
export function urlVariable(name: SubgraphName): `${Uppercase<SubgraphName>}_URL` {
  return `${name.toUpperCase() as Uppercase<SubgraphName>}_URL`;
}

/** What is given, and for all others the routing URL of the published supergraph. */
export function subgraphUrls(
  given: Readonly<Partial<Record<SubgraphName, readonly string[]>>>,
): SubgraphUrls {
  const routed = new Map(
    [...readFileSync(supergraphFile, 'utf8').matchAll(routingUrl)].map(([, name, url]) => [name, url]),
  );
  const urls = subgraphNames.map((name) => {
    const own = given[name] ?? [];
    const url = routed.get(name);
    if (own.length === 0 && url === undefined) throw new Error(`expected the supergraph to know ${name}`);
    return [name, own.length > 0 ? own : [url]];
  });
  return Object.fromEntries(urls);
}
