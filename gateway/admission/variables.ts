import { isStorable } from '@parterre/platform/kernel/text.ts';
import type { GraphQLError } from 'graphql';
import type { AdmissionLimits } from '../limits.ts';
import { refusal } from './refusal.ts';

export type Variables = Readonly<Record<string, unknown>>;

export const storableExpectation = 'expected texts without NUL characters and without unpaired surrogates';

const nothing: Variables = {};

/** The variables as an object; undefined when they are something else. */
export function variablesIn(value: unknown): Variables | undefined {
  if (value === undefined || value === null) return nothing;
  return typeof value === 'object' && !Array.isArray(value) ? (value as Variables) : undefined;
}

/**
 * Bounds the values of the variables: how many, how deep, and texts that can be stored. graphql-js is
 * quadratic in unknown keys. Walks without recursion and stops at the limit, because the shape is up to
 * whoever sends them.
 */
export function refuseVariables(variables: Variables, limits: AdmissionLimits): GraphQLError | undefined {
  let count = 0;
  for (const name in variables) {
    const values: unknown[] = [variables[name]];
    const depths: number[] = [0];
    while (values.length > 0) {
      const value = values.pop();
      const depth = depths.pop() ?? 0;
      count += 1;
      if (count > limits.variableValues) {
        return fault(`expected at most ${limits.variableValues} values in the variables, got more`);
      }
      if (typeof value === 'string') {
        if (!isStorable(value)) return fault(`${storableExpectation}, got one in the variable "$${name}"`);
      } else if (typeof value === 'object' && value !== null) {
        if (depth >= limits.valueDepth) {
          return fault(`expected values at most ${limits.valueDepth} deep in the variable "$${name}"`);
        }
        const space = limits.variableValues - count;
        if (!pushParts(value, values, space)) {
          return fault(`expected at most ${limits.variableValues} values in the variables, got more`);
        }
        while (depths.length < values.length) depths.push(depth + 1);
      }
    }
  }
  return undefined;
}

/** False when there are more parts than there is room for. */
function pushParts(value: object, values: unknown[], space: number): boolean {
  let left = space;
  for (const key in value) {
    left -= 1;
    if (left < 0) return false;
    values.push((value as Variables)[key]);
  }
  return true;
}

function fault(message: string): GraphQLError {
  return refusal('BAD_USER_INPUT', message);
}
