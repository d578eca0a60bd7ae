import { ticketsService } from '../../service.ts';

export const again = ticketsService;
