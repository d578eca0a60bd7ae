import type { Check } from './check.ts';
import type { ContractState } from './checked.ts';

/** Not to be overruled by publishing: no installation can change the number of a topic that it has. */
export const publishedTopics = {
  promise: 'a topic keeps its partitions',
  breaches({ topics, published }: TopicsThenAndNow) {
    return Object.entries(published.topics ?? {}).flatMap(([name, before]) => {
      const after = topics[name];
      if (!after) return [`${name}: its topic was published and is gone; define it again`];
      if (after.partitions === before.partitions) return [];
      return [
        `${name}: its topic was published with ${before.partitions} partitions, and has ${after.partitions}; ` +
          'keep what was published: keys would change their partition, and versions of seat maps are positions',
      ];
    });
  },
} satisfies Check;

/** What is published, of which only the topics matter here. */
interface TopicsThenAndNow {
  readonly topics: ContractState['topics'];
  readonly published: Pick<ContractState['published'], 'topics'>;
}
