import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';

/** RFC 5321: longer paths are not delivered. */
const MAX_LENGTH = 254;

// As strict as the fact UserRegistered, which carries it: what passes here must be publishable.
const emailPattern =
  /^(?!\.)(?!.*\.\.)[A-Za-z0-9_'+\-.]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/;

/** Reads a mail address from outside, in the one form that it is stored in: trimmed, lower case. */
export function parseEmailAddress(text: string): string | Rejection<'INVALID_EMAIL'> {
  const normalised = text.trim().toLowerCase();
  if (normalised.length <= MAX_LENGTH && emailPattern.test(normalised)) return normalised;
  return reject(
    'INVALID_EMAIL',
    `expected a mail address such as "ada@example.org" of at most ${MAX_LENGTH} characters, got "${normalised.slice(0, 40)}"`,
    ['email'],
  );
}
