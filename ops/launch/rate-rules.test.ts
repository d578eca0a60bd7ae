import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Caller } from '@parterre/gateway/caller.ts';
import { createMemoryRateStore } from '@parterre/gateway/rates/rate-store.ts';
import { createRates, type Rates } from '@parterre/gateway/rates/rates.ts';
import { admittedOperation } from '@parterre/gateway/testing/admitted-operation.ts';
import { buildSchema, isObjectType } from 'graphql';
import { rateLimits, rateRules } from './rate-rules.ts';

const contracts = new URL('../../contracts/', import.meta.url);
const api = buildSchema(readFileSync(new URL('api.graphql', contracts), 'utf8'));
const saved = new Map(
  readdirSync(new URL('operations/clients/', contracts))
    .map((file) => readFileSync(new URL(`operations/clients/${file}`, contracts), 'utf8'))
    .map((text) => [/(?:query|mutation|subscription) (\w+)/.exec(text)?.[1], text]),
);
const OFFICE = '192.0.2.1';
const nobody: Caller = { scope: 'anonymous', identity: null };
const person = (name: string): Caller => ({ scope: name, identity: null, subject: name });

let rates: Rates;
beforeEach(() => {
  jest.useFakeTimers();
  rates = createRates({ rules: rateRules, store: createMemoryRateStore(), ...rateLimits });
});
afterEach(() => void jest.useRealTimers());

/** Sends a saved operation; answers what it would answer, or when to come back. */
async function send(
  name: string,
  input: object,
  answer: object,
  { address = OFFICE, caller = nobody } = {},
): Promise<'done' | number> {
  const operation = admittedOperation(saved.get(name) ?? '', { input }, 10);
  const verdict = await rates.admit({ address, caller, operation });
  if (verdict.kind === 'limited') return verdict.retryAfterMs;
  const field = name.charAt(0).toLowerCase() + name.slice(1);
  await verdict.settle({ [field]: answer });
  return 'done';
}

/** Goes on as told until it is done; answers how many milliseconds that took. */
async function persist(attempt: () => Promise<'done' | number>): Promise<number> {
  const begun = Date.now();
  for (let outcome = await attempt(); outcome !== 'done'; outcome = await attempt()) {
    jest.advanceTimersByTime(outcome);
  }
  return Date.now() - begun;
}

const signedIn = { user: { id: '1' }, session: { accessToken: 'x' }, userErrors: [] };
const refused = { user: null, session: null, userErrors: [{ code: 'WRONG_CREDENTIALS' }] };
const booked = { booking: { id: '1' }, userErrors: [] };
const login = (name: string, answer: object, address = OFFICE) =>
  send('Login', { login: name, password: 'x' }, answer, { address });
const book = (who: string, seats: number, answer: object = booked) =>
  send(
    'CreateBooking',
    { eventId: 'e', seatIds: Array.from({ length: seats }, (_, n) => `${n}`), idempotencyKey: 'k' },
    answer,
    { caller: person(who) },
  );

describe('the rules of rates', () => {
  it('name fields that the API has, and every rule has a name of its own', () => {
    for (const field of rateRules.flatMap(({ fields = [] }) => fields)) {
      const [typeName = '', fieldName = ''] = field.split('.');
      const type = api.getType(typeName);
      expect(isObjectType(type) && Object.keys(type.getFields())).toContain(fieldName);
    }
    const names = rateRules.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('let ten wrong passwords for an account pass from an address, and its owner in from elsewhere', async () => {
    for (let guess = 0; guess < 10; guess += 1) expect(await login('Ann ', refused)).toBe('done');
    expect(await login('ann', refused)).toBe(15 * 60_000);
    expect(await login('ann', signedIn, '192.0.2.2')).toBe('done');
    expect(await login('ben', signedIn)).toBe('done');
  });

  it('do not count the logins of an office that get in', async () => {
    for (let people = 0; people < 1_000; people += 1) {
      expect(await login(`person ${people}`, signedIn)).toBe('done');
    }
  });

  it('let one password be tried over a hundred accounts from an address, and no more', async () => {
    for (let account = 0; account < 100; account += 1) {
      expect(await login(`account ${account}`, refused)).toBe('done');
    }
    expect(await login('account 100', refused)).toEqual(expect.any(Number));
  });

  it('let 200 people of one office register and book two places each within ten minutes', async () => {
    let ms = 0;
    for (let people = 0; people < 200; people += 1) {
      ms += await persist(() => send('Register', { nickname: `n${people}` }, signedIn));
      ms += await persist(() => book(`person ${people}`, 2));
    }
    expect(ms).toBeLessThanOrEqual(10 * 60_000);
  });

  it('let 24 accounts of one address hold 60 places at once, not a whole hall', async () => {
    const outcomes = [];
    for (let account = 0; account < 24; account += 1) outcomes.push(await book(`account ${account}`, 10));
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(6);
  });

  it('do not count places that were not got', async () => {
    for (let tries = 0; tries < 50; tries += 1) {
      expect(
        await book(`person ${tries}`, 10, { booking: null, userErrors: [{ code: 'SEATS_TAKEN' }] }),
      ).toBe('done');
    }
  });

  it('count places when the answer does not say whether they were got', async () => {
    for (let account = 0; account < 6; account += 1) await book(`account ${account}`, 10, { userErrors: [] });
    expect(await book('account 6', 10, { userErrors: [] })).toEqual(expect.any(Number));
  });

  it('count standing places as places', async () => {
    const standing = [{ sectionId: 's', quantity: 50 }];
    const ask = () =>
      send('CreateBooking', { eventId: 'e', standing, idempotencyKey: 'k' }, booked, {
        caller: person('ann'),
      });
    expect(await ask()).toBe('done');
    expect(await ask()).toEqual(expect.any(Number));
  });

  it('count promo codes that are none', async () => {
    const guess = (code: number) =>
      send(
        'CreateBooking',
        { eventId: 'e', seatIds: ['1'], promoCode: `code ${code}`, idempotencyKey: 'k' },
        { booking: null, userErrors: [{ code: 'PROMO_CODE_NOT_FOUND' }] },
        { caller: person(`account ${code}`) },
      );
    for (let code = 0; code < 60; code += 1) expect(await guess(code)).toBe('done');
    expect(await guess(60)).toEqual(expect.any(Number));
  });

  it('count promo codes that are none in quotes as well, and not those that are good', async () => {
    const quote = (rejections: object[]) =>
      send('QuoteDiscount', { eventId: 'e', seatIds: ['1'], promoCode: 'x' }, { rejections });
    for (let good = 0; good < 100; good += 1) expect(await quote([])).toBe('done');
    for (let bad = 0; bad < 60; bad += 1) {
      expect(await quote([{ code: 'PROMO_CODE_NOT_FOUND' }])).toBe('done');
    }
    expect(await quote([{ code: 'PROMO_CODE_NOT_FOUND' }])).toEqual(expect.any(Number));
  });
});
