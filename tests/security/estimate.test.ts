import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AdmittedOperation } from '@parterre/gateway/admission/admission.ts';
import type { Client } from '../support/client.ts';
import { eventually } from '../support/eventually.ts';
import { largePlan } from '../support/large-plan.ts';
import { logIn, register, registerOrganizer } from '../support/people.ts';
import { publicAdmission } from '../support/public-admission.ts';
import {
  countNodes,
  type Random,
  type RandomOperation,
  randomOperations,
} from '../support/random-operations.ts';
import { adminEmail, adminPassword, ServerProcess } from '../support/server-process.ts';
import { putOnSale, seatMap } from '../support/shows.ts';

const OPERATIONS = 2_000;
const SEED = 20_261_125;
/** Operations that are under way at a time. */
const AT_ONCE = 4;
const SECTIONS = 40;
const SEATS = 40_000;

/** Lists of the whole hall cost the server seconds; some of them are enough. */
const seldom: Readonly<Record<string, number>> = {
  'SeatingPlan.seats': 0.015,
  'Section.rows': 0.04,
  'Row.seats': 0.2,
  'Seat.section': 0.3,
  'Seat.row': 0.3,
};

describe('the estimate of an operation on a hall of 40,000 seats', () => {
  let server: ServerProcess;
  let admin: Client;
  let values: Readonly<Record<string, readonly unknown[]>>;

  beforeAll(async () => {
    server = await ServerProcess.start();
    admin = await logIn(server.client, adminEmail, adminPassword);
    const organizer = await registerOrganizer(server.client, admin, 'organizer');
    const buyer = await register(server.client, 'buyer');
    const show = await putOnSale(organizer.client, { chart: largePlan(SECTIONS), format: 'PARTERRE' });
    const { seats } = await seatMap(server.client, show.eventId);
    const { booking } = await buyer.client.act<{ booking: { id: string } }>('CreateBooking', {
      eventId: show.eventId,
      seatIds: seats.slice(0, 10).map(({ seat }) => seat.id),
      idempotencyKey: 'the estimate of a booking',
    });
    const { event } = (
      await admin.send<{ event: { venue: { id: string } } }>(
        `{ event(id: "${show.eventId}") { venue { id } } }`,
      )
    ).data ?? { event: { venue: { id: '' } } };
    values = {
      'Query.event(id:)': [show.eventId],
      'Query.venue(id:)': [event.venue.id],
      'Query.artist(id:)': [show.artistId],
      'Query.seatingPlan(id:)': [show.plan.id],
      'SeatingPlan.seatsAt(indexes:)': [[], [0, 39_999, 0], Array.from({ length: 500 }, (_, index) => index)],
      'Query.booking(id:)': [booking.id],
      'Query.user(id:)': [buyer.id, organizer.id],
      'Query.events(filter:)': [null, {}],
      'Query.events(search:)': [null, 'Cherry'],
      'Query.venues(search:)': [null],
      'Query.artists(search:)': [null],
      'Query.users(search:)': [null],
      'SeatMap.seats(section:)': [null, ...show.plan.sections.slice(0, 3).map(({ id }) => id)],
    };
  }, 180_000);
  afterAll(() => server?.demolish());

  it('is never below what it then produces', async () => {
    const { admission, apiSchema } = publicAdmission();
    const next = randomOperations({
      schema: apiSchema,
      seed: SEED,
      value: (coordinate, random) => oneOf(coordinate, random, values),
      likelihood: (coordinate) => seldom[coordinate] ?? 1,
    });
    const seen = { admitted: 0, refused: 0, unplanned: 0, largest: 0 };
    const faults: string[] = [];

    const ask = async (operation: RandomOperation, { nodes }: AdmittedOperation) => {
      // Where others keep the server busy, it says so, and is asked again.
      const { status, data, errors } = await eventually(
        'an answer of a server that is not busy',
        async () => {
          const answer = await admin.send(operation.query, operation.variables);
          return answer.status === 503 && answer.errors?.[0]?.extensions?.code === 'SERVICE_UNAVAILABLE'
            ? null
            : answer;
        },
      );
      // More requests to subgraphs than a plan may make is known only by planning.
      if (status === 400 && /requests to subgraphs/.test(errors?.[0]?.message ?? '')) {
        seen.unplanned += 1;
        return;
      }
      const produced = countNodes(data);
      seen.largest = Math.max(seen.largest, produced);
      if (status !== 200) faults.push(`${status} ${JSON.stringify(errors)}: ${operation.query}`);
      if (produced > nodes) faults.push(`estimated ${nodes}, produced ${produced}: ${operation.query}`);
    };

    let left = OPERATIONS;
    const askOnAndOn = async () => {
      while (left > 0) {
        left -= 1;
        const operation = next();
        const judged = admission.admit(operation);
        if (judged.kind === 'refused') {
          seen.refused += 1;
          const { status } = await admin.send(operation.query, operation.variables);
          if (status !== 400) faults.push(`expected a refusal, got ${status}: ${operation.query}`);
          continue;
        }
        seen.admitted += 1;
        await ask(operation, judged);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, askOnAndOn));
    // On a busy machine those of the whole hall were ended by their deadline: one of them has to come through.
    const wholeHall = {
      query: `{ seatingPlan(id: "${values['Query.seatingPlan(id:)']?.[0]}") { seats { id } } }`,
      variables: {},
    };
    const judged = admission.admit(wholeHall);
    if (judged.kind === 'refused') throw new Error('expected the seats of a hall to be admitted');
    await eventually('an answer with the whole hall', async () => {
      if (seen.largest <= SEATS) await ask(wholeHall, judged);
      return seen.largest > SEATS;
    });
    expect(faults).toEqual([]);
    expect(seen.admitted).toBeGreaterThan(OPERATIONS / 2);
    expect(seen.unplanned).toBeLessThan(OPERATIONS / 20);
  }, 600_000);
});

function oneOf(
  coordinate: string,
  random: Random,
  values: Readonly<Record<string, readonly unknown[]>>,
): unknown {
  const known = values[coordinate];
  if (known) return random.pick(known);
  if (coordinate.endsWith('(first:)')) return random.chance(0.02) ? 1_000_000 : 1 + random.below(100);
  if (coordinate.endsWith('(after:)')) return null;
  return undefined;
}
