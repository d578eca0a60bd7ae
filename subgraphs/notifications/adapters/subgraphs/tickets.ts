import { PrintedTicketsDocument } from '@parterre/contracts/operations/notifications.generated.ts';
import type { SubgraphClient } from '@parterre/platform/subgraphs/subgraph-client.ts';
import type { PrintedTickets } from '../../application/ports.ts';

/** Tickets as the tickets subgraph prints them. */
export function createPrintedTickets(subgraphs: SubgraphClient): PrintedTickets {
  return {
    async of(bookingId, language) {
      const variables = { bookingId, language };
      const { printedTickets } = await subgraphs.ask('tickets', PrintedTicketsDocument, variables);
      return printedTickets.map(({ ticketId, pdf }) => ({
        fileName: `${ticketId}.pdf`,
        contentType: 'application/pdf',
        content: Buffer.from(pdf, 'base64'),
      }));
    },
  };
}
