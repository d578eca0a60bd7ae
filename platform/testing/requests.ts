import type { Caller } from '../kernel/caller.ts';
import type { TestService } from './test-service.ts';

/** How often a busy subgraph is asked, each time after it let us wait for seconds. */
const MOST_TIMES = 10;

/** Asks a subgraph in GraphQL and answers its data. @throws AggregateError of the errors in the answer */
export type Request = <Data>(query: string, variables: object, caller: Caller) => Promise<Data>;

/**
 * Requests to a subgraph that is alone. On a machine that has much else to do its database may be busy for longer than it lets
 * anybody wait; whoever is told so asks again with the same input, and so do tests.
 */
export function patientRequests({ execute }: Pick<TestService<unknown>, 'execute'>): Request {
  return async <Data>(query: string, variables: object, caller: Caller) => {
    for (let time = 1; ; time += 1) {
      const result = await execute(query, { ...variables }, caller);
      if (!result.errors) return result.data as Data;
      const isBusy = result.errors[0]?.extensions.code === 'SERVICE_UNAVAILABLE';
      if (!isBusy || time === MOST_TIMES) throw new AggregateError(result.errors, result.errors[0]?.message);
    }
  };
}

/** The document of a mutation, all of which take one `input` of a type of their name; of its payload `fields` are selected. */
export function mutationOf(name: string, fields: string): string {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  return `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`;
}
