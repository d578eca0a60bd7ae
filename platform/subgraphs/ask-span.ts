import { SpanKind } from '@opentelemetry/api';
import { type DocumentNode, getOperationAST } from 'graphql';
import type { NewSpan } from '../telemetry/tracing.ts';

/** The contracts' documents are made once. */
const spans = new WeakMap<DocumentNode, Map<string, NewSpan>>();

/** The span of a question to another subgraph, in this process or in one of its own. */
export function askSpan(subgraph: string, document: DocumentNode, place: 'here' | 'elsewhere'): NewSpan {
  const bySubgraph = spans.get(document) ?? new Map<string, NewSpan>();
  spans.set(document, bySubgraph);
  const key = `${place} ${subgraph}`;
  const known = bySubgraph.get(key);
  if (known) return known;
  const definition = getOperationAST(document);
  const type = definition?.operation ?? 'query';
  const name = definition?.name?.value;
  const made: NewSpan = {
    name: name === undefined ? type : `${type} ${name}`,
    kind: place === 'elsewhere' ? SpanKind.CLIENT : SpanKind.INTERNAL,
    attributes: {
      'graphql.operation.type': type,
      ...(name === undefined ? {} : { 'graphql.operation.name': name }),
      'parterre.asked_subgraph': subgraph,
    },
  };
  bySubgraph.set(key, made);
  return made;
}
