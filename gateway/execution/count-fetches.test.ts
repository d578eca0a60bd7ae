import type { FetchNode, PlanNode } from '@apollo/query-planner';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { startTestGateway } from '../testing/test-gateway.ts';
import { countFetches } from './count-fetches.ts';

const fetchNode: FetchNode = {
  kind: 'Fetch',
  serviceName: 'events',
  operation: '{ a }',
  operationName: undefined,
  operationKind: 'query',
  operationDocumentNode: parse('{ a }'),
} as FetchNode;

describe('the fetches of a plan', () => {
  it('are counted wherever they stand', () => {
    const flatten: PlanNode = { kind: 'Flatten', path: ['a'], node: fetchNode };
    const plan: PlanNode = {
      kind: 'Sequence',
      nodes: [
        fetchNode,
        { kind: 'Parallel', nodes: [flatten, flatten] },
        { kind: 'Condition', condition: 'c', ifClause: flatten, elseClause: fetchNode },
      ],
    };
    expect(countFetches(plan)).toBe(5);
    expect(countFetches({ kind: 'Subscription', primary: fetchNode, rest: plan })).toBe(6);
    expect(countFetches(undefined)).toBe(0);
  });

  it('are few, or the operation is refused before one is made', async () => {
    const gateway = await startTestGateway({ limits: { fetches: 1 } });
    try {
      const { status, result, codes } = await gateway.post('{ event(id: "1") { title sold } }');
      expect([status, codes]).toEqual([400, ['BAD_USER_INPUT']]);
      expect(result.errors?.[0]?.message).toMatch(
        /at most 1 requests to the subgraphs, got one that takes 2/,
      );
      expect((await gateway.post('{ event(id: "1") { title } }')).status).toBe(200);
    } finally {
      await gateway.stop();
    }
  });
});
