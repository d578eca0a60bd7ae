import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import { formatLocale } from '../ui/format-locale.ts';
import { formatWait } from '../ui/time-format.ts';
import type { Refusal } from './attempt.ts';
import { i18n } from './language.ts';

/** Sentences for people by the server's codes: what was refused, and what they can do. */
export type RefusalTexts = Readonly<Record<string, MessageDescriptor>>;

const tooManyTries = msg`Too many tries. Wait a moment and try again.`;
const busy = msg`The server is busy. Try again in a moment.`;
const hallChanged = msg`The hall has changed meanwhile. Reload the page and choose again.`;
const askedBefore = msg`This was sent before with other details. Reload the page to see what came of it.`;

/** What every page may meet. `NO_ANSWER` is ours: nothing came back. */
const everywhere: RefusalTexts = {
  NO_ANSWER: msg`The server does not answer. Check your connection and try again.`,
  TOO_MANY_ATTEMPTS: tooManyTries,
  RATE_LIMITED: tooManyTries,
  UNAUTHENTICATED: msg`You are not signed in any more. Sign in and try again.`,
  TRY_AGAIN: busy,
  SERVICE_UNAVAILABLE: busy,
  SEAT_NOT_FOUND: hallChanged,
  SECTION_NOT_FOUND: hallChanged,
  PRICE_ZONE_NOT_FOUND: hallChanged,
  IDEMPOTENCY_KEY_REUSED: askedBefore,
  INVALID_IDEMPOTENCY_KEY: askedBefore,
  INVALID_INPUT: msg`Something is not filled in correctly. Check it and try again.`,
};

/**
 * The sentence for a code: of the page's own table, which stands beside the page and loads with it, else of those for all.
 * A code without one is named in a sentence; the server's message, which is for programs, is never shown. Takes a code, or
 * all that is known of a refusal.
 */
export function useRefusalText(own: RefusalTexts): (refusal: string | Refusal) => string {
  const { t } = useLingui();
  return useCallback(
    (refusal) => {
      const { code, retryAfterMs }: Refusal = typeof refusal === 'string' ? { code: refusal } : refusal;
      if (code === 'RATE_LIMITED' && retryAfterMs) {
        const when = formatWait(retryAfterMs, formatLocale(i18n));
        return t`Too many tries. Try again ${when}.`;
      }
      const text = own[code] ?? everywhere[code];
      return text ? t(text) : t`This could not be done (${code}).`;
    },
    [t, own],
  );
}
