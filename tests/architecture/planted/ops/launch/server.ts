import { gateway } from '../../gateway/gateway.ts';
import { ticketsService } from '../../subgraphs/tickets/service.ts';

export const server = { gateway, ticketsService };
