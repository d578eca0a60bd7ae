import { useLingui } from '@lingui/react/macro';

/** The services in the order in which a booking meets them. */
export const services = [
  'users',
  'events',
  'tickets',
  'payments',
  'loyalty',
  'notifications',
  'analytics',
] as const;

export type ServiceName = (typeof services)[number];

export function useServiceNames(): Readonly<Record<ServiceName, string>> {
  const { t } = useLingui();
  return {
    users: t`Users`,
    events: t`Events`,
    tickets: t`Tickets`,
    payments: t`Payments`,
    loyalty: t`Loyalty`,
    notifications: t`Notifications`,
    analytics: t`Analytics`,
  };
}
