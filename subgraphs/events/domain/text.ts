import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';

/** A text that people read: trimmed, 1 to `max` characters, without control characters. */
export function readText(
  value: string,
  limits: { readonly field: string; readonly max: number },
): string | Rejection<'INVALID_INPUT'> {
  const text = value.trim();
  if (text.length === 0 || text.length > limits.max) {
    return reject(
      'INVALID_INPUT',
      `expected ${limits.field} of 1 to ${limits.max} characters, got ${text.length}`,
      [limits.field],
    );
  }
  if (/\p{Cc}/u.test(text)) {
    return reject('INVALID_INPUT', `expected ${limits.field} without control characters`, [limits.field]);
  }
  return text;
}
