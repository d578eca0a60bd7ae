import { describe, expect, it } from '@jest/globals';
import { topics } from '../facts/topics.ts';
import { overruledByPublishing, runChecks } from './all-checks.ts';
import { soundState } from './fixture.ts';
import { publishedTopics } from './published-topics.ts';

const published = { topics: { tickets: { partitions: 12 }, users: { partitions: 4 } } };

describe('published topics', () => {
  it('accepts the topics as they are, and a new one', () => {
    expect(publishedTopics.breaches({ topics, published: { topics } })).toEqual([]);
    const more = { ...published.topics, venues: { partitions: 3 } };
    expect(publishedTopics.breaches({ topics: more, published })).toEqual([]);
    expect(publishedTopics.breaches({ topics, published: { topics: null } })).toEqual([]);
  });

  it('refuses another number of partitions', () => {
    const changed = { ...published.topics, tickets: { partitions: 24 } };
    expect(publishedTopics.breaches({ topics: changed, published })).toEqual([
      'tickets: its topic was published with 12 partitions, and has 24; keep what was published: ' +
        'keys would change their partition, and versions of seat maps are positions',
    ]);
  });

  it('refuses to forget a topic', () => {
    const { users: _, ...rest } = published.topics;
    expect(publishedTopics.breaches({ topics: rest, published })).toEqual([
      'users: its topic was published and is gone; define it again',
    ]);
  });

  it('is not overruled by publishing', async () => {
    expect(overruledByPublishing).not.toContain(publishedTopics);
    const state = { ...soundState(), topics: { ...topics, tickets: { partitions: 24 } } };
    const verdicts = await runChecks(state, [publishedTopics]);
    expect(verdicts.flatMap(({ breaches }) => breaches ?? [])).toHaveLength(1);
  });
});
