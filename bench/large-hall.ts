/**
 * What the largest hall costs: a plan of 100,000 seats is imported, an event on it published, and opened by many
 * visitors at once, with the health of the server asked all the while; then a list of several such events.
 *
 *   node bench/large-hall.ts [--sections 100] [--visitors 20] [--events 20] [--seats-in-graphql]
 *
 * A section has 1,000 seats. A visitor asks for the page of the event with the states of all seats, gets the
 * geometry of the plan, and subscribes to the map; with `--seats-in-graphql` it asks for every seat in GraphQL
 * instead of the geometry (of 50 sections at most). Prints what each step took, the longest that `/health/ready` took to answer meanwhile,
 * and the memory that the server held at most.
 */
import { parseArgs } from 'node:util';
import type { Client } from '../tests/support/client.ts';
import { largePlan } from '../tests/support/large-plan.ts';
import { logIn, registerOrganizer } from '../tests/support/people.ts';
import { adminEmail, adminPassword, ServerProcess } from '../tests/support/server-process.ts';
import type { Plan } from '../tests/support/shows.ts';
import { peakResidentBytes, pidListeningOn, residentBytes } from './support/process-usage.ts';

const { values: wanted } = parseArgs({
  options: {
    sections: { type: 'string', default: '100' },
    visitors: { type: 'string', default: '20' },
    events: { type: 'string', default: '20' },
    'seats-in-graphql': { type: 'boolean', default: false },
  },
});
const visitors = Number(wanted.visitors);

const pageWithGeometry = `query EventPage($id: ID!) {
  event(id: $id) {
    id title startsAt endsAt status maxSeatsPerUser hall { name } venue { name city timeZone } artists { id name }
    prices { priceZone { id label color } price { amount currencyCode } }
    seatingPlan { id geometryUrl }
    seatMap { version states standing { section { id } capacity available } }
  }
}`;
const list = `query EventList($first: Int) {
  events(first: $first) { nodes { id title startsAt freePlaces priceRange { lowest { amount } highest { amount } } } }
}`;
const pageWithSeats = `query EventPageWithSeats($id: ID!) {
  event(id: $id) {
    id title startsAt endsAt status maxSeatsPerUser hall { name } venue { name city timeZone } artists { id name }
    prices { priceZone { id label color } price { amount currencyCode } }
    seatMap {
      version states standing { section { id } capacity available }
      plan {
        id stage { x y } sections { id label kind capacity outline { x y } priceZone { id } }
        seats { id label x y isAccessible row { label } section { id label } priceZone { id } }
      }
    }
  }
}`;

const server = await ServerProcess.startAsInstalled({ RATE_LIMITS: 'off', LOG_LEVEL: 'warn' });
try {
  const pid = pidListeningOn(server.port);
  const measured = async <Result>(step: string, work: () => Promise<Result>): Promise<Result> => {
    const health = watchHealth(server.client.url);
    const begun = performance.now();
    // However it ends: who goes on asking would keep the process.
    const result = await work().finally(() => health.stop());
    const took = performance.now() - begun;
    const { longestMs, refused } = await health.stop();
    console.log(
      `${step}: ${took.toFixed(0)} ms; health at most ${longestMs.toFixed(0)} ms, not ready ${refused} times; ` +
        `memory ${mebibytes(residentBytes(pid))}, at most ${mebibytes(peakResidentBytes(pid))} MiB`,
    );
    return result;
  };
  const organizer = (
    await registerOrganizer(server.client, await logIn(server.client, adminEmail, adminPassword), 'organizer')
  ).client;
  const hallId = await openHall(organizer);
  const document = largePlan(Number(wanted.sections));
  console.log(`the document has ${(document.length / 1e6).toFixed(1)} million characters`);
  const { seatingPlan } = await measured('import', () =>
    organizer.act<{ seatingPlan: Plan }>('ImportSeatingPlan', { hallId, format: 'PARTERRE', document }),
  );
  const draft = () =>
    organizer.act<{ event: { id: string } }>('CreateEvent', {
      title: 'The largest hall',
      hallId,
      startsAt: '2035-03-01T18:30:00.000Z',
      endsAt: '2035-03-01T21:00:00.000Z',
      prices: seatingPlan.priceZones.map((zone) => ({
        priceZoneId: zone.id,
        price: { amount: '25.00', currencyCode: 'EUR' },
      })),
    });
  const { event } = await draft();
  await measured('publish', () => organizer.act('PublishEvent', { eventId: event.id }));
  for (const round of ['first', 'second']) {
    const received = await measured(`${visitors} visitors, ${round} time`, () =>
      Promise.all(Array.from({ length: visitors }, () => visit(server.client, event.id))),
    );
    console.log(`  the plan came in ${Math.max(...received)} bytes`);
  }
  for (let more = 1; more < Number(wanted.events); more += 1) {
    await organizer.act('PublishEvent', { eventId: (await draft()).event.id });
  }
  for (const round of ['counted', 'remembered']) {
    await measured(`list of ${wanted.events} events, free places ${round}`, async () => {
      const { data, errors } = await server.client.send<{ events: { nodes: { freePlaces: number }[] } }>(
        list,
        {
          first: Number(wanted.events),
        },
      );
      if (errors || !data) throw new Error(`the list answered ${JSON.stringify(errors)}`);
      if (data.events.nodes.length !== Number(wanted.events)) throw new Error('expected a full list');
    });
  }
} catch (error) {
  console.error(error, server.output);
  process.exitCode = 1;
} finally {
  await server.demolish();
}

/** Opens the event as a browser does; answers how many bytes the geometry had on the wire, NaN without one. */
async function visit(client: Client, eventId: string): Promise<number> {
  const asked = wanted['seats-in-graphql'] ? pageWithSeats : pageWithGeometry;
  const page = await fetch(`${client.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-encoding': 'gzip' },
    body: JSON.stringify({ query: asked, variables: { id: eventId } }),
  });
  const { data, errors } = (await page.json()) as {
    data: { event: { seatingPlan?: { geometryUrl: string } } } | null;
    errors?: readonly { message: string }[];
  };
  if (errors || !data) throw new Error(`the page answered ${JSON.stringify(errors)}`);
  const watch = client.watch('SeatMapChanged', { eventId, sinceVersion: null });
  await watch.next();
  await watch.close();
  const path = data.event.seatingPlan?.geometryUrl;
  if (!path) return Number.NaN;
  const geometry = await fetch(client.url + path, { headers: { 'accept-encoding': 'br' } });
  await geometry.arrayBuffer();
  if (geometry.status !== 200) throw new Error(`the geometry answered ${geometry.status}`);
  return Number(geometry.headers.get('content-length'));
}

/** Asks for readiness every 50 ms, the next time as soon as the last has answered. */
function watchHealth(url: string) {
  let isStopping = false;
  let longestMs = 0;
  let refused = 0;
  const asking = (async () => {
    while (!isStopping) {
      const begun = performance.now();
      const status = await fetch(`${url}/health/ready`).then(
        (response) => response.status,
        () => 0,
      );
      longestMs = Math.max(longestMs, performance.now() - begun);
      if (status !== 200) refused += 1;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  })();
  return {
    async stop() {
      isStopping = true;
      await asking;
      return { longestMs, refused };
    },
  };
}

async function openHall(organizer: Client): Promise<string> {
  const { venue } = await organizer.act<{ venue: { id: string } }>('CreateVenue', {
    name: 'Stadium',
    address: 'Meiereistraße 7',
    city: 'Vienna',
    timeZone: 'Europe/Vienna',
  });
  const { hall } = await organizer.act<{ hall: { id: string } }>('CreateHall', {
    venueId: venue.id,
    name: 'All stands',
  });
  return hall.id;
}

function mebibytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(0);
}
