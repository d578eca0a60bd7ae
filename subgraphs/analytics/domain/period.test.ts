import { expect, it } from '@jest/globals';
import { parsePeriod, quarterOf, wholeHours } from './period.ts';

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

it('takes a period that is open at either end', () => {
  const [from, to] = [at('18:00:00'), at('19:00:00')];
  for (const period of [
    { from, to: null },
    { from: null, to },
    { from: null, to: null },
  ]) {
    expect(parsePeriod(period)).toEqual(period);
  }
});

it('knows the quarter of an hour of a moment', () => {
  expect(quarterOf(at('18:44:59.999'))).toEqual(at('18:30:00'));
  expect(quarterOf(at('18:45:00'))).toEqual(at('18:45:00'));
});
