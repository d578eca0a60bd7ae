import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { soundHouse, withSchema } from './planted-house.ts';
import { withoutField } from './planted-schemas.ts';
import { publish, publishedState } from './published-state.ts';

describe('the published state', () => {
  it('is what the rooms say, or is refused', () => {
    expect(publishedState.breaches(soundHouse())).toEqual([]);
    expect(
      publishedState.breaches(withSchema(soundHouse(), 'events', withoutField('Venue', 'city'))),
    ).toEqual([
      'contracts/supergraph.graphql says something older than the rooms do; run npm run contracts -- --publish and commit it',
      'contracts/api.graphql says something older than the rooms do; run npm run contracts -- --publish and commit it',
    ]);
  });

  it('is written by publishing, and then holds', () => {
    const root = mkdtempSync(join(tmpdir(), 'parterre-contracts-'));
    mkdirSync(join(root, 'contracts/facts'), { recursive: true });
    const house = { ...soundHouse(), published: { supergraph: null, api: null, facts: null } };
    const paths = ['contracts/supergraph.graphql', 'contracts/api.graphql', 'contracts/facts/published.json'];
    expect(publish(root, house)).toEqual(paths);
    const [supergraph = '', api = '', facts = ''] = paths.map((path) =>
      readFileSync(join(root, path), 'utf8'),
    );
    const after = { ...house, published: { supergraph, api, facts: JSON.parse(facts) } };
    expect(publishedState.breaches(after)).toEqual([]);
    expect(publish(root, after)).toEqual([]);
  });
});
