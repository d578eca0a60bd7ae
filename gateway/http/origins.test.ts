import { describe, expect, it } from '@jest/globals';
import { asOrigin, isAllowedOrigin } from './origins.ts';

const allowed = ['https://tickets.example', 'http://localhost:5173'];

describe('an origin', () => {
  it.each([
    ['may be absent, as of a program', undefined, 'api.example', true],
    ['may stand on the list', 'https://tickets.example', 'api.example', true],
    ['may be the server itself', 'https://api.example', 'api.example', true],
    ['may be the server itself, in other letters', 'http://api.example:4000', 'API.example:4000', true],
    ['may not be another port of a listed one', 'http://localhost:5174', 'api.example', false],
    ['may not be another scheme of a listed one', 'http://tickets.example', 'api.example', false],
    ['may not begin like a listed one', 'https://tickets.example.evil.example', 'api.example', false],
    ['may not be opaque', 'null', 'api.example', false],
    ['may not be nonsense', 'http://[', 'api.example', false],
    ['may not be empty where the host is', '', '', false],
  ])('%s', (_rule, origin, host, expected) => {
    expect(isAllowedOrigin({ headers: { origin, host } }, allowed)).toBe(expected);
  });
});

describe('an allowed origin', () => {
  it.each([
    ['https://tickets.example', 'https://tickets.example'],
    ['https://tickets.example/', 'https://tickets.example'],
    ['HTTPS://Tickets.example:443', 'https://tickets.example'],
    [' http://localhost:5173 ', 'http://localhost:5173'],
    ['https://tickets.example/shop', undefined],
    ['tickets.example', undefined],
    ['https://*.example', undefined],
    ['*', undefined],
    ['null', undefined],
    ['file:///', undefined],
  ])('is written %s', (text, expected) => {
    expect(asOrigin(text)).toBe(expected);
  });
});
