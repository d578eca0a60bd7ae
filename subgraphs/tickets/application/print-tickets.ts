import type { BookingId, TicketId } from '@parterre/contracts/kernel/ids.ts';
import type { Language } from '@parterre/contracts/kernel/language.ts';
import { toDecimal } from '@parterre/contracts/kernel/money.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { Dependencies } from './dependencies.ts';
import { presentPlaces } from './present-places.ts';

export interface PrintedTicket {
  readonly ticketId: TicketId;
  readonly pdf: Buffer;
}

/**
 * The pages of all tickets of a booking that let somebody in, which the notifications subgraph attaches; none where there
 * is no such booking.
 */
export async function printBooking(
  deps: Dependencies,
  { bookingId, language }: { readonly bookingId: BookingId; readonly language: Language },
): Promise<PrintedTicket[]> {
  const [tickets = []] = await deps.reads.ticketsOf([bookingId]);
  return printTickets(
    deps,
    tickets.filter(({ status }) => status === 'VALID'),
    language,
  );
}

/**
 * The pages of tickets of one event that the caller was found to see, in their order and drawn one after another: a page
 * takes some 20 ms of the processor. The places are named as they are now.
 *
 * @throws when the events subgraph does not answer, or knows the event no more, and when nobody waits for the pages any more
 */
export async function printTickets(
  deps: Dependencies,
  tickets: readonly Ticket[],
  language: Language,
): Promise<PrintedTicket[]> {
  const { places, printer } = deps;
  const [first] = tickets;
  if (!first) return [];
  const present = await presentPlaces(deps, tickets);
  const found = await places.find(
    first.eventId,
    present.flatMap(({ seatId }) => seatId ?? []),
    [...new Set(present.map(({ sectionId }) => sectionId))],
  );
  if (!found) throw new Error(`expected event ${first.eventId} of a ticket to exist`);
  const { seats, sectionLabels, ticketTypes, ...event } = found;
  const printed: PrintedTicket[] = [];
  for (const [index, { id, code, price, ticketTypeId, ...sold }] of tickets.entries()) {
    const { seatId, sectionId } = present[index] ?? sold;
    const pdf = await printer.print({
      ...event,
      ticketId: id,
      code,
      price: toDecimal(price),
      sectionLabel: sectionLabels.get(sectionId) ?? '',
      ticketType: (ticketTypeId && ticketTypes.get(ticketTypeId)) ?? null,
      seat: (seatId && seats.get(seatId)) ?? null,
      language,
    });
    printed.push({ ticketId: id, pdf });
  }
  return printed;
}
