import type { EventFilter } from '../../graphql/generated/graphql.ts';

/** The lists of an organizer's events, as they stand in the address. */
export const listed = ['coming', 'draft', 'on-sale', 'ended', 'cancelled'] as const;
export type Listed = (typeof listed)[number];

const HOUR_MS = 3_600_000;

export function isListed(text: string): text is Listed {
  return (listed as readonly string[]).includes(text);
}

/**
 * What to ask for. Coming is whatever begins from half a day ago on, so that an evening under way is among it; by the hour,
 * so that the same question is asked again and the cache knows the answer.
 * @param now in ms
 */
export function officeFilter(shown: Listed, now: number): EventFilter {
  switch (shown) {
    case 'coming': {
      const from = Math.floor(now / HOUR_MS) * HOUR_MS - 12 * HOUR_MS;
      return { mine: true, startsFrom: new Date(from).toISOString() };
    }
    case 'draft':
      return { mine: true, status: 'DRAFT' };
    case 'on-sale':
      return { mine: true, status: 'ON_SALE' };
    case 'ended':
      return { mine: true, status: 'ENDED' };
    case 'cancelled':
      return { mine: true, status: 'CANCELLED' };
  }
}
