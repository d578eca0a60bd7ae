import type { Browser } from 'playwright-core';
import { openBrowser } from './browser.ts';
import type { Client } from './client.ts';
import { type Actor, logIn, registerOrganizer } from './people.ts';
import { adminEmail, adminPassword } from './server-process.ts';
import { shareServer } from './shared-server.ts';

/** What each test file of the web app begins with. */
export interface WebFixture {
  readonly port: number;
  readonly browser: Browser;
  /** Of nobody in particular. */
  readonly client: Client;
  /** Somebody who organizes for this file alone. */
  readonly organizer: Actor;
  /** Where the browser finds a path, which begins with a slash. */
  url(path: string): string;
  close(): Promise<void>;
}

/** Joins a running server, opens a browser, and makes an organizer of that name and an ending of its own. */
export async function openWebFixture(name: string): Promise<WebFixture> {
  const server = await shareServer();
  let browser: Browser | undefined;
  const close = async () => {
    await browser?.close();
    await server.leave();
  };
  try {
    browser = await openBrowser();
    const { port, client } = server;
    const admin = await logIn(client, adminEmail, adminPassword);
    const organizer = await registerOrganizer(client, admin, name);
    return { port, browser, client, organizer, url: (path) => `http://localhost:${port}${path}`, close };
  } catch (error) {
    await close();
    throw error;
  }
}
