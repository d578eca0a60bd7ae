import { expect, it } from '@jest/globals';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { publishTestEvent, someUser, ticketsSubgraph } from './testing/fixture.ts';
import { sharedFixture } from './testing/shared-fixture.ts';

const fixture = await sharedFixture();

const document = `query ($seatIds: [ID!]!, $sectionIds: [ID!]!) {
  seatsByIds(ids: $seatIds) { id label row { label section { id } } } sectionsByIds(ids: $sectionIds) { id label } }`;

it('the tickets subgraph, and nobody else, is told the signs of places; unknown ones are left out', async () => {
  const { seatIds } = await publishTestEvent(fixture, { rows: 2, perRow: 3 });
  const ask = (variables: object, caller = ticketsSubgraph) =>
    fixture.execute(document, { seatIds: [], sectionIds: [], ...variables }, caller);
  const { data } = await ask({ seatIds: [seatIds[4], newId(), 'no identifier'] });
  expect(data?.seatsByIds).toMatchObject([{ id: seatIds[4], label: '2', row: { label: 'B' } }]);
  const [seat] = (data?.seatsByIds ?? []) as { row: { section: { id: string } } }[];
  const sectionId = seat?.row.section.id;
  const sections = await ask({ sectionIds: [sectionId, newId()] });
  expect(sections.data?.sectionsByIds).toEqual([{ id: sectionId, label: expect.any(String) }]);
  const refused = await ask({}, someUser('ADMIN'));
  expect(refused.errors?.map(({ extensions }) => extensions.code)).toContain('FORBIDDEN');
});
