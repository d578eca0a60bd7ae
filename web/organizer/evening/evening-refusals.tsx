import { useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import { useOfficeRefusalText } from '../office-refusals.tsx';

/**
 * `useOfficeRefusalText` with the codes that only seats, the door and promo codes meet. Those of a form that was not sent
 * (`NO_PERCENT`, `NO_COUNT` and the like) are ours.
 */
export function useEveningRefusalText(): (code: string) => string {
  const { t } = useLingui();
  const known = useOfficeRefusalText();
  return useCallback(
    (code) => {
      switch (code) {
        case 'SEAT_NOT_FOUND':
          return t`The hall has changed meanwhile. Load the page again.`;
        case 'SEATS_TAKEN':
          return t`One of these seats was taken meanwhile, so nothing is changed. Look at the map and choose again.`;
        case 'NOT_A_TICKET_CODE':
          return t`This is no ticket of this box office.`;
        case 'TICKET_NOT_FOUND':
          return t`There is no such ticket, or it is for somebody else's event.`;
        case 'WRONG_EVENT':
          return t`The ticket is genuine, but for another event.`;
        case 'ALREADY_CHECKED_IN':
          return t`Somebody was let in with this ticket before.`;
        case 'TICKET_ALREADY_REFUNDED':
          return t`The ticket was given back, and its place may be somebody else's.`;
        case 'NOT_VERIFIED':
          return t`The ticket cannot be judged without the server. Try again when the network is back.`;
        case 'UNAUTHENTICATED':
          return t`You are signed out. Sign in again to go on.`;
        case 'PROMO_CODE_TAKEN':
          return t`A code in use has this text. Take another one, or take that one out of use first.`;
        case 'PROMO_CODE_NOT_FOUND':
          return t`There is no such code, or somebody else made it.`;
        case 'NO_CODE':
          return t`A code has 1 to 50 characters.`;
        case 'NO_PERCENT':
          return t`A whole number from 1 to 100.`;
        case 'NO_COUNT':
          return t`A whole number, 1 or more.`;
        case 'NO_TIME':
          return t`This is no date with a time.`;
        case 'ENDS_BEFORE_IT_BEGINS':
          return t`It has to end after it begins.`;
        default:
          return known(code);
      }
    },
    [t, known],
  );
}
