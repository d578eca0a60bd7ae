import { z } from 'zod';
import { defineFact, idOnWire } from './fact.ts';

export const NotificationAdded = defineFact({
  type: 'NotificationAdded',
  subgraph: 'notifications',
  description:
    'A mail was written to a user, who can read it. What it says is for nobody else, and not in the fact.',
  data: z.object({
    notificationId: idOnWire,
    userId: idOnWire,
    /** What it is about, as `NotificationKind` has it; a reader may meet kinds that it does not know. */
    kind: z.string(),
  }),
  example: {
    notificationId: '0192f0c4-7a2e-7c3a-9d61-0a8f3f0e5bdd',
    userId: '0192f0c4-7a2e-7c3a-9d61-0a8f3f0e5b11',
    kind: 'BOOKING_CONFIRMED',
  },
  keyOf: (data) => data.userId,
});
