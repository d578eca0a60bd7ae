import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runCollection } from '../support/run-collection.ts';
import { ServerProcess } from '../support/server-process.ts';

describe('the postman collection', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await ServerProcess.start();
  }, 240_000);
  afterAll(() => server?.demolish());

  it('passes against a server that is empty', async () => {
    const { outcome, code } = await runCollection(`http://127.0.0.1:${server.port}`);
    expect(outcome).toMatchObject({ failures: [] });
    expect(outcome?.assertions).toBeGreaterThan(100);
    expect(code).toBe(0);
  }, 300_000);
});
