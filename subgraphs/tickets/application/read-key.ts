import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';

const LONGEST_KEY = 200;

/** Why a text cannot be an idempotency key; null when it can. */
export function refuseKey(key: string): Rejection<'INVALID_INPUT'> | null {
  if (key.length >= 1 && key.length <= LONGEST_KEY && isStorable(key)) return null;
  const message = `expected a text of 1 to ${LONGEST_KEY} characters, got ${key.length}`;
  return reject('INVALID_INPUT', message, ['idempotencyKey']);
}

/** PostgreSQL keeps any text but one with a NUL in it. */
export function isStorable(text: string): boolean {
  return !text.includes('\0');
}
