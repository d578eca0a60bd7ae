import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import { isTooLong } from '@parterre/platform/kernel/text.ts';

export const MIN_PASSWORD_LENGTH = 10;
export const MAX_PASSWORD_LENGTH = 200;

/**
 * A password as it is hashed: the same characters give the same password on every keyboard (NFKC).
 * Never logged, never stored. A text that is too long is nobody's password, and comes back as it is.
 */
export function normalisePassword(text: string): string {
  return isTooLong(text, MAX_PASSWORD_LENGTH) ? text : text.normalize('NFKC');
}

/** Reads a new password from outside. `field` is the name of the input it came in. */
export function parsePassword(text: string, field = 'password'): string | Rejection<'INVALID_PASSWORD'> {
  const password = normalisePassword(text);
  const length = [...password].length;
  if (length >= MIN_PASSWORD_LENGTH && length <= MAX_PASSWORD_LENGTH) return password;
  return reject(
    'INVALID_PASSWORD',
    `expected a password of ${MIN_PASSWORD_LENGTH} to ${MAX_PASSWORD_LENGTH} characters, got ${length}`,
    [field],
  );
}
