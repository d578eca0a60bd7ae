import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { startTracing, type Tracing, withSpan } from '../telemetry/tracing.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';

let exporter: InMemorySpanExporter;
let tracing: Tracing;
let test: TestDatabase;
beforeEach(async () => {
  test = await createTestDatabase();
  exporter = new InMemorySpanExporter();
  tracing = startTracing({ serviceName: 'test', processors: [new SimpleSpanProcessor(exporter)] });
});
afterEach(async () => {
  await tracing.stop();
  await test.drop();
});

const told = () =>
  exporter.getFinishedSpans().map(({ name, attributes }) => [name, attributes['db.query.text']]);

describe('a statement in a trace', () => {
  it('is a span of its transaction, with its text when the values stand beside it', async () => {
    await withSpan('request', {}, () =>
      test.database.transaction(async (tx) => {
        await tx.sql('select key from dead_letters where key = $1', ['ada@example.org']);
        await tx.sql("select key from dead_letters where key = 'ada@example.org'");
      }),
    );
    expect(told()).toEqual([
      [expect.stringMatching(/^(begin|start)/), undefined],
      ['select dead_letters', 'select key from dead_letters where key = $1'],
      ['select dead_letters', undefined],
      ['commit', undefined],
      ['transaction', undefined],
      ['request', undefined],
    ]);
    expect(JSON.stringify(exporter.getFinishedSpans().map(({ attributes }) => attributes))).not.toContain(
      'ada@',
    );
  });

  it('fails its span when it fails, and nothing is left open', async () => {
    const failing = withSpan('request', {}, () => test.database.sql('select 1 from nowhere'));
    await expect(failing).rejects.toThrow('nowhere');
    expect(exporter.getFinishedSpans().find(({ name }) => name === 'select nowhere')?.status.code).toBe(2);
    expect(await test.database.sql('select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('begins no trace by itself: polls would be all that is seen', async () => {
    await test.database.transaction(async (tx) => tx.sql('select 1'));
    expect(told()).toEqual([]);
  });
});
