import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDeadlines } from './deadlines.ts';
import { admittedOperation } from './testing/admitted-operation.ts';
import { aPerson, startTestGateway, type TestGateway, tokenOf } from './testing/test-gateway.ts';

const deadlineOf = createDeadlines({ import: 30_000, rebuild: 20_000 }, 10_000);
const ofText = (text: string) => deadlineOf(admittedOperation(text));

describe('how long an operation may take', () => {
  it('is what its mutation says', () => {
    expect(ofText('mutation { import { id } }')).toBe(30_000);
  });

  it('does not hang on an alias, nor on a fragment', () => {
    expect(ofText('mutation { a: import { id } }')).toBe(30_000);
    expect(ofText('mutation { ...f } fragment f on Mutation { import { id } }')).toBe(30_000);
  });

  it('is the longest of several mutations', () => {
    expect(ofText('mutation { rebuild { id } import { id } other { id } }')).toBe(30_000);
  });

  it('is what it is for all where nothing is said', () => {
    expect(ofText('mutation { other { id } }')).toBe(10_000);
    expect(ofText('mutation { constructor { id } }')).toBe(10_000);
    expect(deadlineOf({ kind: 'refused', errors: [] })).toBe(10_000);
  });

  it('is not what a query wishes by the name of a mutation', () => {
    expect(ofText('{ import { id } }')).toBe(10_000);
  });
});

describe('a gateway that gives an operation no time', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({
      budget: { milliseconds: 0 },
      mutationDeadlinesMs: { rename: 3_600_000 },
    });
  });
  afterAll(() => gateway.stop());

  it('answers a mutation that has time of its own', async () => {
    const token = await tokenOf(aPerson('ORGANIZER'));
    const renamed = await gateway.post('mutation { rename(id: "1", title: "Hamlet") { id } }', { token });
    expect(renamed.codes).toEqual([]);
    expect((await gateway.post('{ event(id: "1") { id } }')).codes).toEqual(['DEADLINE_EXCEEDED']);
  });
});
