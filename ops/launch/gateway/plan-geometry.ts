import { planGeometryPath } from '@parterre/contracts/documents.ts';
import { PlanGeometryDocument } from '@parterre/contracts/operations/gateway.generated.ts';
import type { DocumentRoute } from '@parterre/gateway/http/documents.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import type { SubgraphClient } from '@parterre/platform/subgraphs/subgraph-client.ts';

/** The geometry of seating plans, as the events subgraph has it (contracts/operations/gateway/plan-geometry.graphql). */
export function planGeometryRoute(subgraphs: SubgraphClient): DocumentRoute {
  return {
    path: planGeometryPath,
    contentType: 'application/json; charset=utf-8',
    normalise: ({ id = '' }) => (isId(id) ? { id: id.toLowerCase() } : null),
    async read({ id = '' }) {
      const { seatingPlan } = await subgraphs.ask('events', PlanGeometryDocument, { id });
      return seatingPlan?.geometry ?? null;
    },
  };
}
