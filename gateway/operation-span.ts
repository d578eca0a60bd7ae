import { isFault } from '@parterre/platform/graphql/outcome.ts';
import { inSpan, markFailed } from '@parterre/platform/telemetry/tracing.ts';
import type { AdmittedOperation } from './admission/admission.ts';
import type { Answered } from './answer.ts';
import { type KnownOperations, OTHER } from './known-operations.ts';

const LONGEST_NAME = 100;

/**
 * Answers an operation in a span by OpenTelemetry's conventions for GraphQL: "mutation CreateBooking" where the name is
 * known, else its type alone. Neither the document nor variables are told: they hold what people write.
 */
export function inOperationSpan(
  { operation }: AdmittedOperation,
  known: KnownOperations,
  answer: () => Promise<Answered>,
): Promise<Answered> {
  const type = operation.operation;
  const name = known.nameOf(operation);
  const sent = operation.name?.value.slice(0, LONGEST_NAME);
  return inSpan(
    {
      name: name === OTHER ? type : `${type} ${name}`,
      attributes: {
        'graphql.operation.type': type,
        ...(sent === undefined ? {} : { 'graphql.operation.name': sent }),
      },
    },
    async (span) => {
      const answered = await answer();
      const fault = answered.errors?.find(isFault);
      if (fault) markFailed(span, fault);
      return answered;
    },
  );
}
