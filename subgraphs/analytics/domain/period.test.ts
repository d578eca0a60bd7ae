import { expect, it } from '@jest/globals';
import { parsePeriod, wholeHours } from './period.ts';

const at = (time: string) => new Date(`2027-03-01T${time}Z`);

it('refuses a period that ends before it begins, or at once', () => {
  for (const to of [at('18:00:00'), at('17:00:00')]) {
    expect(parsePeriod({ from: at('18:00:00'), to })).toMatchObject({ code: 'EMPTY_PERIOD', field: ['to'] });
  }
});

it('widens a period to whole hours, and leaves whole hours as they are', () => {
  const whole = { from: at('18:00:00'), to: at('21:00:00') };
  expect(wholeHours({ from: at('18:59:59.999'), to: at('20:00:00.001') })).toEqual(whole);
  expect(wholeHours(whole)).toEqual(whole);
});
