import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { metricValue } from '../testing/metric-value.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { countSagas } from './count-sagas.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

it('counts open sagas by the step that comes next, and tells 0 when nobody stands there any more', async () => {
  await test.database.sql(
    `insert into sagas (id, type, step, state, wake_at, parked_at, parked_cause) values
       (gen_random_uuid(), 'booking', 'waiting', '{}', now() + interval '9 minutes', null, null),
       (gen_random_uuid(), 'booking', 'waiting', '{}', now() + interval '8 minutes', null, null),
       (gen_random_uuid(), 'booking', 'capturePayment', '{}', now(), null, null),
       (gen_random_uuid(), 'booking', 'refundPayment', '{}', null, now(), 'refused'),
       (gen_random_uuid(), 'booking', 'done', '{}', null, null, null)`,
  );
  const job = countSagas(test.database, ['booking', 'refund']);
  const look = () => job.run({ now: new Date(), signal: new AbortController().signal });
  const open = (step: string) => metricValue('parterre_sagas_open', { type: 'booking', step });
  await look();
  expect([await open('waiting'), await open('capturePayment'), await open('refundPayment')]).toEqual([
    2, 1, 1,
  ]);
  expect(await open('done')).toBeUndefined();
  expect(await metricValue('parterre_sagas_parked', { type: 'booking' })).toBe(1);
  expect(await metricValue('parterre_sagas_parked', { type: 'refund' })).toBe(0);

  await test.database.sql("update sagas set step = 'done', wake_at = null where step = 'capturePayment'");
  await look();
  expect([await open('waiting'), await open('capturePayment')]).toEqual([2, 0]);
});
