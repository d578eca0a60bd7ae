import type { Client } from '../support/client.ts';
import { logIn, registerOrganizer } from '../support/people.ts';
import { adminEmail, adminPassword } from '../support/server-process.ts';
import { putOnSale, type Show } from '../support/shows.ts';

/** A show in a hall of one price zone with rows of ten seats, and a standing area if wished. */
export async function openShow(
  anyone: Client,
  options: {
    seats: number;
    standing?: number;
    price: string;
    holdSeconds?: number;
    maxSeatsPerUser?: number;
    minimumGuests?: number;
  },
): Promise<Show & { readonly organizer: Client }> {
  const organizer = await registerOrganizer(
    anyone,
    await logIn(anyone, adminEmail, adminPassword),
    'organizer',
  );
  const chart = chartOfRows(options.seats, options.standing);
  return { ...(await putOnSale(organizer.client, { ...options, chart })), organizer: organizer.client };
}

/** A seats.io chart of one price zone with rows of ten. */
export function chartOfRows(seatCount: number, standing = 0): string {
  const rows = Array.from({ length: Math.ceil(seatCount / 10) }, (_, row) => ({
    label: String(row + 1),
    uuid: `row-${row}`,
    seats: Array.from({ length: Math.min(10, seatCount - row * 10) }, (_, seat) => ({
      x: 20 * seat,
      y: 20 * row,
      label: String(seat + 1),
      categoryKey: 1,
      uuid: `seat-${row}-${seat}`,
    })),
  }));
  const areas = standing === 0 ? [] : [{ label: 'Floor', capacity: standing, categoryKey: 1, uuid: 'floor' }];
  return JSON.stringify({
    name: 'Hall of rows',
    categories: { list: [{ key: 1, label: 'All', color: '#446688', accessible: false }] },
    subChart: {
      width: 400,
      height: 400,
      rows,
      sections: [],
      tables: [],
      booths: [],
      generalAdmissionAreas: areas,
    },
  });
}
