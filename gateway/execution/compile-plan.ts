import type { FetchNode, PlanNode } from '@apollo/query-planner';
import { compileFetch, type PlanContext } from './compiled-fetch.ts';
import { compilePath } from './data-paths.ts';
import { compileEntityFetch, type EntityFetch, entityFetchStep } from './entity-fetch.ts';
import { all, canBeMerged, mergedFetchStep } from './merged-fetch.ts';
import { rootFetchStep } from './root-fetch.ts';
import type { Run, Step } from './run.ts';

/** Makes a closure of a plan: what can be known of it is worked out once, not in every execution. */
export function compilePlan(node: PlanNode, context: PlanContext): Step {
  return compileNode(node, [], context);
}

/** All fetches of a plan. */
export function fetchesOf(node: PlanNode | undefined): readonly FetchNode[] {
  switch (node?.kind) {
    case undefined:
      return [];
    case 'Fetch':
      return [node];
    case 'Flatten':
      return fetchesOf(node.node);
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap(fetchesOf);
    case 'Condition':
    case 'Defer':
      throw new Error(unexpected);
  }
}

const unexpected = 'expected a plan without conditions and @defer, because the planner is given none';
type Path = readonly (string | number)[];

function compileNode(node: PlanNode, path: Path, context: PlanContext): Step {
  switch (node.kind) {
    case 'Sequence':
      return sequence(node.nodes.map((each) => compileNode(each, path, context)));
    case 'Parallel':
      return parallel(node.nodes, path, context);
    case 'Flatten':
      return compileNode(node.node, [...path, ...node.path], context);
    case 'Fetch':
      return node.requires
        ? entityFetchStep(compileEntityFetch(node, node.requires, path, context))
        : rootFetchStep(compileFetch(node, context), path.length > 0 ? compilePath(path) : undefined);
    case 'Condition':
    case 'Defer':
      throw new Error(unexpected);
  }
}

function sequence(steps: readonly Step[]): Step {
  const runFrom = (start: number, run: Run): Promise<void> | undefined => {
    for (let index = start; index < steps.length; index += 1) {
      const pending = steps[index]?.(run);
      if (pending) return pending.then(() => runFrom(index + 1, run));
    }
    return undefined;
  };
  return (run) => runFrom(0, run);
}

function parallel(nodes: readonly PlanNode[], path: Path, context: PlanContext): Step {
  const steps: Step[] = [];
  const entityFetches = new Map<string, EntityFetch[]>();
  for (const node of nodes) {
    const { fetch, at } = entityFetchIn(node, path);
    const compiled = fetch?.requires && compileEntityFetch(fetch, fetch.requires, at, context);
    if (!compiled) steps.push(compileNode(node, path, context));
    else if (!canBeMerged(compiled)) steps.push(entityFetchStep(compiled));
    else {
      const ofSubgraph = entityFetches.get(compiled.dataSource.name);
      if (ofSubgraph) ofSubgraph.push(compiled);
      else entityFetches.set(compiled.dataSource.name, [compiled]);
    }
  }
  for (const [first, second, ...others] of entityFetches.values()) {
    if (first) steps.push(second ? mergedFetchStep([first, second, ...others]) : entityFetchStep(first));
  }
  return (run) => all(steps.map((step) => step(run)));
}

function entityFetchIn(node: PlanNode, path: Path): { readonly fetch?: FetchNode; readonly at: Path } {
  if (node.kind === 'Flatten') return entityFetchIn(node.node, [...path, ...node.path]);
  return node.kind === 'Fetch' && node.requires ? { fetch: node, at: path } : { at: path };
}
