import { useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';

/**
 * What the server's codes mean to people, and what they can do. A code that is not here is shown by a sentence that
 * names it, never by the server's message, which is for programs. `NO_ANSWER` is ours: nothing came back.
 */
export function useRefusalText(): (code: string) => string {
  const { t } = useLingui();
  return useCallback(
    (code) => {
      switch (code) {
        case 'NO_ANSWER':
          return t`The server does not answer. Look at your connection and try again.`;
        case 'WRONG_CREDENTIALS':
          return t`No account has this name and this password.`;
        case 'ACCOUNT_BLOCKED':
          return t`This account is blocked. Write to the box office.`;
        case 'TOO_MANY_ATTEMPTS':
        case 'RATE_LIMITED':
          return t`Too many tries. Wait a moment and try again.`;
        case 'TRY_AGAIN':
          return t`The server is busy. Try again in a moment.`;
        case 'INVALID_NICKNAME':
          return t`A nickname has 3 to 30 letters (a to z), digits, dots, hyphens or underscores.`;
        case 'NICKNAME_TAKEN':
          return t`Somebody has this nickname. Take another one.`;
        case 'INVALID_EMAIL':
          return t`This is no mail address.`;
        case 'EMAIL_TAKEN':
          return t`There is an account with this mail address. Sign in instead.`;
        case 'INVALID_PASSWORD':
          return t`A password has 10 to 200 characters.`;
        case 'INVALID_TOKEN':
          return t`This link is too old, or was used before. Ask for a new mail.`;
        case 'WRONG_PASSWORD':
          return t`The present password is another one.`;
        case 'USER_NOT_FOUND':
          return t`There is no such user.`;
        case 'LAST_ADMINISTRATOR':
          return t`This is the last administrator. Make another one first.`;
        case 'INVALID_REASON':
          return t`A reason is needed, of at most 500 characters.`;
        case 'DEAD_LETTER_NOT_FOUND':
          return t`It is not there any more: it was applied meanwhile, or given up.`;
        case 'EVENT_NOT_FOUND':
          return t`There is no such event, or it is somebody else's.`;
        case 'EVENT_NOT_ON_SALE':
          return t`The event is not on sale.`;
        case 'SEAT_NOT_FOUND':
          return t`The hall has changed meanwhile. Load the page again.`;
        case 'SEATS_TAKEN':
          return t`One of these seats was taken meanwhile. Nothing is changed: look at the map and choose again.`;
        default:
          return t`This could not be done (${code}).`;
      }
    },
    [t],
  );
}
