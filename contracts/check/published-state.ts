import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from './check.ts';
import { type ContractState, publishedPaths } from './checked.ts';
import { describeFacts } from './published-facts.ts';
import { stableJson } from './stable-json.ts';

export const publishedState: Check = {
  promise: 'what is published is what the subgraphs say',
  needsSupergraph: true,
  comesLast: true,
  breaches: (state) =>
    newState(state)
      .filter(({ before, after }) => before !== after)
      .map(({ path, before }) => {
        const state = before === null ? 'is not there' : 'says something older than the subgraphs do';
        return `${path} ${state}; run npm run contracts -- --publish and commit it`;
      }),
};

/** Writes the present state as the published one. Answers the paths that changed. */
export function publish(root: string, state: ContractState): string[] {
  const changed = newState(state).filter(({ before, after }) => before !== after);
  for (const { path, after } of changed) writeFileSync(join(root, path), after);
  return changed.map(({ path }) => path);
}

function newState({ composition, published, facts, topics }: ContractState) {
  if (!composition.composed) return [];
  const textOf = (json: object) => `${stableJson(json)}\n`;
  return [
    { path: publishedPaths.supergraph, before: published.supergraph, after: composition.supergraph },
    { path: publishedPaths.api, before: published.api, after: composition.apiText },
    {
      path: publishedPaths.facts,
      before: published.facts && textOf(published.facts),
      after: textOf(describeFacts(facts)),
    },
    {
      path: publishedPaths.topics,
      before: published.topics && textOf(published.topics),
      after: textOf(topics),
    },
  ];
}
