import { analyticsService } from '@parterre/analytics/service.ts';
import { eventsService } from '@parterre/events/service.ts';
import { loyaltyService } from '@parterre/loyalty/service.ts';
import { notificationsService } from '@parterre/notifications/service.ts';
import { paymentsService } from '@parterre/payments/service.ts';
import type { ServiceDefinition } from '@parterre/platform/service/service.ts';
import { ticketsService } from '@parterre/tickets/service.ts';
import { usersService } from '@parterre/users/service.ts';

/** Every subgraph. */
export const services: readonly ServiceDefinition[] = [
  usersService,
  eventsService,
  ticketsService,
  paymentsService,
  loyaltyService,
  analyticsService,
  notificationsService,
];
