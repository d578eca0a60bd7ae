import { z } from 'zod';
import { defineFact, idOnWire } from './fact.ts';

const userId = '0192f0c4-7a2e-7c3a-9d61-0a8f3f0e5b11';
const bookingId = '0192f0c4-7a2e-7c3a-9d61-0a8f3f0e5b66';
const level = z.enum(['BRONZE', 'SILVER', 'GOLD', 'PLATINUM']);

export const PointsAccrued = defineFact({
  type: 'PointsAccrued',
  subgraph: 'loyalty',
  description: 'A confirmed booking earned points.',
  data: z.object({ userId: idOnWire, bookingId: idOnWire, points: z.int().positive(), balance: z.int() }),
  example: { userId, bookingId, points: 22, balance: 122 },
  keyOf: (data) => data.userId,
});

export const PointsReversed = defineFact({
  type: 'PointsReversed',
  subgraph: 'loyalty',
  description: 'Refunded tickets took back the points that they had earned.',
  data: z.object({ userId: idOnWire, bookingId: idOnWire, points: z.int().positive(), balance: z.int() }),
  example: { userId, bookingId, points: 22, balance: 100 },
  keyOf: (data) => data.userId,
});

export const PointsSpent = defineFact({
  type: 'PointsSpent',
  subgraph: 'loyalty',
  description: 'Points paid for a part of a booking, for good.',
  data: z.object({ userId: idOnWire, bookingId: idOnWire, points: z.int().positive(), balance: z.int() }),
  example: { userId, bookingId, points: 250, balance: 100 },
  keyOf: (data) => data.userId,
});

export const PointsReturned = defineFact({
  type: 'PointsReturned',
  subgraph: 'loyalty',
  description: 'Refunded tickets gave back the points that had paid for a part of them.',
  data: z.object({ userId: idOnWire, bookingId: idOnWire, points: z.int().positive(), balance: z.int() }),
  example: { userId, bookingId, points: 250, balance: 350 },
  keyOf: (data) => data.userId,
});

export const LoyaltyLevelChanged = defineFact({
  type: 'LoyaltyLevelChanged',
  subgraph: 'loyalty',
  description: 'The points earned in 365 days lifted or lowered a user to another level.',
  data: z.object({ userId: idOnWire, level, previousLevel: level }),
  example: { userId, level: 'SILVER', previousLevel: 'BRONZE' },
  keyOf: (data) => data.userId,
});
