import { ticketsService } from '../../subgraphs/tickets/service.ts';

export const image = ticketsService;
