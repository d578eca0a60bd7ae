import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from './check.ts';
import { type House, publishedPaths } from './house.ts';
import { describeFacts } from './published-facts.ts';
import { stableJson } from './stable-json.ts';

export const publishedState: Check = {
  promise: 'what is published is what the rooms say',
  needsSupergraph: true,
  comesLast: true,
  breaches: (house) =>
    newState(house)
      .filter(({ before, after }) => before !== after)
      .map(({ path, before }) => {
        const state = before === null ? 'is not there' : 'says something older than the rooms do';
        return `${path} ${state}; run npm run contracts -- --publish and commit it`;
      }),
};

/** Writes the state of the house as the published one. Answers the paths that changed. */
export function publish(root: string, house: House): string[] {
  const changed = newState(house).filter(({ before, after }) => before !== after);
  for (const { path, after } of changed) writeFileSync(join(root, path), after);
  return changed.map(({ path }) => path);
}

function newState({ composition, published, facts }: House) {
  if (!composition.composed) return [];
  const factsText = published.facts === null ? null : `${stableJson(published.facts)}\n`;
  return [
    { path: publishedPaths.supergraph, before: published.supergraph, after: composition.supergraph },
    { path: publishedPaths.api, before: published.api, after: composition.apiText },
    { path: publishedPaths.facts, before: factsText, after: `${stableJson(describeFacts(facts))}\n` },
  ];
}
