import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runCollection } from '../support/run-collection.ts';
import { type SharedServer, shareServer } from '../support/shared-server.ts';

describe('the postman collection', () => {
  let server: SharedServer;
  beforeAll(async () => {
    server = await shareServer();
  }, 240_000);
  afterAll(() => server?.leave());

  it('passes against a server that others use as well', async () => {
    const { outcome, code } = await runCollection(`http://127.0.0.1:${server.port}`);
    expect(outcome).toMatchObject({ failures: [] });
    expect(outcome?.assertions).toBeGreaterThan(100);
    expect(code).toBe(0);
  }, 300_000);
});
