import type { BookingId, TicketId } from '@parterre/contracts/kernel/ids.ts';
import type { Language } from '@parterre/contracts/kernel/language.ts';
import { toDecimal } from '@parterre/contracts/kernel/money.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { Dependencies } from './dependencies.ts';

export interface PrintedTicket {
  readonly ticketId: TicketId;
  readonly pdf: Buffer;
}

/**
 * The page of a ticket that the caller was found to see, and of a booking's valid tickets when the notifications
 * subgraph attaches them. The places are named as they are now.
 *
 * @throws when the events subgraph does not answer, or knows the event no more
 */
export async function printTicket(deps: Dependencies, ticket: Ticket, language: Language): Promise<Buffer> {
  const [printed] = await printTickets(deps, [ticket], language);
  if (!printed) throw new Error(`expected a page for ticket ${ticket.id}`);
  return printed.pdf;
}

/** The pages of all tickets of a booking that let somebody in; none where there is no such booking. */
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

/** The pages of tickets of one event, one after another: each takes some milliseconds of the processor. */
async function printTickets(
  { places, printer }: Dependencies,
  tickets: readonly Ticket[],
  language: Language,
): Promise<PrintedTicket[]> {
  const [first] = tickets;
  if (!first) return [];
  const found = await places.find(
    first.eventId,
    tickets.flatMap(({ seatId }) => seatId ?? []),
    [...new Set(tickets.map(({ sectionId }) => sectionId))],
  );
  if (!found) throw new Error(`expected event ${first.eventId} of a ticket to exist`);
  const { seats, sectionLabels, ticketTypes, ...event } = found;
  const printed: PrintedTicket[] = [];
  for (const { id, code, price, seatId, sectionId, ticketTypeId } of tickets) {
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
