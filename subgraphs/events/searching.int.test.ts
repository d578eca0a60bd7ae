import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anonymous, type UserCaller } from '@parterre/platform/kernel/caller.ts';
import fc from 'fast-check';
import {
  type EventsFixture,
  importTestPlan,
  openEventsFixture,
  planDocument,
  publishTestEvent,
  someUser,
} from './testing/fixture.ts';

let fixture: EventsFixture;
let organizer: UserCaller;
beforeAll(async () => {
  fixture = await openEventsFixture();
  organizer = someUser('ORGANIZER');
});
afterAll(() => fixture.stop());

async function addArtist(name: string): Promise<string> {
  const { artist } = await fixture.mutate<{ artist: { id: string } }>(
    'createArtist',
    'artist { id }',
    { name },
    organizer,
  );
  return artist.id;
}

async function addVenue(name: string, city = 'Vienna'): Promise<void> {
  const input = { name, address: '1 Main Street', city, timeZone: 'Europe/Vienna' };
  await fixture.mutate('createVenue', 'venue { id }', input, organizer);
}

interface Page {
  readonly nodes: readonly { readonly name: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}
async function list(kind: 'artists' | 'venues', variables: object): Promise<Page> {
  const query = `query($search: String, $first: Int, $after: String) {
    ${kind}(search: $search, first: $first, after: $after) { nodes { name } pageInfo { hasNextPage endCursor } } }`;
  return (await fixture.request<Record<string, Page>>(query, { ...variables }, anonymous))[kind] as Page;
}
const found = async (kind: 'artists' | 'venues', search: string) =>
  (await list(kind, { search })).nodes.map(({ name }) => name);

describe('what is stored is found', () => {
  it.each([
    ['İstanbul Devlet Opera', ['istanbul', 'İSTANBUL', 'ISTANBUL', 'ıstanbul', 'İstanbul']],
    ['ΟΔΥΣΣΕΥΣ', ['Οδυσσεύς', 'οδυσσευς', 'ΟΔΥΣΣΕΎΣ', 'οδυσσευσ', 'οδυσ']],
    ['Café Zoë', ['cafe\u0301', 'CAFÉ zoe', 'zoe\u0308 cafe']],
    ['Straßenmusik', ['STRASSENMUSIK', 'strassen', 'straße']],
    ['A Winter’s Tale', ["winter's", 'winter’s', 'winters tale', 'WINTERʼS']],
    ['Grand\u00a0Palais\u2009du Soir', ['grand palais', 'palais\u00a0du', 'soir grand']],
    ['Ørsted & Łódź', ['orsted', 'LODZ', 'łódź', 'ørsted lodz']],
    ['Сергей Прокофьев', ['прокофьев сергей', 'СЕРГЕИ', 'проко']],
    ['新国立劇場', ['国立', '新国立劇場']],
    ['100% Ｗｉｄｅ_open', ['100', '100%', 'wide', 'wide_open', 'OPEN 100']],
    ['¡¡¡', ['¡¡¡']],
    ['Rock & Roll (live)', ['rock roll', 'ROLL, rock', '(LIVE)', 'rock & roll']],
  ])('%s, however it is typed', async (name, searches) => {
    await addArtist(name);
    const stored = name.replace(/\s/g, ' ');
    for (const search of searches)
      expect([search, await found('artists', search)]).toEqual([search, [stored]]);
    expect(await found('artists', `${searches[0]} nothing-of-the-kind`)).toEqual([]);
  });

  it('by words of the title, the bill, the venue and the city together, in any order', async () => {
    const artist = await addArtist('Zoltán Kodály');
    const { eventId } = await publishTestEvent(fixture, {
      event: { title: 'Háry János', artistIds: [artist] },
    });
    const query = 'query($s: String, $f: EventFilter) { events(search: $s, filter: $f) { nodes { id } } }';
    const events = async (s: string | null, f: object = {}) =>
      (await fixture.request<{ events: { nodes: { id: string }[] } }>(query, { s, f }, anonymous)).events
        .nodes;
    for (const search of ['hary kodaly', 'VIENNA janos', 'old zoltan theatre', 'ha\u0301r']) {
      expect([search, await events(search)]).toEqual([search, [{ id: eventId }]]);
    }
    expect(await events('hary berlin')).toEqual([]);
    expect(await events('hary', { city: 'VIÉNNA' })).toEqual([{ id: eventId }]);
  });
});

describe('names', () => {
  it('sort as people sort, page by page, by an index', async () => {
    const names = ['Ähre 1', 'Saal 10', 'aegir', 'Zoo', 'Saal 2', 'Ägide', 'Zebra', 'Émile', 'Eva', 'zoo'];
    const word = 'Ordered';
    for (const name of names) await addVenue(`${name} ${word}`);
    const seen: string[] = [];
    let after: string | null = null;
    for (;;) {
      const { nodes, pageInfo } = await list('venues', { search: word, first: 3, after });
      seen.push(...nodes.map(({ name }) => name.replace(` ${word}`, '')));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(seen).toEqual([
      'aegir',
      'Ägide',
      'Ähre 1',
      'Émile',
      'Eva',
      'Saal 2',
      'Saal 10',
      'Zebra',
      'zoo',
      'Zoo',
    ]);
    await fixture.database.transaction(async (tx) => {
      await tx.sql('set local enable_seqscan to off');
      const plan = await tx.sql<{ 'QUERY PLAN': string }>(
        `explain select id from venues where (name collate people, id) > ('m', gen_random_uuid())
         order by name collate people, id limit 3`,
      );
      const text = plan.map((row) => row['QUERY PLAN']).join('\n');
      expect(text).toContain('venues_by_name');
      expect(text).not.toContain('Sort');
    });
  });

  it('of halls count as people count', async () => {
    const { venueId } = await importedVenue();
    for (const name of ['Saal 10', 'Saal 2', 'äußerer Saal']) {
      await fixture.mutate('createHall', 'hall { id }', { venueId, name }, organizer);
    }
    const { venue } = await fixture.request<{ venue: { halls: { name: string }[] } }>(
      'query($id: ID!) { venue(id: $id) { halls { name } } }',
      { id: venueId },
      anonymous,
    );
    expect(venue.halls.map(({ name }) => name)).toEqual(['äußerer Saal', 'Great Hall', 'Saal 2', 'Saal 10']);
  });

  it('are stored in one form, so that a hall is not added twice', async () => {
    const { venueId } = await importedVenue();
    const add = (name: string) =>
      fixture.mutate<{ hall: { name: string } | null; userErrors: { code: string }[] }>(
        'createHall',
        'hall { name } userErrors { code }',
        { venueId, name },
        organizer,
      );
    expect(await add('Cafe\u0301\u00a0 hall')).toMatchObject({ hall: { name: 'Café hall' } });
    expect(await add('Café hall')).toMatchObject({ hall: null, userErrors: [{ code: 'HALL_NAME_TAKEN' }] });
  });
});

function importedVenue(): Promise<{ venueId: string }> {
  return importTestPlan(fixture, organizer, planDocument({ rows: 1, perRow: 1, standing: 0 }));
}

describe('whatever is looked for', () => {
  it('is a text, and nothing else to the database', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 }).filter((each) => !each.includes('\0'));
    const sharp = fc.constantFrom(
      "'",
      "''",
      '\\',
      "\\'",
      '"',
      '??',
      '?',
      '$1',
      '$$',
      ':a',
      '--',
      '/*',
      ';',
      '%',
      '_',
      "E'",
    );
    const search = fc
      .array(fc.oneof(text, sharp), { maxLength: 4 })
      .map((parts) => parts.join('').slice(0, 60));
    const property = fc.asyncProperty(search, async (each) => {
      for (const kind of ['artists', 'venues'] as const)
        expect(await found(kind, each)).toEqual(expect.any(Array));
      const query = 'query($search: String) { events(search: $search) { nodes { id } } }';
      await fixture.request(query, { search: each }, anonymous);
    });
    await fc.assert(property, { numRuns: 150 });
  });
});
