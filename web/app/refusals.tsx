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
        case 'SESSION_NOT_FOUND':
          return t`This session has ended already.`;
        case 'SEATS_TAKEN':
          return t`Somebody was faster for one of these places. The others stay chosen.`;
        case 'SINGLE_SEAT_LEFT':
          return t`A single free seat would be left. Choose the one beside it as well, or another place.`;
        case 'STANDING_SOLD_OUT':
          return t`There are not so many standing places left. Take fewer.`;
        case 'TOO_MANY_SEATS':
          return t`One buyer may not hold so many places here, with those that are held already. Take fewer.`;
        case 'SEAT_NOT_FOUND':
        case 'SECTION_NOT_FOUND':
        case 'PRICE_ZONE_NOT_FOUND':
          return t`The hall has changed meanwhile. Load the page anew and choose again.`;
        case 'EVENT_NOT_FOUND':
          return t`There is no such event any more.`;
        case 'EVENT_NOT_ON_SALE':
          return t`This event is not on sale at the moment. No money was taken.`;
        case 'PRICE_CHANGED':
          return t`The price has changed. Look at the new sum; one press goes on with it.`;
        case 'EMAIL_NOT_CONFIRMED':
          return t`For more than two places your mail address has to be confirmed first.`;
        case 'HOLD_ENDED':
          return t`The time to hold these places is over. Press again to take them anew.`;
        case 'TICKET_TYPE_NOT_FOUND':
          return t`One of the tickets is offered no more. Choose another kind.`;
        case 'TICKET_TYPE_RULES':
          return t`These tickets do not go together like that. Look at the rules of each kind and change them.`;
        case 'TICKET_TYPE_SOLD_OUT':
          return t`There are not so many tickets of this kind left. Choose another kind for some places.`;
        case 'BUYER_BLOCKED':
          return t`This account is blocked. Nothing was booked and no money was taken.`;
        case 'INSUFFICIENT_POINTS':
          return t`You do not have so many points. Take fewer.`;
        case 'TOO_MANY_POINTS':
          return t`Points pay half of a booking at most. Take fewer.`;
        case 'LOYALTY_ACCOUNT_UNAVAILABLE':
          return t`Your points cannot be spent at the moment.`;
        case 'PAYMENT_DECLINED':
          return t`The wallet did not pay. See whether there is enough in it, and try again.`;
        case 'BOOKING_NOT_FOUND':
          return t`There is no such booking in this account.`;
        case 'BOOKING_EXPIRED':
          return t`The time to pay was over before the money was there. No money was taken.`;
        case 'BOOKING_ENDED':
          return t`This booking has ended already.`;
        case 'ALREADY_PAID':
          return t`This booking is paid already. No more money was taken.`;
        case 'IDEMPOTENCY_KEY_REUSED':
        case 'INVALID_IDEMPOTENCY_KEY':
          return t`This was asked before in another way. Load the page anew to see what came of it.`;
        case 'INVALID_INPUT':
          return t`Something in it is not as it has to be. Look it over and try again.`;
        case 'TICKET_NOT_FOUND':
          return t`There is no such ticket in this booking.`;
        case 'TICKET_ALREADY_REFUNDED':
          return t`One of these tickets was given back already.`;
        case 'TICKET_CHECKED_IN':
          return t`Somebody has come in with one of these tickets. It cannot be given back.`;
        case 'REFUND_NOT_ALLOWED':
          return t`It is too late to give these tickets back.`;
        case 'NOTHING_TO_REFUND':
          return t`Nothing would come back for one of these tickets.`;
        case 'REFUND_DECLINED':
          return t`The money could not be given back just now. The tickets stay valid; try again later.`;
        case 'INVALID_AMOUNT':
          return t`This is no sum that can be put in. Take another one.`;
        case 'CURRENCY_MISMATCH':
          return t`The wallet is kept in another currency.`;
        case 'BALANCE_LIMIT_EXCEEDED':
          return t`So much does not fit into a wallet. Put in less.`;
        case 'WALLET_FROZEN':
          return t`Nothing can be put into this wallet, since the account is blocked.`;
        case 'PROVIDER_REFUSED':
          return t`The payment provider does not take this payment. Try another sum.`;
        case 'PROMO_CODE_NOT_FOUND':
          return t`There is no such promo code. Look at how it is written.`;
        case 'PROMO_CODE_DEACTIVATED':
          return t`This promo code is in use no more.`;
        case 'PROMO_CODE_NOT_YET_VALID':
          return t`This promo code is not valid yet.`;
        case 'PROMO_CODE_EXPIRED':
          return t`This promo code is valid no more.`;
        case 'PROMO_CODE_NOT_FOR_EVENT':
          return t`This promo code is for other events.`;
        case 'PROMO_CODE_NOT_FOR_PLACES':
          return t`This promo code is for places of other zones.`;
        case 'PROMO_CODE_TOTAL_TOO_LOW':
          return t`The places cost less than this promo code asks for.`;
        case 'PROMO_CODE_LEVEL_TOO_LOW':
          return t`This promo code takes a higher level of points.`;
        case 'PROMO_CODE_FIRST_BOOKING_ONLY':
          return t`This promo code is for a first booking only.`;
        case 'PROMO_CODE_USED_UP':
        case 'PROMO_CODE_BUDGET_SPENT':
          return t`This promo code is used up.`;
        case 'PROMO_CODE_ALREADY_USED':
          return t`You have used this promo code already.`;
        default:
          return t`This could not be done (${code}).`;
      }
    },
    [t],
  );
}
