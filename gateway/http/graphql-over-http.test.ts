import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { startTestGateway, type TestGateway } from '../testing/test-gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.stop());

/**
 * Audits of what a server SHOULD do. Apollo Server answers 400 where these expect 200, and says why: a request
 * that is refused as a whole has no result.
 */
const answeredWith400 = [
  'SHOULD use 200 status code on document parsing failure when accepting application/json',
  'SHOULD use 200 status code on document validation failure when accepting application/json',
  'SHOULD use a status code of 200 on variable coercion failure when accepting application/json',
];

describe('GraphQL over HTTP, as graphql-http audits it:', () => {
  const audits = serverAudits({ url: () => `${gateway.url}/graphql` });

  it('is audited as a whole', () => {
    expect(audits).toHaveLength(61);
    const names = audits.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(answeredWith400));
  });

  it.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (name, audit) => {
    const result = await audit.fn();
    if (answeredWith400.includes(name)) {
      expect(result).toMatchObject({ status: 'warn', response: { status: 400 } });
    } else {
      expect({ status: result.status, reason: 'reason' in result ? result.reason : undefined }).toEqual({
        status: 'ok',
      });
    }
  });
});
