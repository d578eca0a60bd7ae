import { tickets } from '../contracts/facts/tickets.ts';

export const gatewayKnowsNoDomain = tickets;
