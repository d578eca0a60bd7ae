import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { soundState, withSchema } from './fixture.ts';
import { withoutField } from './fixture-schemas.ts';
import { publish, publishedState } from './published-state.ts';

describe('the published state', () => {
  it('is what the subgraphs say, or is refused', () => {
    expect(publishedState.breaches(soundState())).toEqual([]);
    expect(
      publishedState.breaches(withSchema(soundState(), 'events', withoutField('Venue', 'city'))),
    ).toEqual([
      'contracts/supergraph.graphql says something older than the subgraphs do; run npm run contracts -- --publish and commit it',
      'contracts/api.graphql says something older than the subgraphs do; run npm run contracts -- --publish and commit it',
    ]);
  });

  it('is written by publishing, and then holds', () => {
    const root = mkdtempSync(join(tmpdir(), 'parterre-contracts-'));
    mkdirSync(join(root, 'contracts/facts'), { recursive: true });
    const state = { ...soundState(), published: { supergraph: null, api: null, facts: null, topics: null } };
    const paths = [
      'contracts/supergraph.graphql',
      'contracts/api.graphql',
      'contracts/facts/published.json',
      'contracts/facts/published-topics.json',
    ];
    expect(publish(root, state)).toEqual(paths);
    const [supergraph = '', api = '', facts = '', topics = ''] = paths.map((path) =>
      readFileSync(join(root, path), 'utf8'),
    );
    const published = { supergraph, api, facts: JSON.parse(facts), topics: JSON.parse(topics) };
    const after = { ...state, published };
    expect(publishedState.breaches(after)).toEqual([]);
    expect(publish(root, after)).toEqual([]);
  });
});
