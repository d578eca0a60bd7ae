import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Caller } from '@parterre/gateway/caller.ts';
import { createMemoryRateStore } from '@parterre/gateway/rates/rate-store.ts';
import { createRates, type Rates } from '@parterre/gateway/rates/rates.ts';
import { admittedOperation } from '@parterre/gateway/testing/admitted-operation.ts';
import { buildSchema, executeSync, isInputObjectType, isObjectType, parse, validate } from 'graphql';
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

/** Sends an operation of a client's own; `payloads` say what the fields at its root come to. */
async function sendOwn(
  query: string,
  input: object,
  payloads: object,
  { address = OFFICE, caller = nobody } = {},
): Promise<'done' | number> {
  const document = parse(query);
  expect(validate(api, document)).toEqual([]);
  const verdict = await rates.admit({ address, caller, operation: admittedOperation(query, { input }, 10) });
  if (verdict.kind === 'limited') return verdict.retryAfterMs;
  const variableValues = { input };
  const { data, errors } = executeSync({ schema: api, document, rootValue: payloads, variableValues });
  expect(errors).toBeUndefined();
  await verdict.settle(data);
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
const inputs = {
  login: ['LoginInput', { login: 'ann', password: 'x' }],
  refreshSession: ['RefreshSessionInput', { refreshToken: 'x' }],
  confirmEmail: ['ConfirmEmailInput', { token: 'x' }],
  resetPassword: ['ResetPasswordInput', { token: 'x', newPassword: 'x' }],
} as const;
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

  it('make no counter for each account that an address names when it has used up its logins', async () => {
    const counted = new Set<string>();
    const store = createMemoryRateStore();
    rates = createRates({
      rules: rateRules,
      store: {
        ...store,
        take: (policy, key, points) => {
          counted.add(`${policy.name} ${key}`);
          return store.take(policy, key, points);
        },
      },
      ...rateLimits,
    });
    for (let account = 0; account < 100; account += 1) await login(`account ${account}`, refused);
    const { size } = counted;
    for (let account = 100; account < 200; account += 1) await login(`account ${account}`, refused);
    expect(counted.size).toBe(size);
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

  it.each([
    ['standing places', { standing: [{ sectionId: 's', quantity: 50 }] }],
    ['seats with ticket types', { places: Array.from({ length: 50 }, (_, n) => ({ seatId: `${n}` })) }],
    ['the best seats', { bestAvailable: { priceZoneId: 'z', partySize: 50 } }],
    [
      'the best seats of a party',
      { bestAvailable: { priceZoneId: 'z', party: [{ quantity: 30 }, { quantity: 20 }] } },
    ],
    [
      'standing places beside less than none',
      {
        standing: [
          { sectionId: 's', quantity: 50 },
          { sectionId: 't', quantity: -50 },
        ],
      },
    ],
  ])('count %s as places', async (_what, places) => {
    const ask = () =>
      send('CreateBooking', { eventId: 'e', ...places, idempotencyKey: 'k' }, booked, {
        caller: person('ann'),
      });
    expect(await ask()).toBe('done');
    expect(await ask()).toEqual(expect.any(Number));
  });

  it('know every way in which a booking asks for places', () => {
    const type = api.getType('CreateBookingInput');
    const fields = isInputObjectType(type) ? Object.keys(type.getFields()) : [];
    const known = ['seatIds', 'places', 'standing', 'bestAvailable'];
    const others = ['eventId', 'promoCode', 'spendPoints', 'payNow', 'expectedTotal', 'idempotencyKey'];
    expect(fields.toSorted()).toEqual([...known, ...others].toSorted());
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

  it.each([
    ['login', 10, '{ session: __typename }'],
    ['login', 10, '{ user: userErrors { message } }'],
    ['login', 10, '{ ... on LoginPayload { session: __typename userErrors { message } } }'],
    ['login', 10, '{ ... { user: __typename } s: session { accessToken } }'],
    ['login', 10, '{ ...own }'],
    ['refreshSession', 100, '{ session: __typename }'],
    ['confirmEmail', 30, '{ user: __typename }'],
    ['resetPassword', 30, '{ user: userErrors { message } }'],
  ] as const)(
    'count each %s that got nothing, so that %d pass, whatever has its name: %s',
    async (field, points, set) => {
      const [type, input] = inputs[field];
      const query =
        `mutation ($input: ${type}!) { ${field}(input: $input) ${set} } ` +
        (set.includes('own') ? 'fragment own on LoginPayload { session: __typename user: __typename }' : '');
      const payload = { user: null, session: null, userErrors: [{ message: 'no' }] };
      const guess = () => sendOwn(query, input, { [field]: payload });
      for (let tries = 0; tries < points; tries += 1) expect(await guess()).toBe('done');
      expect(await guess()).toEqual(expect.any(Number));
    },
  );

  it.each([
    ['{ login(input: $input) { s: session { accessToken } } }'],
    ['{ l: login(input: $input) { ... on LoginPayload { u: user { id } } } }'],
  ])('do not count a login that gets in, whatever it calls what it got: %s', async (set) => {
    const query = `mutation ($input: LoginInput!) ${set}`;
    for (let times = 0; times < 200; times += 1) {
      expect(await sendOwn(query, { login: 'ann', password: 'x' }, { login: signedIn })).toBe('done');
    }
  });

  it.each([
    ['{ booking: __typename rejections { code } }'],
    ['{ ... on DiscountQuote { booking: __typename } }'],
    ['{ ...own }'],
  ])('count quotes of promo codes that are none, whatever is called a booking: %s', async (set) => {
    const query =
      `query ($input: QuoteDiscountInput!) { quoteDiscount(input: $input) ${set} } ` +
      (set.includes('own')
        ? 'fragment own on DiscountQuote { booking: __typename bad: rejections { code } }'
        : '');
    const rejections = [{ code: 'PROMO_CODE_NOT_FOUND' }];
    const guess = () =>
      sendOwn(query, { eventId: 'e', seatIds: ['1'], promoCode: 'x' }, { quoteDiscount: { rejections } });
    for (let tries = 0; tries < 60; tries += 1) expect(await guess()).toBe('done');
    expect(await guess()).toEqual(expect.any(Number));
  });

  it('count bookings by promo codes that are none, whatever is called a booking', async () => {
    const query =
      'mutation ($input: CreateBookingInput!) { createBooking(input: $input) { booking: userErrors { code } } }';
    const guess = (code: number) =>
      sendOwn(
        query,
        { eventId: 'e', seatIds: ['1'], promoCode: `code ${code}`, idempotencyKey: 'k' },
        { createBooking: { booking: null, userErrors: [{ code: 'PROMO_CODE_NOT_FOUND' }] } },
        // Every guess at another minute: places are counted as well, and not what this is about.
        { caller: person(`account ${code}`) },
      );
    const outcomes = [];
    for (let code = 0; code < 61; code += 1) {
      if (code === 30) jest.advanceTimersByTime(60_000);
      outcomes.push(await guess(code));
    }
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(60);
    expect(outcomes.at(-1)).toBe(9 * 60_000);
  });
});

describe('importing plans', () => {
  const importOf = (characters: number) =>
    send(
      'ImportSeatingPlan',
      { hallId: 'a hall', format: 'PARTERRE', document: ' '.repeat(characters) },
      { seatingPlan: null },
      { caller: person('organizer') },
    );

  it('lets an organizer try a small hall twenty times a minute', async () => {
    for (let at = 0; at < 20; at += 1) expect(await importOf(50_000)).toBe('done');
    expect(await importOf(50_000)).toBeGreaterThan(0);
  });

  it('counts a large document as the work that it is: two of the longest in a minute', async () => {
    expect(await importOf(10_000_000)).toBe('done');
    expect(await importOf(10_000_000)).toBe('done');
    expect(await importOf(1)).toBeGreaterThan(0);
  });
});
