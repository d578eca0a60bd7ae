import { planGeometryPath } from '@parterre/contracts/documents.ts';
import {
  PlanGeometryDocument,
  type PlanGeometryQuery,
} from '@parterre/contracts/operations/gateway.generated.ts';
import type { DocumentRoute } from '@parterre/gateway/http/documents.ts';
import type { SubgraphServer } from '@parterre/platform/graphql/subgraph-server.ts';
import { anonymous } from '@parterre/platform/kernel/caller.ts';

const TIMEOUT_MS = 10_000;

/** The geometry of seating plans, as the events subgraph has it (contracts/operations/gateway/plan-geometry.graphql). */
export function planGeometryRoute(
  subgraphs: ReadonlyMap<string, Pick<SubgraphServer, 'execute'>>,
): DocumentRoute {
  return {
    path: planGeometryPath,
    contentType: 'application/json; charset=utf-8',
    async read({ id = '' }) {
      const events = subgraphs.get('events');
      if (!events) throw new Error('expected the events subgraph to ask for a plan, got none');
      const { data, errors } = await events.execute({
        document: PlanGeometryDocument,
        variables: { id },
        caller: anonymous,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (errors || !data) {
        throw new Error('expected the events subgraph to answer a plan', { cause: errors?.[0] });
      }
      // The contract check holds the events subgraph to this shape.
      return (data as PlanGeometryQuery).seatingPlan?.geometry ?? null;
    },
  };
}
