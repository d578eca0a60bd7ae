import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer } from '../support/client.ts';
import { operation } from '../support/operations.ts';
import { type Actor, logIn, register, registerOrganizer } from '../support/people.ts';
import { adminEmail, adminPassword } from '../support/server-process.ts';
import { type SharedServer, shareServer } from '../support/shared-server.ts';
import { putOnSale, sampleChart } from '../support/shows.ts';

/** What the description of ImportSeatingPlanInput.document and seating-plan-format.md promise. */
const MOST_CHARACTERS = 10_000_000;
const MOST_BYTES = 20 * 1024 * 1024;

interface Imported {
  readonly importSeatingPlan: {
    readonly seatingPlan: { readonly seatCount: number } | null;
    readonly userErrors: readonly { readonly code: string; readonly message: string }[];
  };
}

describe('importing the largest plan', () => {
  let server: SharedServer;
  let organizer: Actor;
  let hallId: string;
  beforeAll(async () => {
    server = await shareServer();
    const admin = await logIn(server.client, adminEmail, adminPassword);
    organizer = await registerOrganizer(server.client, admin, 'organizer');
    ({ hallId } = await putOnSale(organizer.client));
  }, 120_000);
  afterAll(() => server?.leave());

  /** Line ends become two bytes each in JSON: no file in ASCII of this length makes a longer request. */
  const importOf = (characters: number, person = organizer): Promise<Answer<Imported>> =>
    person.client.send(operation('ImportSeatingPlan'), {
      input: { hallId, format: 'SEATS_IO', document: sampleChart.padEnd(characters, '\n') },
    });

  it('works through the gateway up to the length that the API promises', async () => {
    const { status, data } = await importOf(MOST_CHARACTERS);
    expect(status).toBe(200);
    expect(data?.importSeatingPlan).toMatchObject({ seatingPlan: { seatCount: 32 }, userErrors: [] });
  });

  it('is refused beyond it, in words that say it', async () => {
    const { status, data } = await importOf(MOST_CHARACTERS + 1);
    expect(status).toBe(200);
    expect(data?.importSeatingPlan).toMatchObject({
      seatingPlan: null,
      userErrors: [{ code: 'DOCUMENT_TOO_LARGE', message: expect.stringContaining(`${MOST_CHARACTERS}`) }],
    });
  });

  it('is refused by the gateway where the whole request is too large, in words that say how large', async () => {
    expect(await importOf(MOST_BYTES)).toMatchObject({
      status: 413,
      errors: [
        {
          message: expect.stringContaining(`at most ${MOST_BYTES} bytes`),
          extensions: { code: 'PAYLOAD_TOO_LARGE' },
        },
      ],
    });
  });

  it('is refused of a buyer before it is read: nobody but organizers sends that much', async () => {
    const buyer = await register(server.client, 'buyer');
    expect(await importOf(MOST_CHARACTERS, buyer)).toMatchObject({
      status: 413,
      errors: [{ extensions: { code: 'PAYLOAD_TOO_LARGE' } }],
    });
  });
});
