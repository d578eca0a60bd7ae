import { beforeEach, describe, expect, it } from '@jest/globals';
import { hold, letExpire, publishTestEvent } from './testing/fixture.ts';
import { sharedFixture } from './testing/shared-fixture.ts';

const fixture = await sharedFixture();

describe('a standing section that is sold out', () => {
  let eventId: string;
  let sectionId: string;
  let bookingIds: string[];
  const ask = (quantity = 1) => hold(fixture, { eventId, standing: [{ sectionId, quantity }] });
  const codesOf = async (quantity?: number) => (await ask(quantity)).userErrors.map(({ code }) => code);

  beforeEach(async () => {
    const { eventId: published, pitId } = await publishTestEvent(fixture, { rows: 0, standing: 8 });
    eventId = published;
    sectionId = pitId ?? '';
    bookingIds = [];
    for (let place = 0; place < 8; place += 1) bookingIds.push((await ask()).bookingId);
  });

  it('refuses without waiting for whoever has its shards', async () => {
    const codes = await fixture.database.transaction(async (tx) => {
      await tx.sql('select 1 from standing_shards where event_id = $1 for update', [eventId]);
      // Until it is answered nobody lets go of them.
      return codesOf();
    });
    expect(codes).toEqual(['STANDING_SOLD_OUT']);
  });

  it('refuses without a transaction that writes', async () => {
    const written = async () => {
      const [row] = await fixture.database.sql<{ rows: string }>(
        `select string_agg(concat(shard, ' ', xmin, ' ', xmax), ', ' order by shard) as rows
         from standing_shards where event_id = $1`,
        [eventId],
      );
      return row?.rows;
    };
    const before = await written();
    expect(await codesOf()).toEqual(['STANDING_SOLD_OUT']);
    expect(await written()).toBe(before);
  });

  it('has the places again of a hold that has expired, though nobody has swept it', async () => {
    const [first = '', second = ''] = bookingIds;
    await letExpire(fixture, first);
    expect(await codesOf(2)).toEqual(['STANDING_SOLD_OUT']);
    expect((await ask()).hold).not.toBeNull();
    expect(await codesOf()).toEqual(['STANDING_SOLD_OUT']);
    await letExpire(fixture, second);
    expect((await ask()).hold).not.toBeNull();
  });
});
