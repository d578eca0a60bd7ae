import { expect, it } from '@jest/globals';
import { movedAddress } from './old-addresses.ts';

it('leads the links of older mails to their pages', () => {
  expect(movedAddress('#/confirm?token=a.b-c')).toBe('/confirm-email#token=a.b-c');
  expect(movedAddress('#/reset?token=x')).toBe('/reset-password#token=x');
});

it('leaves every other address alone', () => {
  for (const hash of ['', '#content', '#token=x', '#/reset', '#/events/1']) {
    expect(movedAddress(hash)).toBeNull();
  }
});
