import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { createTestDatabase, type TestDatabase } from '@parterre/platform/testing/test-database.ts';
import { ticketsService } from './service.ts';

describe('sagas that are under way', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase(ticketsService);
  });
  afterAll(() => test?.drop());

  it('are read by the words of today, and nothing else in them changes', async () => {
    const id = newId();
    const before = {
      eventTitle: 'undoing',
      phase: { name: 'undoing', left: ['releaseSeats'], ending: { reason: 'EXPIRED' } },
      cancelWish: 'BY_BUYER',
    };
    await test.database.sql(
      `insert into sagas (id, type, step, state) values ($1, 'booking', 'release', $2)`,
      [id, JSON.stringify(before)],
    );
    const { up } = ticketsService.migrations.find(({ name }) => name === '0021-words') ?? { up: '' };
    await test.database.sql(up);
    const [row] = await test.database.sql<{ state: object }>('select state from sagas where id = $1', [id]);
    expect(row?.state).toEqual({
      eventTitle: 'undoing',
      phase: { name: 'compensating', left: ['releaseSeats'], ending: { reason: 'EXPIRED' } },
      cancelReason: 'BY_BUYER',
    });
  });
});
