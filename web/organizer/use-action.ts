import { useState } from 'react';
import type { AnyVariables, CombinedError } from 'urql';
import { isDecided } from '../app/attempt.ts';
import type { TypedDocumentString } from '../graphql/generated/graphql.ts';
import { useMutation } from '../graphql/hooks.ts';
import type { Fault } from './faults.ts';

interface Payload {
  readonly userErrors: readonly Fault[];
}

/** The answer of a mutation: one field, whose payload may be missing. */
type Answer = { readonly __typename?: 'Mutation' | undefined } & {
  readonly [Field in string]?: Payload | string | null | undefined;
};

interface Watch {
  /** The server has said what came of it, be it a refusal. */
  readonly onKnown: () => void;
}

export interface Action<Result, Variables> {
  /** What the server answered, or null when it refused: `faults` says why. */
  readonly run: (variables: Variables, watch?: Watch) => Promise<Result | null>;
  readonly busy: boolean;
  readonly faults: readonly Fault[];
  readonly clear: () => void;
}

/** One mutation of a form: sends it, and keeps why it was refused. `NO_ANSWER` is among the codes. */
export function useAction<Result, Variables extends AnyVariables>(
  document: TypedDocumentString<Result, Variables>,
): Action<Result, Variables> {
  const [{ fetching }, send] = useMutation(document);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  return {
    run: async (variables, watch) => {
      const { data, error } = await send(variables);
      const refused = userErrorsOf(data as Answer | null | undefined);
      // What took effect always shows its result, also beside an error of another field.
      const isDone = data != null && refused !== null && refused.length === 0;
      if (refused?.every(isDecided)) watch?.onKnown();
      if (isDone) {
        setFaults([]);
        return data;
      }
      const [failed] = error?.graphQLErrors ?? [];
      const fault = failed ? faultOf(failed) : { code: 'NO_ANSWER' };
      setFaults(refused?.length ? refused : [fault]);
      return null;
    },
    busy: fetching,
    faults,
    clear: () => setFaults([]),
  };
}

function faultOf({ extensions: { code, retryAfterMs } }: CombinedError['graphQLErrors'][number]): Fault {
  return { code: String(code), ...(typeof retryAfterMs === 'number' ? { retryAfterMs } : {}) };
}

/** Null where the mutation answered nothing at all. */
function userErrorsOf(data: Answer | null | undefined): readonly Fault[] | null {
  for (const payload of Object.values(data ?? {})) {
    if (typeof payload === 'object' && payload !== null) return payload.userErrors;
  }
  return null;
}
