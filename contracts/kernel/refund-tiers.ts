/**
 * One step of an event's refund policy: whoever gives a ticket back at least `hoursBefore` hours before the start gets
 * `percent` of what was paid for it. Events and facts carry the tiers; Tickets goes by them.
 */
export interface RefundTier {
  readonly hoursBefore: number;
  readonly percent: number;
}

/** What holds for an event whose organizer named no tiers: everything back until the start. */
export const defaultRefundTiers: readonly RefundTier[] = [{ hoursBefore: 0, percent: 100 }];
