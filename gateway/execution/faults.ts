import { GraphQLError } from 'graphql';
import { isObject, readProperty } from './generated-code.ts';

export type ResponsePath = readonly (string | number)[];

/** What a subgraph, or asking it, did wrong: the reason of one or more nulls. */
export interface Fault {
  /** Located where it happened, as deep as the client's document goes. */
  readonly error: GraphQLError;
  /** Whether it is the reason of something that is missing. */
  isReason: boolean;
  /** Whether the client is told at the place of the error itself. */
  isReported: boolean;
}

/**
 * What went wrong in one execution, and which nulls it explains. A null that is not the truth must carry an
 * error; so whoever fails says which properties of which objects it owes, and shaping, which knows what the
 * client has selected, reports those that it meets. What is missing where the client does not look is no error.
 */
export class Faults {
  readonly #errors: GraphQLError[] = [];
  readonly #reasons = new Map<object, Map<string | number, Fault>>();
  readonly #faults: Fault[] = [];
  readonly #atLast: (() => void)[] = [];

  get isEmpty(): boolean {
    return this.#faults.length === 0;
  }

  /** Tells the client. */
  report(error: GraphQLError): void {
    this.#errors.push(error);
  }

  add(error: GraphQLError): Fault {
    const fault = { error, isReason: false, isReported: false };
    this.#faults.push(fault);
    return fault;
  }

  /** Lets reasons be given when everything has come that will: see `settle`. */
  atLast(giveReasons: () => void): void {
    this.#atLast.push(giveReasons);
  }

  /** Gives the reasons that had to wait until everything has come, in their order. */
  settle(): void {
    for (const giveReasons of this.#atLast) giveReasons();
  }

  /** Says that this property is missing, or null, because of `fault`. The first reason stays. */
  blame(holder: object, key: string | number, fault: Fault): void {
    fault.isReason = true;
    let ofHolder = this.#reasons.get(holder);
    if (!ofHolder) {
      ofHolder = new Map();
      this.#reasons.set(holder, ofHolder);
    }
    if (!ofHolder.has(key)) ofHolder.set(key, fault);
  }

  /** Blames `fault` for the null, or the end of the data, that lies on the way down from `holder`. */
  blameAlong(holder: object, path: ResponsePath, fault: Fault): void {
    let current = holder;
    for (const key of path) {
      const next = readProperty(current, key);
      if (isObject(next)) {
        current = next;
        continue;
      }
      if (next === null || next === undefined) this.blame(current, key, fault);
      return;
    }
  }

  reasonOf(holder: object, key: string | number): Fault | undefined {
    return this.#reasons.get(holder)?.get(key);
  }

  /** Tells the client that the null at `path` comes of this fault. */
  reportAt(fault: Fault, path: ResponsePath): void {
    // Where it happened is this null, or something below it that had to be there: the place says more.
    const isBelow = startsWith(fault.error.path ?? [], path);
    if (!isBelow) this.report(errorAt(fault.error, path));
    else if (!fault.isReported) {
      fault.isReported = true;
      this.report(fault.error);
    }
  }

  /** Everything that the client is told; at last also errors of subgraphs that have left nothing out. */
  finish(): readonly GraphQLError[] {
    for (const fault of this.#faults) {
      if (!fault.isReason) this.report(fault.error);
    }
    return this.#errors;
  }
}

/** The same error at another place of the answer. */
export function errorAt(error: GraphQLError, path: ResponsePath | undefined): GraphQLError {
  const { message, extensions, originalError } = error;
  // With an original error no stack is captured, which would cost more than everything else here.
  return new GraphQLError(message, {
    path: path && [...path],
    extensions,
    originalError: originalError ?? error,
  });
}

/** An error of the gateway's own: a subgraph does not keep to the schema. */
export function brokenPromise(message: string, path?: ResponsePath): GraphQLError {
  return new GraphQLError(message, {
    path: path && [...path],
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  });
}

function startsWith(path: ResponsePath, beginning: ResponsePath): boolean {
  return beginning.every((key, index) => path[index] === key);
}
