import { useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import { useRefusalText } from '../app/refusals.tsx';

/** `useRefusalText` with the codes that only the office meets: these sentences load with it, and not with the shop. */
export function useOfficeRefusalText(): (code: string) => string {
  const { t } = useLingui();
  const known = useRefusalText();
  return useCallback(
    (code) => {
      switch (code) {
        case 'INVALID_INPUT':
          return t`This cannot be taken as it is: it is missing, too long, out of range, or given twice.`;
        case 'UNKNOWN_TIME_ZONE':
          return t`There is no such time zone. Choose one of the list, such as Europe/Vienna.`;
        case 'VENUE_NOT_FOUND':
          return t`There is no such venue, or somebody else runs it.`;
        case 'HALL_NOT_FOUND':
          return t`There is no such hall, or somebody else runs it.`;
        case 'HALL_NAME_TAKEN':
          return t`The venue has a hall of this name. Take another one.`;
        case 'HALL_HAS_NO_PLAN':
          return t`The hall has no seating plan yet. Import one, or draw one, before.`;
        case 'ARTIST_NOT_FOUND':
          return t`One of these artists is not known any more. Take them off and choose again.`;
        case 'PRICE_ZONE_NOT_FOUND':
          return t`The plan has changed meanwhile. Reload the page for its zones of now.`;
        case 'TICKET_TYPE_NOT_FOUND':
          return t`The ticket types have changed meanwhile. Reload the page.`;
        case 'TICKET_TYPE_IN_USE':
          return t`Tickets of a type that would go are held or sold. Keep it, and limit how many of it are sold.`;
        case 'INVALID_AMOUNT':
          return t`This is no price: zero or more, with no more digits than the currency has.`;
        case 'CURRENCY_MISMATCH':
          return t`Prices are in another currency here. Reload the page.`;
        case 'INVALID_TIMES':
          return t`It has to end after it begins, in the future, and at most 366 days later.`;
        case 'EVENT_NOT_FOUND':
          return t`There is no such event, or it is somebody else's.`;
        case 'EVENT_IS_CANCELLED':
          return t`The event is cancelled, and stays as it is.`;
        case 'EVENT_HAS_ENDED':
          return t`The event is over already.`;
        case 'EVENT_NOT_ON_SALE':
          return t`The event is not on sale.`;
        case 'PRICE_MISSING':
          return t`A zone with places has no price for one of the ticket types. Fill the table of prices.`;
        case 'REFUND_TIERS_WORSE':
          return t`Once the event is on sale, refunds may only grow: buyers rely on what they read.`;
        case 'SEATING_PLAN_NOT_FOUND':
          return t`The event is on this version of the plan already, or on a newer one. Reload the page.`;
        case 'PLACES_WOULD_BE_LOST':
          return t`Somebody holds or has bought a place that the other plan does not have. Give those places back first, or import a plan that has them by the same key, or the same section, row and seat.`;
        case 'EVENT_SERIES_NOT_FOUND':
          return t`There is no such series, or it is somebody else's.`;
        case 'INVALID_RECURRENCE_RULE':
          return t`This rule cannot be read, has no end, or names no day. It needs COUNT or UNTIL, as FREQ=WEEKLY;BYDAY=SA;COUNT=10.`;
        case 'TOO_MANY_SLOTS':
          return t`These are too many dates at a time: at most 366, and 100,000 seats to put on sale. Take a shorter time.`;
        case 'SLOTS_OVERLAP':
          return t`A date would begin before the one before it has ended. Make them shorter, or the times farther apart.`;
        case 'IDEMPOTENCY_KEY_REUSED':
          return t`This was sent before with other contents. Reload the page and look what has been done.`;
        case 'DOCUMENT_TOO_LARGE':
          return t`The file is longer than 10 million characters.`;
        case 'MALFORMED_JSON':
          return t`The file is not JSON. Perhaps it was cut off, or saved in another format.`;
        case 'INVALID_PLAN':
          return t`The file is JSON, but not a plan of this format.`;
        case 'FORBIDDEN':
          return t`Your account may not do this.`;
        case 'BAD_USER_INPUT':
          return t`Something in the form cannot be understood. Look at it again.`;
        default:
          return known(code);
      }
    },
    [t, known],
  );
}
