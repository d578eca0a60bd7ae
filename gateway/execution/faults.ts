import { GraphQLError } from 'graphql';
import { isObject, readProperty } from './generated-code.ts';

export type ResponsePath = readonly (string | number)[];

/** What a subgraph, or asking it, did wrong: the reason of one or more nulls. */
export interface Fault {
  readonly error: GraphQLError;
  /** Whether the client gets to see it already. */
  isReported: boolean;
}

/**
 * What went wrong in one execution, and which nulls it explains. A null that is not the truth must carry an
 * error; so whoever fails says which properties of which objects it owes, and shaping reports each of them
 * that the client has selected at its own path.
 */
export class Faults {
  readonly #errors: GraphQLError[] = [];
  readonly #blamed = new Map<object, Map<string | number, Fault>>();
  readonly #faults: Fault[] = [];

  get isEmpty(): boolean {
    return this.#faults.length === 0 && this.#errors.length === 0;
  }

  /** Tells the client. */
  report(error: GraphQLError): void {
    this.#errors.push(error);
  }

  /** Remembers a fault. When no null that the client sees is explained by it, it is told once, at the end. */
  add(error: GraphQLError): Fault {
    const fault = { error, isReported: false };
    this.#faults.push(fault);
    return fault;
  }

  /** Says that this property is missing, or null, because of `fault`. The first reason stays. */
  blame(holder: object, key: string | number, fault: Fault): void {
    let ofHolder = this.#blamed.get(holder);
    if (!ofHolder) {
      ofHolder = new Map();
      this.#blamed.set(holder, ofHolder);
    }
    if (!ofHolder.has(key)) ofHolder.set(key, fault);
  }

  /** Blames `fault` for the null, or the end of the data, that lies on the way down from `holder`. */
  blameAlong(holder: object, path: ResponsePath, fault: Fault): void {
    let current = holder;
    for (const key of path) {
      const next = readProperty(current, key);
      if (!isObject(next)) {
        this.blame(current, key, fault);
        return;
      }
      current = next;
    }
  }

  reasonOf(holder: object, key: string | number): Fault | undefined {
    return this.#blamed.get(holder)?.get(key);
  }

  /** Tells the client that the null at `path` comes of this fault, unless it was told at its own place. */
  reportAt(fault: Fault, path: ResponsePath): void {
    if (fault.isReported && fault.error.path !== undefined) {
      // Reported where it happened, which is this null or somewhere below it.
      if (startsWith(fault.error.path, path)) return;
    }
    fault.isReported = true;
    this.report(errorAt(fault.error, path));
  }

  /** Everything that the client is told, at last also what explains no null of the answer. */
  finish(): readonly GraphQLError[] {
    for (const fault of this.#faults) {
      if (!fault.isReported) this.report(fault.error);
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
