import { describe, expect, it } from '@jest/globals';
import { subgraphNames } from '@parterre/contracts/kernel/caller.ts';
import { publicAdmission } from '../support/public-admission.ts';

const { admission } = publicAdmission();

const status = `name asOf deadLetterCount outbox { length oldestSince }
  consumers { name topic waitingFacts oldestSince lastHeardOf deadLetterCount }
  sagas { type step count parkedCount oldestSince } overdueWork { kind count oldestSince }
  provider { name answers askedAt fault }`;
const letter = `id service consumer status topic key factId factType occurredAt laidAsideAt attempts error retryAt payload
  isPayloadCut`;
const ofAll = (fields: string) =>
  `{ services { ${subgraphNames.map((name) => `${name} { ${fields} }`).join(' ')} } }`;
const place = 'seat { label row { label } section { label } } section { label } ticketType { label }';

/** What an administrator and an organizer look at, a page each: one operation is enough. */
const pages: readonly (readonly [string, string])[] = [
  ['the health of all services', ofAll(status)],
  [
    '50 dead letters of each service',
    ofAll(`deadLetters(first: 50) { nodes { ${letter} } pageInfo { endCursor } }`),
  ],
  [
    '100 attendees',
    `{ event(id: "a") { attendance { valid checkedIn } attendees(first: 100) { nodes {
      id status checkedInAt holder { id } ${place} } pageInfo { endCursor } } } }`,
  ],
  [
    '50 bookings of an event',
    `{ event(id: "a") { bookings(first: 50) { nodes { id status createdAt buyer { id nickname } total { amount currencyCode }
      tickets { id status checkedInAt } } pageInfo { endCursor } } } }`,
  ],
  [
    'the attendance of the 50 next events',
    '{ events(first: 50, filter: { mine: true }) { nodes { id title startsAt freePlaces attendance { valid checkedIn } } } }',
  ],
  [
    '50 series',
    '{ eventSeriesList(first: 50) { nodes { id title venue { name } events(first: 1) { nodes { startsAt } } } } }',
  ],
];

describe('a page of the office is not too large', () => {
  it.each(pages)('%s', (_, query) => {
    const judged = admission.admit({ query, variables: {} });
    expect(judged.kind === 'admitted' ? [] : judged.errors.map(({ message }) => message)).toEqual([]);
  });
});
