import { createPublicKey, randomUUID, verify } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { logIn, register, registerOrganizer, topUp } from '../support/people.ts';
import { adminEmail, adminPassword, ServerProcess } from '../support/server-process.ts';
import { putOnSale, seatMap } from '../support/shows.ts';

interface Bought {
  readonly booking: { readonly id: string };
}
interface CheckedIn {
  readonly ticket: { readonly id: string; readonly checkedInAt: string | null };
}
interface Added {
  readonly notificationAdded: { readonly kind: string; readonly subject: string } | null;
}

describe('from the purchase to the door', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await ServerProcess.start();
  }, 120_000);
  afterAll(() => server?.demolish());

  it('a buyer hears of the tickets as they come, a scanner verifies one alone, and it lets in once', async () => {
    const anyone = server.client;
    const admin = await logIn(anyone, adminEmail, adminPassword);
    const organizer = await registerOrganizer(anyone, admin, 'organizer');
    const { eventId } = await putOnSale(organizer.client);
    const { client: buyer, ...person } = await register(anyone, 'buyer');
    await topUp({ client: buyer, ...person }, '100.00');
    // Nobody knows what came after such a cursor: the first message says where it begins, and so that it has begun.
    const added = buyer.watch<Added>('NotificationAdded', {}, 'no cursor');
    await added.next();

    const { seats } = await seatMap(anyone, eventId);
    const { booking } = await buyer.act<Bought>('CreateBooking', {
      eventId,
      seatIds: [seats[0]?.seat.id],
      payNow: true,
      idempotencyKey: randomUUID(),
    });
    // The mail of the registration may come before it.
    let told = await added.next();
    while (told.notificationAdded?.kind !== 'BOOKING_CONFIRMED') told = await added.next();
    expect(told.notificationAdded.subject).toContain('Your tickets for');
    await added.close();

    const { data } = await buyer.send<{
      booking: { tickets: { id: string; code: string; qrCode: string }[] };
    }>(`{ booking(id: "${booking.id}") { tickets { id code qrCode } } }`);
    const [ticket] = data?.booking.tickets ?? [];
    expect(ticket?.qrCode).toContain('<svg');
    const page = await buyer.send<{ ticket: { pdf: string } }>(
      `{ ticket(id: "${ticket?.id}") { pdf(language: RU) } }`,
    );
    expect(Buffer.from(page.data?.ticket.pdf ?? '', 'base64').toString('latin1')).toMatch(/^%PDF-/);

    const published = await anyone.send<{ ticketKeys: { kid: string }[] }>(
      '{ ticketKeys { kid kty crv alg use x } }',
    );
    const [payload = '', signature = ''] = ticket?.code.split('.') ?? [];
    const claim = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const jwk = published.data?.ticketKeys.find(({ kid }) => kid === claim.k);
    const key = createPublicKey({ key: { ...jwk }, format: 'jwk' });
    expect(verify(null, Buffer.from(payload), key, Buffer.from(signature, 'base64url'))).toBe(true);
    expect(claim).toMatchObject({ t: ticket?.id, e: eventId });

    const scan = () => organizer.client.attempt<CheckedIn>('CheckInTicket', { code: ticket?.code });
    const first = await scan();
    expect(first).toMatchObject({
      ticket: { id: ticket?.id, checkedInAt: expect.any(String) },
      userErrors: [],
    });
    expect(await scan()).toMatchObject({
      ticket: first.ticket,
      userErrors: [{ code: 'ALREADY_CHECKED_IN' }],
    });
  });
});
