import { expect, it } from '@jest/globals';
import { isRejection } from '@parterre/platform/kernel/rejection.ts';
import { normalisePassword, parsePassword } from './password.ts';

it('takes 10 to 200 characters, whatever they are', () => {
  expect(parsePassword('correct ho')).toBe('correct ho');
  expect(parsePassword('🎭'.repeat(200))).toBe('🎭'.repeat(200));
});

it('refuses nine characters and two hundred and one, and does not repeat them', () => {
  for (const text of ['ninechars', 'x'.repeat(201)]) {
    const refused = parsePassword(text, 'newPassword');
    if (!isRejection(refused)) throw new Error('expected a rejection');
    expect(refused).toMatchObject({ code: 'INVALID_PASSWORD', field: ['newPassword'] });
    expect(refused.message).not.toContain(text);
  }
});

it('takes the same characters from every keyboard for the same password', () => {
  const composed = 'café au lait';
  expect(parsePassword(composed.normalize('NFD'))).toBe(composed.normalize('NFC'));
});

it('makes nothing of a text that nobody may have as a password', () => {
  const marks = `e${'\u0301\u0316'.repeat(400)}`;
  expect(normalisePassword(marks)).toBe(marks);
  expect(parsePassword(marks)).toMatchObject({ code: 'INVALID_PASSWORD' });
});
