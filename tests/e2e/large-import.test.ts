import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer } from '../support/client.ts';
import { adminEmail, adminPassword, HouseProcess } from '../support/house-process.ts';
import { operation } from '../support/operations.ts';
import { type Actor, register, registerOrganizer, signIn } from '../support/people.ts';
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
  let house: HouseProcess;
  let organizer: Actor;
  let hallId: string;
  beforeAll(async () => {
    house = await HouseProcess.start();
    const admin = await signIn(house.client, adminEmail, adminPassword);
    organizer = await registerOrganizer(house.client, admin, 'organizer');
    ({ hallId } = await putOnSale(organizer.client));
  }, 120_000);
  afterAll(() => house?.demolish());

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
    const buyer = await register(house.client, 'buyer');
    expect(await importOf(MOST_CHARACTERS, buyer)).toMatchObject({
      status: 413,
      errors: [{ extensions: { code: 'PAYLOAD_TOO_LARGE' } }],
    });
  });
});
