import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { Client } from '../../tests/support/client.ts';
import { planOfSeats } from '../../tests/support/large-plan.ts';
import { savedOperationsOf } from '../../tests/support/operations.ts';
import { type Actor, logIn, registerOrganizer } from '../../tests/support/people.ts';
import { adminEmail, adminPassword, ServerProcess } from '../../tests/support/server-process.ts';
import { putOnSale } from '../../tests/support/shows.ts';

/** How to look at the page of an event, which is another one in each generation of the web app. */
export interface EventPage {
  readonly path: (eventId: string) => string;
  /** Script that is true once the page has made its picture of the hall; the frame after it shows it. */
  readonly isDrawn: string;
  /** The requests that carry plan and states, by address and body. */
  readonly data: RegExp;
  /** The most seats of a plan that its server takes. */
  readonly mostSeats: number;
  /** Whether one can move in the picture. */
  readonly hasCamera: boolean;
  /** What somebody sees of places that others hold, made visible first where it has to be. */
  heldPlaces(page: Page): Promise<Locator>;
}

/** A server with its page. */
export interface Site {
  readonly name: string;
  readonly client: Client;
  readonly page: EventPage;
  /** Halls on sale, by their seats. */
  putOnSale(seats: number): Promise<string>;
  end(): Promise<void>;
}

/** The app of this repository: a canvas, and a list beside it. */
export const seatMapPage: EventPage = {
  path: (eventId) => `/events/${eventId}`,
  isDrawn: `performance.getEntriesByName('seat map drawn').length > 0`,
  data: /geometry\.json|query EventMap/,
  mostSeats: 100_000,
  hasCamera: true,
  async heldPlaces(page) {
    await page.getByRole('button', { name: 'Choose from a list' }).click();
    await page.locator('summary', { hasText: ' of ' }).first().click();
    return page.locator('button[data-state=held]');
  },
};

/** The page of commit 35d1766: an element of SVG for each seat. */
export const pageOfElements: EventPage = {
  path: (eventId) => `/#/events/${eventId}`,
  isDrawn: `document.querySelector('svg.map .seat') !== null`,
  data: /EventWithPlan/,
  mostSeats: 50_000,
  hasCamera: false,
  heldPlaces: async (page) => page.locator('.seat[data-state=H]'),
};

/** Starts the server of a checkout, empty but for an organizer. */
export async function openSite(name: string, checkout: string, page: EventPage): Promise<Site> {
  const server = await ServerProcess.startAsInstalled(
    { LOG_LEVEL: 'warn' },
    join(checkout, 'ops/launch/start.ts'),
    await mkdtemp(join(tmpdir(), 'parterre-bench-')),
  );
  // An older checkout has an older API: it is asked what its own clients ask.
  const client = new Client(server.client.url, null, savedOperationsOf(pathToFileURL(join(checkout, '/'))));
  let organizer: Actor;
  try {
    const admin = await logIn(client, adminEmail, adminPassword);
    organizer = await registerOrganizer(client, admin, 'web-bench');
  } catch (error) {
    await server.demolish();
    throw error;
  }
  return {
    name,
    client,
    page,
    async putOnSale(seats) {
      const options = { chart: planOfSeats(seats), format: 'PARTERRE' } as const;
      return (await putOnSale(organizer.client, options)).eventId;
    },
    end: () => server.demolish(),
  };
}
